package org.salacrm.core.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.record.Ids;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.api.record.Notes;
import org.salacrm.api.record.Slice;
import org.salacrm.api.security.Caller;
import org.salacrm.core.record.AttachedTable;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Notes as rows of the database; a note is never changed. */
@Component(service = {Notes.class, AttachedTable.class})
public class StoredNotes implements Notes, AttachedTable {
    private static final int LONGEST = 20_000;
    private static final int PAGE = 50;

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final Attachments attachments;

    @Activate
    public StoredNotes(
            @Reference Tx tx, @Reference Ids ids, @Reference Clock clock, @Reference Attachments attachments) {
        this.sql = new Sql(tx);
        this.ids = ids;
        this.clock = clock;
        this.attachments = attachments;
    }

    @Override
    public String table() {
        return "core_note";
    }

    @Override
    public Slice<Note> of(String entity, long id, String after) {
        attachments.requireRead(entity, id);
        List<Note> found = sql.list(
                "SELECT a.*, u.name AS person FROM core_note" + Attachments.JOIN
                        + " WHERE a.record_id = ? AND a.entity = ? AND a.id < ?"
                        + " ORDER BY a.id DESC FETCH FIRST " + (PAGE + 1) + " ROWS ONLY",
                StoredNotes::row,
                id,
                entity,
                cursor(after));
        List<Note> page = found.subList(0, Math.min(PAGE, found.size()));
        return new Slice<>(
                page, found.size() > PAGE ? String.valueOf(page.get(PAGE - 1).id()) : "");
    }

    @Override
    public Note add(String entity, long id, String text) {
        Caller caller = attachments.requireAppend(entity, id);
        String clean = text.strip();
        if (clean.isEmpty()) {
            throw new InvalidRecordException("text", "invalid.required");
        }
        if (clean.length() > LONGEST) {
            throw new InvalidRecordException(List.of(new Refusal("text", "invalid.length", Map.of("max", LONGEST))));
        }
        if (clean.indexOf('\0') >= 0) {
            throw new InvalidRecordException("text", "invalid.characters");
        }
        Instant now = clock.instant();
        Long by = caller.user() == 0 ? null : caller.user();
        long note = ids.next();
        sql.update(
                "INSERT INTO core_note (id, entity, record_id, note_text, created_at, created_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                note,
                entity,
                id,
                clean,
                now,
                by);
        return new Note(note, clean, now, attachments.person(caller));
    }

    private static long cursor(String after) {
        if (after.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!after.matches("\\d{1,18}")) {
            throw new MalformedQueryException("after", "no cursor of notes");
        }
        return Long.parseLong(after);
    }

    private static Note row(ResultSet r) throws SQLException {
        return new Note(r.getLong("id"), r.getString("note_text"), Sql.instant(r, "created_at"), Attachments.person(r));
    }
}
