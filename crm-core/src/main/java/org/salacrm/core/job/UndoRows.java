package org.salacrm.core.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.job.Undos;
import org.salacrm.api.record.Ids;
import org.salacrm.core.record.Kept;
import org.salacrm.core.record.KeptRows;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** What can be undone, and the writes that are not undone yet. */
@Component(service = UndoRows.class)
public class UndoRows {
    /** A code was added to a pick list. */
    static final String PICK = "pick";
    /** With whom a record is shared was changed. */
    static final String SHARE = "share";
    /** A note was written beside a record. */
    static final String NOTE = "note";
    /** A file was put beside a record. */
    static final String FILE = "file";

    private final Sql sql;
    private final KeptRows kept;
    private final Ids ids;
    private final Clock clock;
    private final String looking;

    @Activate
    public UndoRows(@Reference Tx tx, @Reference Database database, @Reference Ids ids, @Reference Clock clock) {
        this.sql = new Sql(tx);
        // Derby would let whoever looks wait for what is being undone at that moment.
        this.looking = database.vendor() == Database.Vendor.DERBY ? " WITH UR" : "";
        this.kept = new KeptRows(tx);
        this.ids = ids;
        this.clock = clock;
    }

    /** Something that somebody did. */
    record Run(long undo, long user, Instant begun, Instant undone) {}

    /** From now on something is done under a number, or goes on, also where it was undone meanwhile. */
    public void begin(long undo, long user) {
        Instant now = clock.instant();
        if (sql.update("UPDATE core_undo_run SET begun_at = ? WHERE undo_id = ?", now, undo) == 0) {
            sql.update("INSERT INTO core_undo_run (undo_id, user_id, begun_at) VALUES (?, ?, ?)", undo, user, now);
        }
    }

    long begin(long user) {
        long undo = ids.next();
        begin(undo, user);
        return undo;
    }

    /** Until the transaction ends nobody else begins to undo it. */
    void hold(long undo) {
        sql.update("UPDATE core_undo_run SET undo_id = undo_id WHERE undo_id = ?", undo);
    }

    /** What can still be undone. */
    Optional<Run> find(long undo) {
        return sql.first(
                "SELECT undo_id, user_id, begun_at, undone_at FROM core_undo_run WHERE undo_id = ? AND begun_at > ?"
                        + looking,
                UndoRows::run,
                undo,
                clock.instant().minus(Undos.DAYS, ChronoUnit.DAYS));
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(row.getLong(1), row.getLong(2), Sql.instant(row, "begun_at"), Sql.instant(row, "undone_at"));
    }

    /** In the transaction that adds it to the list. */
    public void addedPick(long undo, String list, String code) {
        List<Kept.Field> body = List.of(new Kept.Field(code, true, null, code));
        kept.write(List.of(new Kept(undo, ids.next(), list, 0, PICK, 0, body)));
    }

    /** In the transaction that put something beside a record. @param verb what it is */
    void added(long undo, String entity, long record, String verb, long id) {
        List<Kept.Field> body = List.of(new Kept.Field(String.valueOf(id), true, null, null));
        kept.write(List.of(new Kept(undo, ids.next(), entity, record, verb, 0, body)));
    }

    /** In the transaction that shares a record otherwise. @param changes one for each person or team */
    void shared(long undo, String entity, long record, List<Kept.Field> changes) {
        kept.write(List.of(new Kept(undo, ids.next(), entity, record, SHARE, 0, changes)));
    }

    /** The latest first. */
    List<Kept> next(long undo, long before, int most) {
        return sql.list(
                "SELECT " + KeptRows.COLUMNS + " FROM core_undo_step WHERE undo_id = ? AND step < ?"
                        + " ORDER BY step DESC FETCH FIRST " + most + " ROWS ONLY" + looking,
                KeptRows::read,
                undo,
                before);
    }

    boolean isLeft(long undo) {
        return !next(undo, Long.MAX_VALUE, 1).isEmpty();
    }

    long count(long undo) {
        return sql.first("SELECT count(*) FROM core_undo_step WHERE undo_id = ?" + looking, row -> row.getLong(1), undo)
                .orElse(0L);
    }

    /** A write that is not undone. */
    Optional<Kept> find(long undo, long step) {
        return sql.first(
                "SELECT " + KeptRows.COLUMNS + " FROM core_undo_step WHERE undo_id = ? AND step = ?" + looking,
                KeptRows::read,
                undo,
                step);
    }

    /** What is undone is not undone again. */
    void done(Kept step) {
        sql.update("DELETE FROM core_undo_step WHERE undo_id = ? AND step = ?", step.undo(), step.step());
    }

    /** Some of its fields are undone. */
    void left(Kept step, List<Kept.Field> fields) {
        if (!fields.equals(step.fields())) {
            sql.update(
                    "UPDATE core_undo_step SET body = ? WHERE undo_id = ? AND step = ?",
                    KeptRows.text(fields),
                    step.undo(),
                    step.step());
        }
    }

    /** Whether something can be undone: {@code possible}, {@code done}, {@code left} or {@code over}. */
    public String stands(long undo) {
        return find(undo)
                .map(run -> {
                    boolean rest = isLeft(undo);
                    boolean undone = run.undone().isAfter(run.begun());
                    return undone ? rest ? "left" : "done" : rest ? "possible" : "over";
                })
                .orElse("over");
    }

    void undone(long undo) {
        sql.update("UPDATE core_undo_run SET undone_at = ? WHERE undo_id = ?", clock.instant(), undo);
    }

    /** There was nothing to undo. */
    void forget(long undo) {
        sql.update("DELETE FROM core_undo_step WHERE undo_id = ?", undo);
        sql.update("DELETE FROM core_undo_run WHERE undo_id = ?", undo);
    }

    /** What is too old is undone no more. */
    void forgetOld() {
        sql.list(
                        "SELECT undo_id FROM core_undo_run WHERE begun_at <= ?",
                        row -> row.getLong(1),
                        clock.instant().minus(Undos.DAYS, ChronoUnit.DAYS))
                .forEach(this::forget);
    }
}
