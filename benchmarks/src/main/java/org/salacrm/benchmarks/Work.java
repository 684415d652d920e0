package org.salacrm.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Something to be measured: done by the product over HTTP, and the same statements by plain JDBC. */
interface Work {
    /** As in the list of goals: W3. */
    String id();

    String title();

    /** Who does it: each client is an owner of his own, except where something else matters. */
    default String login(int client) {
        return Company.login(client);
    }

    Step overHttp(Person person, int client) throws IOException;

    Step plain(Connection connection, int client) throws SQLException;
}
