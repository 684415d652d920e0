package org.salacrm.core.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.file.Files;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Notes;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.Slice;
import org.salacrm.core.record.Kept;

/**
 * Makes records like those that are there, with what hangs on them as far as it is wished: lists of parts, records that
 * refer to them, notes and files. Nothing of it is more than the caller may read and create.
 */
@Component(service = Copying.class)
public class Copying {
    private static final String NOTES = "notes";
    private static final String FILES = "files";

    private final Queries queries;
    private final EntityTypes types;
    private final Records records;
    private final Notes notes;
    private final Files files;
    private final Likeness likeness;
    private final UndoRows undone;

    @Activate
    public Copying(
            @Reference Queries queries,
            @Reference EntityTypes types,
            @Reference Records records,
            @Reference Notes notes,
            @Reference Files files,
            @Reference Likeness likeness,
            @Reference UndoRows undone) {
        this.queries = queries;
        this.types = types;
        this.records = records;
        this.notes = notes;
        this.files = files;
        this.likeness = likeness;
        this.undone = undone;
    }

    /**
     * What comes along.
     *
     * @param to the record that is there already and only gets what comes along; empty to make one
     * @param along names of lists of parts, {@code entity.field} for records that refer to it, {@code notes}, {@code
     *     files}
     */
    record Wish(Optional<Long> to, Set<String> along) {}

    /** @throws MalformedQueryException where something is to come along that hangs on no record of the entity */
    Wish wish(String entity, Map<String, Object> values) {
        Set<String> along = new HashSet<>();
        Object given = values.get("along");
        if (given instanceof List<?> list) {
            list.forEach(one -> along.add(String.valueOf(one)));
        } else if (given != null) {
            throw new MalformedQueryException("along", "is a list");
        }
        along.forEach(what -> canCome(what, entity));
        return new Wish(Given.id(values.get("to")), along);
    }

    private void canCome(String what, String entity) {
        if (what.contains(".")) {
            refersTo(what, entity);
        } else if (!Set.of(NOTES, FILES).contains(what)
                && types.get(entity).field(what).isEmpty()) {
            throw new MalformedQueryException("along", entity + " has no " + what);
        }
    }

    private void refersTo(String what, String entity) {
        int dot = what.indexOf('.');
        EntityType type = types.find(what.substring(0, dot))
                .orElseThrow(() -> new MalformedQueryException("along", "there is no " + what));
        if (type.isPart()
                || type.field(what.substring(dot + 1))
                        .filter(field -> field.ref().equals(entity))
                        .isEmpty()) {
            throw new MalformedQueryException("along", what + " does not refer to " + entity);
        }
    }

    /** @param undo under which number it can be undone */
    void copy(String entity, long id, Wish wish, long undo) {
        if (wish.to().filter(to -> to == id).isPresent()) {
            throw new InvalidRecordException("to", "copy.self");
        }
        long copy = wish.to()
                .orElseGet(() -> records.create(entity, likeness.of(types.get(entity), id, wish.along(), Map.of()))
                        .id());
        Ends ends = new Ends(entity, id, copy, undo);
        wish.along().stream().sorted().forEach(what -> bring(what, ends));
    }

    /** @return whether the note or file that came along is gone; a note that was written anew stays */
    boolean takeBack(Kept step, boolean anyway) {
        long id = Long.parseLong(step.fields().get(0).name());
        if (step.verb().equals(UndoRows.FILE)) {
            files.find(id).ifPresent(file -> files.remove(id));
            return true;
        }
        Optional<Notes.Note> note = all(step.entity(), step.record()).stream()
                .filter(one -> one.id() == id)
                .findFirst();
        boolean stays = !anyway && note.flatMap(Notes.Note::changed).isPresent();
        note.filter(one -> !stays).ifPresent(one -> notes.remove(id));
        return !stays;
    }

    private record Ends(String entity, long from, long to, long undo) {}

    private void bring(String what, Ends ends) {
        if (what.equals(NOTES)) {
            notes(ends);
        } else if (what.equals(FILES)) {
            files(ends);
        } else if (what.contains(".")) {
            referring(what, ends);
        }
    }

    /** In the order in which they were written; who is mentioned in them was told already. */
    private void notes(Ends ends) {
        for (Notes.Note note : all(ends.entity(), ends.from())) {
            long made =
                    notes.add(ends.entity(), ends.to(), note.text(), Set.of()).id();
            undone.added(ends.undo(), ends.entity(), ends.to(), UndoRows.NOTE, made);
        }
    }

    private List<Notes.Note> all(String entity, long record) {
        List<Notes.Note> all = new ArrayList<>();
        String after = "";
        do {
            Slice<Notes.Note> piece = notes.of(entity, record, after);
            all.addAll(
                    0,
                    piece.items().stream()
                            .sorted(Comparator.comparing(Notes.Note::at))
                            .toList());
            after = piece.next();
        } while (!after.isEmpty());
        return all;
    }

    /** Of several versions the newest. */
    private void files(Ends ends) {
        Set<String> names = new HashSet<>();
        for (Files.Stored file : files.of(ends.entity(), ends.from())) {
            if (names.add(file.name())) {
                try (InputStream content = files.open(file.id())) {
                    long made = files.attach(ends.entity(), ends.to(), file.name(), content)
                            .id();
                    undone.added(ends.undo(), ends.entity(), ends.to(), UndoRows.FILE, made);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void referring(String what, Ends ends) {
        int dot = what.indexOf('.');
        EntityType type = types.get(what.substring(0, dot));
        String via = what.substring(dot + 1);
        List<Long> found = new ArrayList<>();
        queries.each(
                Query.of(type.name()).where(Filter.eq(via, String.valueOf(ends.from()))), row -> found.add(row.id()));
        Set<String> parts = Likeness.parts(type);
        Map<String, Object> other = Map.of(via, String.valueOf(ends.to()));
        found.forEach(id -> records.create(type.name(), likeness.of(type, id, parts, other)));
    }
}
