package org.salacrm.core.action;

import java.util.EnumMap;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.salacrm.core.store.Database;

/** The core over each of the databases, opened once for all tests of a class. */
@RunWith(Parameterized.class)
public abstract class ActionCase {
    private static final Map<Database.Vendor, ActionWorld> OPEN = new EnumMap<>(Database.Vendor.class);

    @Parameterized.Parameters(name = "{0}")
    public static Database.Vendor[] databases() {
        return Database.Vendor.values();
    }

    @Parameterized.Parameter
    public Database.Vendor vendor;

    protected ActionWorld world;

    /** What the test defines beside the core's own definitions. */
    protected String yaml() {
        return "";
    }

    @Before
    public void openWorld() {
        world = OPEN.computeIfAbsent(vendor, v -> new ActionWorld(v, yaml())).asUser();
    }

    @AfterClass
    public static void closeWorlds() {
        OPEN.values().forEach(ActionWorld::close);
        OPEN.clear();
    }
}
