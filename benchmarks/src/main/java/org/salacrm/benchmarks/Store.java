package org.salacrm.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A fresh database, used by the product and, for filling and comparing, by plain JDBC. */
interface Store extends AutoCloseable {
    String name();

    /** Makes the product use it. */
    void configure(Path data) throws IOException;

    /** Whether plain JDBC may look while the product runs. */
    boolean isShared();

    Connection connect() throws SQLException;

    /** Milliseconds of processor time since its start; 0 where it lives in the process that asks it. */
    double cpu() throws IOException;

    /** Takes many rows in, and what it would learn of them by itself some time later. */
    void fill(Connection connection, Filling filling, String... tables) throws SQLException;

    /** The first day of the month of a date column. */
    String month(String column);

    String ignoringCase(String column);

    /** Lets go of what {@link #connect} opened, so that the product can have it. */
    void release();

    @Override
    void close() throws IOException;
}
