package org.salacrm.core.record.outbox;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.salacrm.core.record.StatementException;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** The tables of the outbox: what was not told yet, and per listener what it still has to hear. */
final class Outbox {
    private static final Duration FORGOTTEN = Duration.ofDays(7);
    private final Tx tx;
    private final Sql sql;

    Outbox(Tx tx) {
        this.tx = tx;
        this.sql = new Sql(tx);
    }

    /** The events of one transaction. */
    record Row(long id, String events) {}

    /** Whether this node is the one that tells; another was it in between when the answer is NEWLY. */
    enum Lead {
        STILL,
        NEWLY,
        NOT
    }

    Lead lead(String holder, Instant now, Duration term) {
        Instant until = now.plus(term);
        String take = "update core_lease set holder = ?, until_at = ? where name = 'outbox' and ";
        if (sql.update(take + "holder = ?", holder, until, holder) == 1) {
            return Lead.STILL;
        }
        return sql.update(take + "until_at < ?", holder, until, now) == 1 ? Lead.NEWLY : Lead.NOT;
    }

    void leave(String holder, Instant now) {
        sql.update("update core_lease set until_at = ? where name = 'outbox' and holder = ?", now, holder);
    }

    boolean isEmpty() {
        return sql.first("select id from core_outbox fetch first 1 rows only", row -> row.getLong(1))
                .isEmpty();
    }

    List<Row> oldest(int most) {
        return sql.list(
                "select id, events from core_outbox order by id fetch first " + most + " rows only",
                row -> new Row(row.getLong(1), row.getString(2)));
    }

    /** The rows are done with: told, or kept for those who were not told. */
    void done(List<Row> rows, Set<String> untold) {
        tx.required(() -> {
            for (String listener : untold) {
                batch("insert into core_backlog (outbox_id, listener, events) values (?, ?, ?)", rows, listener, true);
            }
            batch("delete from core_outbox where id = ?", rows, "", false);
            return rows;
        });
    }

    List<Row> backlog(String listener, int most) {
        return sql.list(
                "select outbox_id, events from core_backlog where listener = ? order by outbox_id fetch first " + most
                        + " rows only",
                row -> new Row(row.getLong(1), row.getString(2)),
                listener);
    }

    void told(String listener, List<Row> rows) {
        tx.required(() -> {
            batch("delete from core_backlog where outbox_id = ? and listener = ?", rows, listener, false);
            return rows;
        });
    }

    /** Listeners that have something to hear that they were not told. */
    Set<String> behind() {
        return Set.copyOf(sql.list("select distinct listener from core_backlog", row -> row.getString(1)));
    }

    /** Remembers who listens, and forgets who has not been seen for long. @return everybody who is to be told */
    Set<String> listeners(Set<String> present, Instant now) {
        return tx.required(() -> {
            Set<String> known = sql.list("select name from core_listener", row -> row.getString(1)).stream()
                    .collect(Collectors.toSet());
            for (String name : present) {
                if (known.add(name)) {
                    sql.update("insert into core_listener (name, seen_at) values (?, ?)", name, now);
                } else {
                    sql.update("update core_listener set seen_at = ? where name = ?", now, name);
                }
            }
            Instant limit = now.minus(FORGOTTEN);
            sql.update(
                    "delete from core_backlog where listener in (select name from core_listener where seen_at < ?)",
                    limit);
            if (sql.update("delete from core_listener where seen_at < ?", limit) > 0) {
                known.retainAll(sql.list("select name from core_listener", row -> row.getString(1)));
            }
            return known;
        });
    }

    private void batch(String statement, List<Row> rows, String listener, boolean events) {
        try (PreparedStatement prepared = tx.connection().prepareStatement(statement)) {
            for (Row row : rows) {
                prepared.setLong(1, row.id());
                if (!listener.isEmpty()) {
                    prepared.setString(2, listener);
                }
                if (events) {
                    prepared.setString(3, row.events());
                }
                prepared.addBatch();
            }
            prepared.executeBatch();
        } catch (SQLException e) {
            throw new StatementException("refused: " + statement, e);
        }
    }
}
