package org.salacrm.search.index;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** The mark in the database that says which index belongs to its data: after a restore it is another one. */
final class State {
    private final DataSource source;

    State(DataSource source) {
        this.source = source;
    }

    /** What stood there at one moment: the mark, and the entities that the index holds all records of. */
    record Kept(String stamp, Set<String> entities) {}

    Kept read() {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement("select 0, stamp from search_state"
                        + " where name = 'index' union all select 1, name from search_entity");
                ResultSet rows = select.executeQuery()) {
            String stamp = "";
            Set<String> entities = new HashSet<>();
            while (rows.next()) {
                if (rows.getInt(1) == 0) {
                    stamp = rows.getString(2);
                } else {
                    entities.add(rows.getString(2));
                }
            }
            return new Kept(stamp, entities);
        } catch (SQLException e) {
            throw new IllegalStateException("The state of the search index cannot be read", e);
        }
    }

    /** The mark, empty when there is none. */
    String stamp() {
        return read().stamp();
    }

    void stamp(String stamp) {
        try (Connection connection = source.getConnection()) {
            if (write(connection, "update search_state set stamp = ? where name = 'index'", stamp) == 0) {
                write(connection, "insert into search_state (stamp, name) values (?, 'index')", stamp);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The state of the search index cannot be written", e);
        }
    }

    Set<String> entities() {
        return read().entities();
    }

    void add(String entity) {
        if (!entities().contains(entity)) {
            change("insert into search_entity (name) values (?)", entity);
        }
    }

    void remove(String entity) {
        change("delete from search_entity where name = ?", entity);
    }

    /** It belongs to nothing any more. */
    void clear() {
        stamp("none");
        change("delete from search_entity where name <> ?", "");
    }

    private void change(String statement, String value) {
        try (Connection connection = source.getConnection()) {
            write(connection, statement, value);
        } catch (SQLException e) {
            throw new IllegalStateException("The state of the search index cannot be written", e);
        }
    }

    private static int write(Connection connection, String statement, String stamp) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            update.setString(1, stamp);
            return update.executeUpdate();
        }
    }
}
