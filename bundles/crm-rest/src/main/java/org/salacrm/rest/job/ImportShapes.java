package org.salacrm.rest.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.importing.FormerImports;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports;
import org.salacrm.api.importing.JoinedSheets;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;
import org.salacrm.rest.problem.Sentences;

/** Imports as the client shows and changes them. */
@Component(service = ImportShapes.class)
public final class ImportShapes {
    private static final Set<String> CHANGED = Set.of(
            "charset", "separator", "sheet", "headerRow", "columns", "mode", "key", "defaults", "createPickValues");
    private static final String COMMON = "to";
    private static final String BUDDHIST = "thai";

    private final Sentences sentences;

    @Activate
    public ImportShapes(@Reference Sentences sentences) {
        this.sentences = sentences;
    }

    Shape of(ImportState state) {
        Shape shape = new Shape()
                .id("id", state.id())
                .with("entity", state.entity())
                .with("file", state.file())
                .some("charset", state.charset())
                .some("separator", state.separator())
                .some("sheet", state.sheet())
                .some("sheets", state.sheets())
                .with("headerRow", state.headerRow())
                .with(
                        "columns",
                        state.columns().stream().map(ImportShapes::column).toList())
                .with("mode", state.mode())
                .some("key", state.key())
                .some("defaults", state.defaults())
                .with("createPickValues", state.createPickValues());
        if (state.rows() >= 0) {
            shape.with("rows", state.rows());
        }
        if (state.job() != 0) {
            shape.id("job", state.job());
        }
        return shape.with("state", state.state()).with("summary", summary(state.summary()));
    }

    /** One of several, without its columns. */
    Shape of(FormerImports.Former former) {
        ImportState state = former.state();
        return new Shape()
                .id("id", state.id())
                .with("entity", state.entity())
                .with("file", state.file())
                .with("at", former.at())
                .with("state", state.state())
                .with("summary", summary(state.summary()))
                .with("undo", former.undo());
    }

    Shape of(JoinedSheets.Joined joined) {
        return new Shape()
                .with("sheet", joined.sheet())
                .with("entity", joined.entity())
                .with("column", joined.column())
                .with("header", joined.header())
                .with("field", joined.field());
    }

    private static Shape column(ImportState.Column column) {
        return new Shape()
                .with("index", column.index())
                .with("header", column.header())
                .with("samples", column.samples())
                .some("field", column.field())
                .with("confidence", column.confidence())
                .some("era", column.era())
                .some("days", column.days());
    }

    Shape of(Imports.ProblemPage page, String language, boolean buddhist) {
        return new Shape()
                .with(
                        "items",
                        page.items().stream()
                                .map(p -> problem(p, language, buddhist))
                                .toList())
                .some("next", page.next())
                .with("summary", summary(page.summary()));
    }

    /** A day that was read comes in both eras; it is told in the one the reader counts in. */
    private static Map<String, Object> said(Imports.Problem problem, boolean buddhist) {
        Map<String, Object> values = problem.values();
        if (!values.containsKey(COMMON) || !values.containsKey(BUDDHIST)) {
            return values;
        }
        Object day = values.get(buddhist ? BUDDHIST : COMMON);
        return Map.of(COMMON, day, BUDDHIST, day);
    }

    Shape problem(Imports.Problem problem, String language, boolean buddhist) {
        return new Shape()
                .with("row", problem.row())
                .with("column", problem.column())
                .with("header", problem.header())
                .with("field", problem.field())
                .with("value", problem.value())
                .with("code", problem.messageKey())
                .with("message", sentences.format(language, problem.messageKey(), said(problem, buddhist)))
                .with("severity", problem.severity());
    }

    static Shape summary(Imports.Summary summary) {
        return new Shape()
                .with("rows", summary.rows())
                .with("create", summary.created())
                .with("update", summary.updated())
                .with("failed", summary.failed())
                .with("repaired", summary.repaired())
                .with("skipped", summary.skipped())
                .with("likely", summary.likely());
    }

    /** What a body changes; what it does not name is null, which stands for "as it is". */
    Imports.Change change(Map<String, Object> body) {
        requireKnown(body);
        return new Imports.Change(
                typed(body, "charset", String.class),
                typed(body, "separator", String.class),
                typed(body, "sheet", String.class),
                typed(body, "headerRow", Integer.class),
                body.get("columns") == null ? null : columns(typed(body, "columns", List.class), "field"),
                typed(body, "mode", String.class),
                typed(body, "key", String.class),
                body.get("defaults") == null ? null : Json.object(body.get("defaults")),
                typed(body, "createPickValues", Boolean.class),
                body.get("columns") == null ? null : columns(typed(body, "columns", List.class), "era"));
    }

    /** What is said of columns under a name; a column of which only its era is said keeps its field. */
    private static Map<Integer, String> columns(List<?> list, String name) {
        Map<Integer, String> columns = new LinkedHashMap<>();
        for (Object item : list) {
            Map<String, Object> column = Json.object(item);
            int index = required(column, "index");
            String said = typed(column, name, String.class);
            if (column.containsKey(name) || name.equals("field") && !column.containsKey("era")) {
                columns.put(index, said == null ? "" : said);
            }
        }
        return columns;
    }

    /** What nobody would read is refused, so that nobody believes it done. */
    private static void requireKnown(Map<String, Object> body) {
        List<Refusal> unknown = body.keySet().stream()
                .filter(name -> !CHANGED.contains(name))
                .map(name -> new Refusal(name, "invalid.unknown", Map.of("field", name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidRecordException(unknown);
        }
    }

    private static Integer required(Map<String, Object> body, String name) {
        Integer value = typed(body, name, Integer.class);
        if (value == null) {
            throw new RefusedException(400, "value.wrong", Map.of("name", name));
        }
        return value;
    }

    private static <T> T typed(Map<String, Object> body, String name, Class<T> type) {
        Object value = body.get(name);
        if (value != null && !type.isInstance(value)) {
            throw new RefusedException(400, "value.wrong", Map.of("name", name));
        }
        return type.cast(value);
    }
}
