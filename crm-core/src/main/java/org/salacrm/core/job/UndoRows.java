package org.salacrm.core.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.Ids;
import org.salacrm.core.record.PlainValues;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** How records were before a bulk job changed them. */
@Component(service = UndoRows.class)
public class UndoRows {

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public UndoRows(@Reference Tx tx, @Reference Ids ids, @Reference Clock clock) {
        this.sql = new Sql(tx);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A record before.
     *
     * @param version what it became by the job; another one means that somebody changed it since
     * @param values what it had; nothing when it was deleted
     */
    record Before(String entity, long id, int version, Map<String, Object> values) {}

    long begin() {
        return ids.next();
    }

    /** In the transaction that changes the record. */
    void keep(long undo, Before before) {
        sql.update(
                "INSERT INTO core_undo (undo_id, record_id, entity, version, body, kept_at) VALUES (?, ?, ?, ?, ?, ?)",
                undo,
                before.id(),
                before.entity(),
                before.version(),
                PlainValues.write(before.values()),
                clock.instant());
    }

    List<Before> next(long undo, long after, int most) {
        return sql.list(
                "SELECT record_id, entity, version, body FROM core_undo WHERE undo_id = ? AND record_id > ?"
                        + " ORDER BY record_id FETCH FIRST " + most + " ROWS ONLY",
                this::before,
                undo,
                after);
    }

    long count(long undo) {
        return sql.first("SELECT count(*) FROM core_undo WHERE undo_id = ?", row -> row.getLong(1), undo)
                .orElse(0L);
    }

    /** What is undone is not undone again. */
    void done(long undo, long id) {
        sql.update("DELETE FROM core_undo WHERE undo_id = ? AND record_id = ?", undo, id);
    }

    private Before before(ResultSet row) throws SQLException {
        return new Before(row.getString(2), row.getLong(1), row.getInt(3), PlainValues.read(row.getString(4)));
    }
}
