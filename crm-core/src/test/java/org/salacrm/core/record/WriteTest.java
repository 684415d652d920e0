package org.salacrm.core.record;

import org.junit.AfterClass;
import org.junit.Before;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.core.store.Database.Vendor;

/** Tests of the write path, each begun on a clean world on Derby and on PostgreSQL. */
@RunWith(Parameterized.class)
public abstract class WriteTest {
    @Parameter
    public Vendor vendor;

    World world;

    @Parameters(name = "{0}")
    public static Vendor[] vendors() {
        return Vendor.values();
    }

    @Before
    public void open() {
        world = Stores.world(vendor);
    }

    @AfterClass
    public static void close() {
        Stores.close();
    }
}
