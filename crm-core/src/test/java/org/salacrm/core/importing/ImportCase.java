package org.salacrm.core.importing;

import java.nio.file.Path;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.salacrm.core.store.Database;

/** A clerk with a file on each of the databases. */
@RunWith(Parameterized.class)
public abstract class ImportCase {
    @Parameterized.Parameters(name = "{0}")
    public static List<Database.Vendor> vendors() {
        return List.of(Database.Vendor.values());
    }

    @Parameterized.Parameter
    public Database.Vendor vendor;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    ImportWorld world;

    @Before
    public void openWorld() {
        world = new ImportWorld(vendor, folder.getRoot().toPath());
    }

    @After
    public void closeWorld() {
        world.close();
    }

    void upload(String entity, String... lines) {
        Path root = folder.getRoot().toPath();
        world.upload(root, entity, lines);
    }
}
