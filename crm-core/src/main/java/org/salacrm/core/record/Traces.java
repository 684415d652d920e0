package org.salacrm.core.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.event.RecordEvent;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Ids;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.core.record.outbox.Bell;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Tells in the history of a record what was done beside its fields: a file removed, a password given anew. */
@Component(service = Traces.class)
public class Traces {
    private static final String REMOVE_FILE = "remove-file";
    private static final String CHANGE_NOTE = "change-note";
    private static final String SHARE = "share";
    /** Stands in the history where a field's name does, for the files that hang on a record. */
    private static final String FILES = "files";
    /** The same for the text of a note. */
    private static final String NOTE = "note";

    private final Tx tx;
    private final Sql sql;
    private final EntityTypes types;
    private final Callers callers;
    private final Ids ids;
    private final Clock clock;
    private final Bell bell;
    private final Journal journal;

    @Activate
    public Traces(
            @Reference Tx tx,
            @Reference EntityTypes types,
            @Reference Callers callers,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference Bell bell) {
        this.tx = tx;
        this.sql = new Sql(tx);
        this.types = types;
        this.callers = callers;
        this.ids = ids;
        this.clock = clock;
        this.bell = bell;
        this.journal = new Journal(tx, ids);
    }

    /** Something was done to a record that changed none of its fields. */
    public void done(String entity, long id, String verb) {
        tell(entity, id, verb, "[]");
    }

    /** The same of a record that may be gone by now, or whose module is. */
    public void doneWhereItIs(String entity, long id, String verb) {
        types.find(entity)
                .filter(type -> sql.first("select 1 from " + type.table() + " where id = ?", row -> row.getInt(1), id)
                        .isPresent())
                .ifPresent(type -> done(entity, id, verb));
    }

    /** A file was removed from a record. */
    public void fileRemoved(String entity, long id, String name) {
        tell(entity, id, REMOVE_FILE, ChangeText.beside(List.of(new Beside(FILES, name, ""))));
    }

    /** A note was written anew: whoever may read the record could read both texts. */
    public void noteChanged(String entity, long id, String old, String now) {
        tell(entity, id, CHANGE_NOTE, ChangeText.beside(List.of(new Beside(NOTE, old, now))));
    }

    /** Something beside the fields of a record that is another now. */
    public record Beside(String name, String old, String now) {}

    /** A record is shared with others now. */
    public void shared(String entity, long id, List<Beside> changes) {
        tell(entity, id, SHARE, ChangeText.beside(changes));
    }

    /** A company's own field may be called so too, and is not for everybody who reads the record. */
    static boolean isBeside(String verb, String name) {
        return verb.equals(REMOVE_FILE) && name.equals(FILES)
                || verb.equals(CHANGE_NOTE) && name.equals(NOTE)
                || verb.equals(SHARE);
    }

    private void tell(String entity, long id, String verb, String changes) {
        EntityType type = types.get(entity);
        String owned = type.isPart() ? "0, 0" : "owner_id, team_id";
        tx.required(() -> {
            RecordEvent event = sql.first(
                            "select version, " + owned + " from " + type.table() + " where id = ?",
                            row -> event(entity, id, verb, row),
                            id)
                    .orElseThrow(() -> new AbsentRecordException(entity, id));
            journal.write(List.of(new Journal.Entry(event, changes)));
            tx.afterCommit(bell::ring);
            return event;
        });
    }

    private RecordEvent event(String entity, long id, String verb, ResultSet row) throws SQLException {
        Caller caller = callers.current();
        return new RecordEvent(
                ids.next(),
                entity,
                id,
                row.getInt(1),
                verb,
                Set.of(),
                row.getLong(2),
                row.getLong(3),
                caller.user(),
                caller.source(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
