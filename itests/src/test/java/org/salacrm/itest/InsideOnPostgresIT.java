package org.salacrm.itest;

import java.nio.file.Path;

/** The same on PostgreSQL: other bundles and components do the work there. */
public class InsideOnPostgresIT extends InsideIT {
    @Override
    Path data() {
        return TestPostgres.configure(super.data());
    }
}
