package org.salacrm.search.index;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.salacrm.api.security.Scope;
import org.salacrm.search.text.Needle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A table of PostgreSQL with an index of trigrams. Without that index it finds the same, only slower. */
final class TrigramStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(TrigramStore.class);
    private static final int LOOKED_AT = 300;
    private static final String UPSERT =
            "insert into search_text (entity, record_id, owner_id, team_id, changed, folded) select * from"
                    + " unnest(?::varchar[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[])"
                    + " on conflict (entity, record_id) do update set owner_id = excluded.owner_id,"
                    + " team_id = excluded.team_id, changed = excluded.changed, folded = excluded.folded"
                    // Another node may have read it before and written it after a change that this one knows.
                    + " where search_text.changed <= excluded.changed";
    /** Names the lock of whoever reads everything; it falls with his connection. */
    private static final String BUILDING = "(7252, 1)";

    /** How common the letters are decides which way is the shortest; sent with the question, it costs no time. */
    private static final String CUSTOM_PLAN = "set local plan_cache_mode = force_custom_plan; ";

    private final DataSource source;

    TrigramStore(DataSource source) {
        this.source = source;
    }

    /** @return why there is no index, empty when there is */
    String prepare() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create index if not exists search_text_title on search_text (entity, " + TrigramSql.TITLE
                    + " text_pattern_ops)");
            statement.execute("create extension if not exists pg_trgm");
            try (ResultSet grams = statement.executeQuery("select cardinality(show_trgm('สวัสดี'))")) {
                grams.next();
                if (grams.getInt(1) == 0) {
                    return "in a database made with LC_CTYPE=C Thai letters are none; make it with C.UTF-8";
                }
            }
            statement.execute("create index if not exists search_text_folded on search_text"
                    + " using gin (folded gin_trgm_ops)");
            // What was written last is looked through one by one: 4 MB of it, were nothing said.
            statement.execute("alter index search_text_folded set (gin_pending_list_limit = 256)");
            return "";
        } catch (SQLException e) {
            LOG.warn("Searching will be slow", e);
            return "the extension pg_trgm cannot be used: "
                    + e.getMessage().lines().findFirst().orElse("");
        }
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T sql(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The search table fails", e);
        }
    }

    private void update(String statement, Object... values) {
        sql(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                for (int i = 0; i < values.length; i++) {
                    prepared.setObject(i + 1, values[i]);
                }
                return prepared.executeUpdate();
            }
        });
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public boolean alone(Runnable work) {
        return sql(connection -> {
            try (Statement statement = connection.createStatement()) {
                boolean ours = isTrue(statement, "select pg_try_advisory_lock" + BUILDING);
                if (ours) {
                    try {
                        work.run();
                    } finally {
                        isTrue(statement, "select pg_advisory_unlock" + BUILDING);
                    }
                }
                return ours;
            }
        });
    }

    private static boolean isTrue(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }

    @Override
    public void put(List<Entry> entries) {
        sql(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
                upsert.setArray(1, array(connection, "varchar", entries, Entry::entity));
                upsert.setArray(2, array(connection, "bigint", entries, Entry::id));
                upsert.setArray(3, array(connection, "bigint", entries, Entry::owner));
                upsert.setArray(4, array(connection, "bigint", entries, Entry::team));
                upsert.setArray(5, array(connection, "bigint", entries, Entry::changed));
                upsert.setArray(6, array(connection, "text", entries, Entry::text));
                return upsert.executeUpdate();
            }
        });
    }

    private static Array array(Connection connection, String type, List<Entry> entries, Function<Entry, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, entries.stream().map(value).toArray());
    }

    @Override
    public void remove(String entity, Collection<Long> ids) {
        sql(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from search_text where entity = ? and record_id = any(?)")) {
                delete.setString(1, entity);
                delete.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
                return delete.executeUpdate();
            }
        });
    }

    @Override
    public void clear() {
        update("delete from search_text");
    }

    /** Without fresh statistics the database chooses its ways as if the table were small. */
    @Override
    public void settle() {
        update("vacuum (analyze) search_text");
    }

    @Override
    public void keep(String stamp) {
        // The database has kept it already.
    }

    @Override
    public boolean holds(String stamp) {
        return stamp.startsWith(name());
    }

    @Override
    public List<Long> best(String entity, Needle needle, Scope scope, int most) {
        return ask(TrigramSql.best(entity, needle, scope, Math.max(LOOKED_AT, most), most));
    }

    @Override
    public List<Long> any(String entity, Needle needle, Scope scope, int most) {
        return ask(TrigramSql.any(entity, needle, scope, most));
    }

    private List<Long> ask(TrigramSql question) {
        return sql(connection -> {
            boolean before = connection.getAutoCommit();
            if (before) {
                connection.setAutoCommit(false);
            }
            try {
                return ids(connection, question);
            } finally {
                if (before) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        });
    }

    private static List<Long> ids(Connection connection, TrigramSql question) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CUSTOM_PLAN + question.text())) {
            for (int i = 0; i < question.values().size(); i++) {
                Object value = question.values().get(i);
                if (value instanceof Set<?> ids) {
                    select.setArray(i + 1, connection.createArrayOf("bigint", ids.toArray()));
                } else {
                    select.setObject(i + 1, value);
                }
            }
            List<Long> ids = new ArrayList<>();
            select.execute();
            select.getMoreResults();
            try (ResultSet rows = select.getResultSet()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }
    }

    @Override
    public long size() {
        return sql(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select reltuples::bigint from pg_class where oid = 'search_text'::regclass")) {
                rows.next();
                return Math.max(0, rows.getLong(1));
            }
        });
    }

    @Override
    public void close() {
        // The pool belongs to the core.
    }
}
