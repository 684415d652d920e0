package org.salacrm.benchmarks;

import java.io.IOException;
import java.sql.SQLException;

/** One unit of a work, done again and again by one client. */
interface Step {
    void run() throws IOException, SQLException;
}
