package org.salacrm.core.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.salacrm.api.file.Files;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.query.Sort;
import org.salacrm.api.record.History;
import org.salacrm.api.record.History.Happening;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Notes;
import org.salacrm.api.record.Slice;

/** A piece of what happened and will happen around a record, gathered from all who know, the latest first. */
final class Timeline {
    static final int PIECE = 50;
    private static final int TEXT = 300;
    private static final Comparator<Happening> ORDER =
            Comparator.comparing(Happening::at).thenComparing(Happening::id).reversed();

    private final String entity;
    private final long id;
    private final Place after;
    private final List<Happening> all = new ArrayList<>();

    /** Where the piece before ended. */
    record Place(Instant at, long id) {
        private static final Place START = new Place(Instant.parse("2400-01-01T00:00:00Z"), Long.MAX_VALUE);

        static Place parse(String text) {
            if (text.isEmpty()) {
                return START;
            }
            if (!text.matches("[0-9]{1,17}_[0-9]{1,19}")) {
                throw new InvalidRecordException("after", "invalid.characters");
            }
            String[] parts = text.split("_");
            long micros = Long.parseLong(parts[0]);
            Instant at = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
            return new Place(at, Values.after(parts[1]));
        }

        static String text(Happening last) {
            long micros = last.at().getEpochSecond() * 1_000_000 + last.at().getNano() / 1000;
            return micros + "_" + last.id();
        }

        boolean isPassedBy(Happening one) {
            return one.at().isBefore(at) || one.at().equals(at) && one.id() < id;
        }
    }

    Timeline(String entity, long id, Place after) {
        this.entity = entity;
        this.id = id;
        this.after = after;
    }

    Place place() {
        return after;
    }

    private void add(Happening one) {
        if (after.isPassedBy(one)) {
            all.add(one);
        }
    }

    void addChange(History.Entry entry) {
        add(new Happening(
                entry.id(),
                entry.at(),
                "change",
                entity,
                id,
                entry.verb(),
                "",
                entry.by(),
                "",
                Optional.empty(),
                entry.changes()));
    }

    /** Activities about the record, and about anything else of the same customer. */
    void addActivities(Queries queries) {
        List<Filter> about = new ArrayList<>(List.of(Filter.eq("regarding", id)));
        if (entity.equals("account") || entity.equals("contact")) {
            about.add(Filter.eq(entity, id));
        }
        Filter any = new Filter.Any(about);
        Query base = Query.of("activity", "subject", "type", "status", "description", "owner", "dueAt", "createdAt")
                .limit(PIECE + 1);
        Filter due = Filter.where("dueAt", Op.LE, after.at());
        Filter undated = Filter.all(new Filter.Compare("dueAt", Op.EMPTY, List.of()), made());
        queries.page(base.where(any.and(due)).sorted(Sort.down("dueAt"))).rows().forEach(this::addActivity);
        queries.page(base.where(any.and(undated)).sorted(Sort.down("createdAt")))
                .rows()
                .forEach(this::addActivity);
    }

    private Filter made() {
        return Filter.where("createdAt", Op.LE, after.at());
    }

    private void addActivity(Row row) {
        List<Object> values = row.values();
        Object at = values.get(5) == null ? values.get(6) : values.get(5);
        if (at instanceof Instant when) {
            Optional<History.State> state = values.get(2) == null
                    ? Optional.empty()
                    : Optional.of(new History.State("activityStatus", text(values.get(2))));
            Ref by = values.get(4) instanceof Ref owner ? owner : new Ref("user", 0, "");
            add(new Happening(
                    row.id(),
                    when,
                    "activity",
                    "activity",
                    row.id(),
                    text(values.get(0)),
                    head(text(values.get(3))),
                    by,
                    text(values.get(1)),
                    state,
                    List.of()));
        }
    }

    /** Notes are handed out newest first; reading ends where this piece is full. */
    void addNotes(Notes notes) {
        String cursor = "";
        int found = 0;
        do {
            Slice<Notes.Note> slice = notes.of(entity, id, cursor);
            for (Notes.Note note : slice.items()) {
                int before = all.size();
                add(new Happening(
                        note.id(),
                        note.at(),
                        "note",
                        entity,
                        id,
                        "",
                        head(note.text()),
                        note.by(),
                        "",
                        Optional.empty(),
                        List.of()));
                found += all.size() - before;
            }
            cursor = slice.next();
        } while (!cursor.isEmpty() && found <= PIECE);
    }

    void addFiles(Files files) {
        for (Files.Stored file : files.of(entity, id)) {
            add(new Happening(
                    file.id(),
                    file.at(),
                    "file",
                    entity,
                    id,
                    file.name(),
                    "",
                    file.by(),
                    "",
                    Optional.empty(),
                    List.of()));
        }
    }

    Slice<Happening> slice() {
        all.sort(ORDER);
        List<Happening> piece = all.subList(0, Math.min(PIECE, all.size()));
        return new Slice<>(piece, all.size() > PIECE ? Place.text(piece.get(PIECE - 1)) : "");
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String head(String text) {
        return text.length() <= TEXT ? text : text.substring(0, TEXT - 1) + "…";
    }
}
