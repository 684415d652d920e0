package org.salacrm.itest;

import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** What must be true on each database that a company may choose. */
@RunWith(Parameterized.class)
public abstract class OnEachDatabase {
    @Parameter
    public Database database;

    @Parameters(name = "{0}")
    public static Database[] databases() {
        return Database.values();
    }
}
