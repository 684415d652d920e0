package org.salacrm.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.salacrm.api.query.Ref;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** What one alert tells of several records, and which jobs gave them: what a job is undone of is told no more. */
final class HandedRows {
    private static final String TABLE = "core_alert_told";
    private static final String PARTS = "core_alert_job";
    /** So long much that happens at once is told as one. */
    private static final Duration AT_ONCE = Duration.ofMinutes(10);

    private final Sql sql;

    HandedRows(Tx tx) {
        this.sql = new Sql(tx);
    }

    private record Open(long id, Ref record) {}

    /** What of an alert came of one job. @param more of the alert */
    record Part(long alert, long user, Ref told, int more, Ref record, int number) {}

    /**
     * Lets an unread one that speaks for so many others at least speak for some more.
     *
     * @param reads what the user still reads: of anything else he would not see that he is told
     * @return which one
     */
    Optional<Long> more(long user, Telling telling, int least, Instant now, Predicate<Ref> reads) {
        Optional<Long> open = sql
                .list(
                        "SELECT id, entity, record_id FROM " + TABLE
                                + " WHERE user_id = ? AND rule_id = ? AND by_id = ?"
                                + " AND more >= ? AND COALESCE(remark, '') = ? AND read_at IS NULL AND created_at > ?"
                                + " ORDER BY id DESC",
                        row -> new Open(row.getLong(1), new Ref(row.getString(2), row.getLong(3), "")),
                        user,
                        telling.rule(),
                        telling.by(),
                        least,
                        telling.remark(),
                        now.minus(AT_ONCE))
                .stream()
                .filter(one -> reads.test(one.record()))
                .map(Open::id)
                .findFirst();
        open.ifPresent(
                id -> sql.update("UPDATE " + TABLE + " SET more = more + ? WHERE id = ?", telling.more() + 1, id));
        return open;
    }

    /** An alert tells of something that a job did. */
    void did(long alert, long undo, Telling telling) {
        int number = telling.more() + 1;
        int known = sql.update(
                "UPDATE " + PARTS + " SET told = told + ? WHERE alert_id = ? AND undo_id = ?", number, alert, undo);
        if (known == 0) {
            sql.update(
                    "INSERT INTO " + PARTS + " (alert_id, undo_id, entity, record_id, told) VALUES (?, ?, ?, ?, ?)",
                    alert,
                    undo,
                    telling.record().entity(),
                    telling.record().id(),
                    number);
        }
    }

    /** What of unread alerts came of a job. */
    List<Part> of(long undo) {
        return parts("p.undo_id = ?", undo);
    }

    private List<Part> parts(String where, long id) {
        return sql.list(
                "SELECT a.id, a.user_id, a.entity, a.record_id, a.more, p.entity, p.record_id, p.told FROM " + PARTS
                        + " p JOIN " + TABLE + " a ON a.id = p.alert_id WHERE a.read_at IS NULL AND " + where,
                row -> new Part(
                        row.getLong(1),
                        row.getLong(2),
                        new Ref(row.getString(3), row.getLong(4), ""),
                        row.getInt(5),
                        new Ref(row.getString(6), row.getLong(7), ""),
                        row.getInt(8)),
                id);
    }

    /**
     * A job was undone.
     *
     * @param stays the records of which it was not and that the user reads
     */
    void undone(long undo, Part part, List<Ref> stays) {
        int gone = Math.max(0, part.number() - stays.size());
        List<Ref> others = new ArrayList<>(stays);
        if (stays.isEmpty()) {
            sql.update("DELETE FROM " + PARTS + " WHERE alert_id = ? AND undo_id = ?", part.alert(), undo);
            parts("a.id = ?", part.alert()).forEach(other -> others.add(other.record()));
        } else {
            sql.update(
                    "UPDATE " + PARTS + " SET told = ?, entity = ?, record_id = ? WHERE alert_id = ? AND undo_id = ?",
                    part.number() - gone,
                    stays.get(0).entity(),
                    stays.get(0).id(),
                    part.alert(),
                    undo);
        }
        boolean named = stays.contains(part.told()) || !part.told().equals(part.record());
        if (part.more() < gone || !named && others.isEmpty()) {
            sql.update("DELETE FROM " + TABLE + " WHERE id = ?", part.alert());
            return;
        }
        Ref record = named ? part.told() : others.get(0);
        sql.update(
                "UPDATE " + TABLE + " SET more = ?, entity = ?, record_id = ? WHERE id = ?",
                part.more() - gone,
                record.entity(),
                record.id(),
                part.alert());
    }
}
