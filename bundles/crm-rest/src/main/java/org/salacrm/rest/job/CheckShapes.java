package org.salacrm.rest.job;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.importing.ImportChecks;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;
import org.salacrm.rest.record.Wire;

/** What a check of an import found, as the client shows and corrects it. */
@Component(service = CheckShapes.class)
public final class CheckShapes {
    private final ImportShapes shapes;

    @Activate
    public CheckShapes(@Reference ImportShapes shapes) {
        this.shapes = shapes;
    }

    /** Who is told, in his language and era. */
    record Reader(String language, boolean buddhist) {}

    Shape of(ImportChecks.RowPage page, Reader reader) {
        Shape shape = new Shape().with("items", rows(page.items(), reader));
        if (page.next() != 0) {
            shape.with("next", page.next());
        }
        return shape.some("forAll", page.forAll()).with("summary", ImportShapes.summary(page.summary()));
    }

    Shape of(ImportChecks.Fixed fixed, Reader reader) {
        return new Shape()
                .with("rows", rows(fixed.rows(), reader))
                .with("touched", fixed.touched())
                .with("open", fixed.open())
                .with("summary", ImportShapes.summary(fixed.summary()));
    }

    private List<Shape> rows(List<ImportChecks.CheckedRow> rows, Reader reader) {
        return rows.stream()
                .map(row -> new Shape()
                        .with("row", row.row())
                        .with("cells", row.cells())
                        .with(
                                "problems",
                                row.problems().stream()
                                        .map(p -> shapes.problem(p, reader.language(), reader.buddhist()))
                                        .toList())
                        .with(
                                "fixes",
                                row.fixes().stream().map(CheckShapes::fix).toList())
                        .some(
                                "likely",
                                row.twins().likely().stream()
                                        .map(CheckShapes::likely)
                                        .toList())
                        .some("choice", row.twins().choice()))
                .toList();
    }

    private static Shape fix(ImportChecks.Fix fix) {
        Shape shape = new Shape()
                .with("row", fix.row())
                .with("column", fix.column())
                .with("was", fix.was())
                .with("value", fix.value());
        return fix.ref() == 0 ? shape : shape.id("ref", fix.ref());
    }

    private static Shape likely(ImportChecks.Likely likely) {
        Shape shape = new Shape();
        if (likely.record() != 0) {
            shape.id("id", likely.record());
        }
        if (likely.otherRow() != 0) {
            shape.with("row", likely.otherRow());
        }
        return shape.some("title", likely.title())
                .with("owner", likely.owner())
                .with("score", likely.score())
                .some("reasons", likely.reasons());
    }

    /** A decision out of a body; without a row it is of all rows of which nothing was decided. */
    ImportChecks.Choice choice(Map<String, Object> body) {
        Object record = body.get("record");
        return new ImportChecks.Choice(
                number(body, "row", 0),
                text(body, "choice"),
                record == null ? 0 : Wire.id("record", record.toString()));
    }

    /** A correction out of a body; without a row it is of all cells of the column that say the same. */
    ImportChecks.Fix fix(Map<String, Object> body) {
        Object ref = body.get("ref");
        return new ImportChecks.Fix(
                number(body, "row", 0),
                (int) number(body, "column", -1),
                text(body, "was"),
                text(body, "value"),
                ref == null ? 0 : Wire.id("ref", ref.toString()));
    }

    private static long number(Map<String, Object> body, String name, long otherwise) {
        Object value = body.getOrDefault(name, otherwise);
        if (!(value instanceof Number number)) {
            throw new RefusedException(400, "value.wrong", Map.of("name", name));
        }
        return number.longValue();
    }

    private static String text(Map<String, Object> body, String name) {
        Object value = body.getOrDefault(name, "");
        if (!(value instanceof String text)) {
            throw new RefusedException(400, "value.wrong", Map.of("name", name));
        }
        return text;
    }
}
