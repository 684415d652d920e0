package org.salacrm.core.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
    /** Types of activities that are asked for as {@code message}. */
    private static final List<String> MESSAGES = List.of("email", "letter", "fax");

    private static final String[] ACTIVITY = {
        "subject", "type", "status", "description", "owner", "dueAt", "createdAt", "result", "mailState", "mailReason"
    };
    private static final Comparator<Happening> ORDER =
            Comparator.comparing(Happening::at).thenComparing(Happening::id).reversed();

    private final String entity;
    private final long id;
    private final History.Wish wish;
    private final Place after;
    private final String words;
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

    Timeline(String entity, long id, History.Wish wish) {
        this.entity = entity;
        this.id = id;
        this.wish = wish;
        this.after = Place.parse(wish.after());
        this.words = wish.text().strip().toLowerCase(Locale.ROOT);
    }

    private void add(Happening one) {
        if (after.isPassedBy(one) && (wish.person() == 0 || one.by().id() == wish.person()) && says(one)) {
            all.add(one);
        }
    }

    /** What was changed is looked for on the screen, where fields and values have words. */
    private boolean says(Happening one) {
        return words.isEmpty()
                || (one.label() + "\n" + one.text()).toLowerCase(Locale.ROOT).contains(words);
    }

    void addChanges(HistoryReader reader) {
        List<History.Entry> changes = reader.before(entity, id, after.at(), wish.person());
        if (wish.wants("change") && words.isEmpty()) {
            changes.forEach(this::addChange);
        }
    }

    private void addChange(History.Entry entry) {
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
                entry.changes(),
                Optional.empty()));
    }

    /** Activities about the record, and about anything else of the same customer. */
    void addActivities(Queries queries) {
        List<Filter> about = new ArrayList<>(List.of(Filter.eq("regarding", id)));
        if (entity.equals("account") || entity.equals("contact")) {
            about.add(Filter.eq(entity, id));
        }
        Filter any = asked(new Filter.Any(about));
        Query base = Query.of("activity", ACTIVITY).limit(PIECE + 1);
        Filter due = Filter.where("dueAt", Op.LE, after.at());
        Filter undated = Filter.all(new Filter.Compare("dueAt", Op.EMPTY, List.of()), made());
        queries.page(base.where(any.and(due)).sorted(Sort.down("dueAt"))).rows().forEach(this::addActivity);
        queries.page(base.where(any.and(undated)).sorted(Sort.down("createdAt")))
                .rows()
                .forEach(this::addActivity);
    }

    private Filter asked(Filter about) {
        Filter kind = wish.wants("activity") ? about : about.and(Filter.in("type", MESSAGES));
        Filter whose = wish.person() == 0 ? kind : kind.and(Filter.eq("owner", wish.person()));
        return words.isEmpty()
                ? whose
                : whose.and(new Filter.Any(List.of(
                        Filter.where("subject", Op.CONTAINS, words),
                        Filter.where("description", Op.CONTAINS, words),
                        Filter.where("result", Op.CONTAINS, words))));
    }

    private Filter made() {
        return Filter.where("createdAt", Op.LE, after.at());
    }

    private void addActivity(Row row) {
        List<Object> values = row.values();
        Object at = values.get(5) == null ? values.get(6) : values.get(5);
        if (at instanceof Instant when) {
            Ref by = values.get(4) instanceof Ref owner ? owner : new Ref("user", 0, "");
            add(new Happening(
                    row.id(),
                    when,
                    "activity",
                    "activity",
                    row.id(),
                    text(values.get(0)),
                    words(values),
                    by,
                    text(values.get(1)),
                    state(values),
                    List.of(),
                    Optional.empty()));
        }
    }

    /** What a mail server said first, then what was written, then what came of it. */
    private static String words(List<Object> values) {
        return (text(values.get(9)) + "\n" + text(values.get(3)) + "\n" + text(values.get(7))).strip();
    }

    /** Of an e-mail what became of it, of anything else how far it is. */
    private static Optional<History.State> state(List<Object> values) {
        if (values.get(8) != null) {
            return Optional.of(new History.State("mailState", text(values.get(8))));
        }
        return Optional.ofNullable(values.get(2)).map(code -> new History.State("activityStatus", text(code)));
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
                        note.text(),
                        note.by(),
                        "",
                        Optional.empty(),
                        List.of(),
                        Optional.of(note)));
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
                    List.of(),
                    Optional.empty()));
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
}
