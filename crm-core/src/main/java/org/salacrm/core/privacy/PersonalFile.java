package org.salacrm.core.privacy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.Erasure;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.export.Exports;
import org.salacrm.api.file.Files;
import org.salacrm.api.message.Messages;
import org.salacrm.api.privacy.PersonalData;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.record.History;
import org.salacrm.api.record.Notes;
import org.salacrm.api.record.Slice;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;

/** Collects as the product itself, in the language of whoever asked: what the law calls known is not his rights. */
@Component
public final class PersonalFile implements PersonalData {
    /** What was done with a person: files that hang on it concern him. */
    private static final String DONE = "activity";

    private final EntityTypes types;
    private final Queries queries;
    private final Exports exports;
    private final Attached attached;
    private final Callers callers;
    private final People people;
    private final Fates fates;

    /** What hangs on a record, and its words. */
    private record Attached(Notes notes, Files files, History history, Messages messages) {}

    @Activate
    public PersonalFile(
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference Exports exports,
            @Reference Notes notes,
            @Reference Files files,
            @Reference History history,
            @Reference Messages messages,
            @Reference Callers callers,
            @Reference People people,
            @Reference Fates fates) {
        this.types = types;
        this.queries = queries;
        this.exports = exports;
        this.attached = new Attached(notes, files, history, messages);
        this.callers = callers;
        this.people = people;
        this.fates = fates;
    }

    @Override
    public Collected of(String entity, long id) {
        Caller all = people.permitted(entity, id, "personal data");
        return out -> callers.as(all, () -> collect(entity, id, out));
    }

    @Override
    public List<Fate> fates(String entity, long id) {
        Caller all = people.permitted(entity, id, "personal data");
        return callers.as(
                all, () -> fates.of(entity, id).stream().flatMap(this::told).toList());
    }

    private Stream<Fate> told(Fates.Fate fate) {
        Query records = fate.records();
        long number = queries.count(records.entity(), records.filter());
        return Stream.of(new Fate(
                        records.entity(), number, fate.way(), fate.erasure().flatMap(Erasure::why)))
                .filter(told -> told.records() > 0);
    }

    private long collect(String entity, long id, OutputStream out) {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            long records = 0;
            int number = 0;
            for (Query question : new KnownOf(types).records(entity, id)) {
                long found = queries.count(question.entity(), question.filter());
                if (found > 0) {
                    records += found;
                    table(zip, ++number, question);
                    filesOf(zip, entity, id, question);
                }
            }
            notes(zip, entity, id);
            history(zip, entity, id);
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException("the file about " + entity + " " + id + " broke off", e);
        }
    }

    private void table(ZipOutputStream zip, int number, Query question) throws IOException {
        String title = label(question.entity());
        for (String format : List.of("html", "csv")) {
            zip.putNextEntry(new ZipEntry(number + " " + title + "." + format));
            exports.prepare(new Exports.Wish(question, format, title, false)).to(staying(zip));
            zip.closeEntry();
        }
    }

    private String label(String entity) {
        Messages words = attached.messages();
        String key = entity + ".plural";
        return words.has(key) ? words.text(key).in(callers.current().language()) : entity;
    }

    /** Those of the person and of what was done with him. */
    private void filesOf(ZipOutputStream zip, String entity, long id, Query question) throws IOException {
        boolean own = question.entity().equals(entity);
        if (!own && !question.entity().equals(DONE)) {
            return;
        }
        List<Long> records = new ArrayList<>();
        queries.each(question, row -> records.add(row.id()));
        for (long record : own ? List.of(id) : records) {
            for (Files.Stored file : attached.files().of(question.entity(), record)) {
                zip.putNextEntry(new ZipEntry(label(question.entity()) + "/" + file.id() + " " + file.name()));
                try (InputStream content = attached.files().open(file.id())) {
                    content.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    private void notes(ZipOutputStream zip, String entity, long id) throws IOException {
        StringBuilder text = new StringBuilder();
        String after = "";
        do {
            Slice<Notes.Note> slice = attached.notes().of(entity, id, after);
            slice.items().forEach(note -> line(text, note.at(), note.by().label(), note.text()));
            after = slice.next();
        } while (!after.isEmpty());
        write(zip, "notes.txt", text);
    }

    private void history(ZipOutputStream zip, String entity, long id) throws IOException {
        StringBuilder text = new StringBuilder();
        String after = "";
        do {
            Slice<History.Entry> slice = attached.history().of(entity, id, after);
            for (History.Entry entry : slice.items()) {
                line(text, entry.at(), entry.by().label(), entry.verb());
                entry.changes().forEach(change -> text.append("    ")
                        .append(change.field())
                        .append(": ")
                        .append(change.old().map(String::valueOf).orElse(""))
                        .append(" → ")
                        .append(change.now().map(String::valueOf).orElse(""))
                        .append('\n'));
            }
            after = slice.next();
        } while (!after.isEmpty());
        write(zip, "history.txt", text);
    }

    private static void line(StringBuilder text, Object at, String by, String what) {
        text.append(at).append("  ").append(by).append("  ").append(what).append('\n');
    }

    private static void write(ZipOutputStream zip, String name, StringBuilder text) throws IOException {
        if (text.length() > 0) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    /** What closes its stream does not close the file around it. */
    private static OutputStream staying(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}
