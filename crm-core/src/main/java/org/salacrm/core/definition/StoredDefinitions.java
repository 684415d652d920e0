package org.salacrm.core.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.Definition;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Definitions kept in the database, so that every node and every restart knows them: those taken in from the deploy
 * folder and those the company made.
 */
@Component(service = StoredDefinitions.class)
public class StoredDefinitions {
    private static final Logger LOG = LoggerFactory.getLogger(StoredDefinitions.class);
    private static final String DEPLOY = "deploy";
    private static final String COMPANY = "company";

    private final ObjectMapper json = new ObjectMapper();
    private final Sql sql;
    private final Setup setup;
    private final Kept<List<Row>> rows;

    @Activate
    public StoredDefinitions(@Reference Tx tx, @Reference Setup setup, @Reference Clock clock) {
        this.sql = new Sql(tx);
        this.setup = setup;
        this.rows = new Kept<>(this::read, clock);
    }

    private record Row(String kind, String id, String origin, String file, String body) {}

    /** What is read of one state of the rows. */
    record Layers(Object rows, List<Definition> definitions) {}

    /** Whether the layers are still those of the rows. */
    boolean current(Layers layers) {
        return layers.rows() == rows.get();
    }

    /** All that can be read: those of the deploy folder by file name, then the company's. */
    Layers layers() {
        List<Row> now = rows.get();
        List<Definition> definitions = new ArrayList<>();
        for (Row row : now) {
            try {
                DefinitionReader.read(row.origin() + " " + row.file(), whole(row))
                        .forEach(read -> definitions.add(read.definition()));
            } catch (RefusedDefinitionException e) {
                LOG.warn("a definition kept in the database is left out: {}", e.getMessage());
            }
        }
        return new Layers(now, definitions);
    }

    /** Takes in a file of the deploy folder, in place of what it held before. A bad file changes nothing. */
    public void take(String file, String text) {
        List<DefinitionReader.Read> read = DefinitionReader.read(file, text);
        List<Row> now = read.stream()
                .map(r -> new Row(r.kind(), r.definition().id(), DEPLOY, file, write(r.tree())))
                .toList();
        List<Row> before = of(file);
        if (!List.copyOf(now).equals(before)) {
            setup.change(edit(file, before, now), () -> replace(file, now), rows::forget);
        }
    }

    /** A file of the deploy folder was taken away. */
    public void drop(String file) {
        List<Row> before = of(file);
        if (!before.isEmpty()) {
            setup.change(edit(file, before, List.of()), () -> replace(file, List.of()), rows::forget);
        }
    }

    /** Keeps a definition of the company in place of the shipped one. */
    void save(String kind, String id, Map<String, ?> body) {
        Row row = new Row(kind, id, COMPANY, "-", write(body));
        try {
            DefinitionReader.read(id, whole(row));
        } catch (RefusedDefinitionException e) {
            throw new MalformedQueryException(kind, e.getMessage());
        }
        List<Row> before = own(kind, id);
        setup.change(
                edit(kind + "/" + id, before, List.of(row)),
                () -> {
                    delete(before);
                    insert(row);
                },
                rows::forget);
    }

    /** Forgets what the company and the deploy folder say, so that the shipped definition counts again. */
    void reset(String kind, String id) {
        List<Row> before = read().stream()
                .filter(r -> r.kind().equals(kind) && r.id().equals(id))
                .toList();
        if (!before.isEmpty()) {
            setup.change(edit(kind + "/" + id, before, List.of()), () -> delete(before), rows::forget);
        }
    }

    private List<Row> of(String file) {
        return read().stream()
                .filter(r -> r.origin().equals(DEPLOY) && r.file().equals(file))
                .toList();
    }

    private List<Row> own(String kind, String id) {
        return read().stream()
                .filter(r -> r.origin().equals(COMPANY) && r.kind().equals(kind) && r.id().equals(id))
                .toList();
    }

    private List<Row> read() {
        return sql.list(
                "SELECT kind, id, origin, file_name, body FROM core_definition"
                        + " ORDER BY origin DESC, file_name, kind, id",
                r -> new Row(r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5)));
    }

    private void replace(String file, List<Row> now) {
        sql.update("DELETE FROM core_definition WHERE origin = ? AND file_name = ?", DEPLOY, file);
        now.forEach(this::insert);
    }

    private void insert(Row row) {
        sql.update(
                "INSERT INTO core_definition (kind, id, origin, file_name, body) VALUES (?, ?, ?, ?, ?)",
                row.kind(),
                row.id(),
                row.origin(),
                row.file(),
                row.body());
    }

    private void delete(List<Row> gone) {
        gone.forEach(row -> sql.update(
                "DELETE FROM core_definition WHERE kind = ? AND id = ? AND origin = ? AND file_name = ?",
                row.kind(),
                row.id(),
                row.origin(),
                row.file()));
    }

    private Setup.Edit edit(String subject, List<Row> before, List<Row> now) {
        return new Setup.Edit("definition", subject, text(before), text(now));
    }

    private String text(List<Row> some) {
        return String.join("\n", some.stream().map(this::whole).toList());
    }

    private String whole(Row row) {
        return "{" + write(row.kind()) + ": {" + write(row.id()) + ": " + row.body() + "}}";
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a plain tree: " + value, e);
        }
    }
}
