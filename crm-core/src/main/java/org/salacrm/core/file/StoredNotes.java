package org.salacrm.core.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Ids;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Notes;
import org.salacrm.api.record.Slice;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.core.alert.FollowTold;
import org.salacrm.core.record.AttachedTable;
import org.salacrm.core.record.IdText;
import org.salacrm.core.record.Traces;
import org.salacrm.core.record.Visible;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Notes as rows of the database. */
@Component(service = {Notes.class, AttachedTable.class})
public class StoredNotes implements Notes, AttachedTable {
    private static final String SELECT = "SELECT a.*, u.name AS person FROM core_note" + Attachments.JOIN;
    private static final int LONGEST = 20_000;
    private static final int PAGE = 50;

    private final Tx tx;
    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final Attachments attachments;
    private final Mentions mentions;
    private final Traces traces;
    private final FollowTold followers;

    @Activate
    public StoredNotes(
            @Reference Tx tx,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference Attachments attachments,
            @Reference Mentions mentions,
            @Reference Traces traces,
            @Reference FollowTold followers) {
        this.tx = tx;
        this.sql = new Sql(tx);
        this.ids = ids;
        this.clock = clock;
        this.attachments = attachments;
        this.mentions = mentions;
        this.traces = traces;
        this.followers = followers;
    }

    /** A note with the record it hangs on. */
    private record Place(String entity, long record, Note note) {}

    @Override
    public String table() {
        return "core_note";
    }

    @Override
    public Slice<Note> of(String entity, long id, String after) {
        attachments.requireRead(entity, id);
        List<Place> found = sql.list(
                SELECT + " WHERE a.record_id = ? AND a.entity = ? AND a.id < ?" + " ORDER BY a.id DESC FETCH FIRST "
                        + (PAGE + 1) + " ROWS ONLY",
                StoredNotes::row,
                id,
                entity,
                cursor(after));
        List<Note> page = named(entity, id, found.subList(0, Math.min(PAGE, found.size())));
        return new Slice<>(
                page, found.size() > PAGE ? String.valueOf(page.get(PAGE - 1).id()) : "");
    }

    @Override
    public long count(String entity, long id) {
        return attachments.count("SELECT COUNT(*) FROM core_note", entity, id);
    }

    @Override
    public List<Note> pinned(String entity, long id) {
        attachments.requireRead(entity, id);
        String where = " WHERE a.record_id = ? AND a.entity = ? AND a.pinned_at IS NOT NULL ORDER BY a.pinned_at DESC";
        return named(entity, id, sql.list(SELECT + where, StoredNotes::row, id, entity));
    }

    /** The notes with the people they name. */
    private List<Note> named(String entity, long id, List<Place> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        long first = found.stream().mapToLong(place -> place.note().id()).min().getAsLong();
        long last = found.stream().mapToLong(place -> place.note().id()).max().getAsLong();
        Map<Long, List<Ref>> people = mentions.of(entity, id, first, last);
        return found.stream()
                .map(Place::note)
                .map(note -> new Note(
                        note.id(),
                        note.text(),
                        note.at(),
                        note.by(),
                        note.changed(),
                        note.pinned(),
                        people.getOrDefault(note.id(), List.of())))
                .toList();
    }

    @Override
    public Note add(String entity, long id, String text, Set<Long> mentioned) {
        Caller caller = attachments.requireAppend(entity, id);
        String clean = clean(text);
        Long by = caller.user() == 0 ? null : caller.user();
        long note = ids.next();
        return tx.required(() -> {
            sql.update(
                    "INSERT INTO core_note (id, entity, record_id, note_text, created_at, created_by)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    note,
                    entity,
                    id,
                    clean,
                    clock.instant(),
                    by);
            mentions.keep(entity, id, note, mentioned);
            followers.noted(entity, id, note, mentioned);
            attachments.changed(entity, id);
            return read(note);
        });
    }

    @Override
    public Note change(long note, Optional<Instant> seen, String text, Set<Long> mentioned) {
        Place place = own(note);
        String clean = clean(text);
        Note before = place.note();
        return tx.required(() -> {
            int changed = sql.update(
                    "UPDATE core_note SET note_text = ?, changed_at = ?"
                            + " WHERE id = ? AND COALESCE(changed_at, created_at) = ?",
                    clean,
                    clock.instant(),
                    note,
                    before.written());
            if (changed == 0 || !before.written().equals(seen.orElse(before.written()))) {
                throw new StaleRecordException("note", note);
            }
            mentions.keep(place.entity(), place.record(), note, mentioned);
            traces.noteChanged(place.entity(), place.record(), before.text(), clean);
            return read(note);
        });
    }

    @Override
    public Note one(long note) {
        return read(note);
    }

    @Override
    public List<Ref> unreached(long note) {
        Place place = place(note);
        return read(note).mentioned().stream()
                .filter(person -> !attachments.reads(person.id(), place.entity(), place.record()))
                .toList();
    }

    @Override
    public Note pin(long note, boolean on) {
        Place place = place(note);
        attachments.requireAppend(place.entity(), place.record());
        return tx.required(() -> {
            Timestamp since = on ? Timestamp.from(clock.instant()) : null;
            sql.update("UPDATE core_note SET pinned_at = ? WHERE id = ?", since, note);
            attachments.changed(place.entity(), place.record());
            return read(note);
        });
    }

    @Override
    public void remove(long note) {
        Place place = own(note);
        tx.required(() -> {
            mentions.keep(place.entity(), place.record(), note, Set.of());
            int removed = sql.update("DELETE FROM core_note WHERE id = ?", note);
            if (removed > 0) { // or somebody was quicker, and it is told already
                traces.done(place.entity(), place.record(), "remove-note");
            }
            return removed;
        });
    }

    private Place own(long note) {
        Place place = place(note);
        attachments.requireAuthor(place.entity(), place.record(), place.note().by());
        return place;
    }

    private Place place(long note) {
        return sql.first(SELECT + " WHERE a.id = ?", StoredNotes::row, note)
                .filter(found -> attachments.visible(found.entity(), found.record()))
                .orElseThrow(() -> new AbsentRecordException("note", note));
    }

    private Note read(long note) {
        Place place = place(note);
        return named(place.entity(), place.record(), List.of(place)).get(0);
    }

    private static String clean(String text) {
        String clean = text.strip();
        if (!Visible.is(clean)) {
            throw new InvalidRecordException("text", "invalid.required");
        }
        if (clean.length() > LONGEST) {
            throw InvalidRecordException.tooLong("text", LONGEST);
        }
        if (clean.indexOf('\0') >= 0) {
            throw new InvalidRecordException("text", "invalid.characters");
        }
        return clean;
    }

    private static long cursor(String after) {
        if (after.isEmpty()) {
            return Long.MAX_VALUE;
        }
        return IdText.read(after).orElseThrow(() -> new MalformedQueryException("after", "no cursor of notes"));
    }

    private static Place row(ResultSet r) throws SQLException {
        Note note = new Note(
                r.getLong("id"),
                r.getString("note_text"),
                Sql.instant(r, "created_at"),
                Attachments.person(r),
                Optional.ofNullable(r.getTimestamp("changed_at")).map(Timestamp::toInstant),
                r.getTimestamp("pinned_at") != null,
                List.of());
        return new Place(r.getString("entity"), r.getLong("record_id"), note);
    }
}
