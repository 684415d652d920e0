package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.core.model.PartPath;
import org.salacrm.core.record.IdText;
import org.salacrm.core.record.Writes;

/** Turns rows of a file into values of a record, and notes every cell that is refused or made good. */
final class RowMapper {
    /** Number of the column of a problem that concerns a row as a whole. */
    static final int WHOLE_ROW = -1;

    private final Plan plan;
    private final RowProblems told;
    private final FieldCells cells;
    private final References references;
    private final Spares spares;
    private final PostalAreas areas;

    /**
     * A column that is read.
     *
     * @param written how its dates are
     */
    record Column(int index, String header, ColumnMapper.Target target, DateCell.Written written) {}

    /**
     * What is read out of each row.
     *
     * @param width number of columns of the table; nothing may stand beyond
     * @param defaults values that new records have where their row says nothing; several owners have them in turn
     */
    record Plan(List<Column> columns, int width, Map<String, Object> defaults) {
        Plan {
            columns = List.copyOf(columns);
            defaults = Map.copyOf(defaults);
        }

        /** By the number of the row: it has the same owner when it is tried again. */
        Map<String, Object> begun(SourceRow row) {
            Map<String, Object> begun = new LinkedHashMap<>(defaults);
            begun.computeIfPresent(
                    ImportRules.OWNER,
                    (name, owner) ->
                            owner instanceof List<?> turn ? turn.get((int) (row.number() % turn.size())) : owner);
            return begun;
        }
    }

    /**
     * A row as read.
     *
     * @param values for {@code Records}
     * @param parts what of the values belongs to which part
     * @param along values of the records it brings along, by the reference to each
     * @param begun what a new record has beside them
     */
    record Mapped(
            SourceRow row,
            Map<String, Object> values,
            RowParts parts,
            Map<String, Map<String, Object>> along,
            Map<String, Object> begun,
            List<Problem> problems) {
        Map<String, Object> ofNew() {
            Map<String, Object> all = new LinkedHashMap<>(begun);
            all.putAll(values);
            return all;
        }

        /** The team that gets the new record as a whole, without one of it who owns it. */
        Optional<Long> sharingTeam() {
            Map<String, Object> all = ofNew();
            return "".equals(all.get(ImportRules.OWNER))
                    ? IdText.read(String.valueOf(all.get(ImportRules.TEAM)))
                    : Optional.empty();
        }

        boolean refused() {
            return problems.stream().anyMatch(p -> p.severity().equals("error"));
        }
    }

    RowMapper(Plan plan, FieldCells cells, References references, Spares spares) {
        this.plan = plan;
        this.told = new RowProblems(plan.columns());
        this.cells = cells;
        this.references = references;
        this.spares = spares;
        this.areas = new PostalAreas(
                references.queries(),
                plan.columns().stream().map(Column::target).toList());
    }

    /** @param entity of the rows */
    Companions companions(String entity, Writes writes) {
        return new Companions(entity, this, references, writes);
    }

    /** The records that rows may change, also those that others went into which were called so. */
    Existing existing(RowWriter.Target target, List<Mapped> rows) {
        return Existing.of(references, target, rows, heldFields());
    }

    List<Mapped> map(List<SourceRow> rows) {
        for (Column column : plan.columns()) {
            if (column.target().field().isRef()) {
                String entity = column.target().field().ref();
                references.prepare(
                        entity,
                        rows.stream().map(r -> r.cell(column.index()).text()).toList());
                references.prepareChosen(
                        entity,
                        rows.stream().map(r -> r.cell(column.index()).ref()).toList());
            }
        }
        List<Mapped> mapped = rows.stream().map(this::map).toList();
        areas.fill(mapped, this);
        return mapped;
    }

    /** Rows once more, now that others are there which they may name. @param entity of the rows */
    List<Mapped> again(String entity, List<Mapped> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        references.forgetUnknown(entity);
        return map(rows.stream().map(Mapped::row).toList());
    }

    /** Whether nothing is wrong with a row but that it names records of its own kind which are not there yet. */
    boolean isEarly(Mapped row, String entity) {
        return row.refused()
                && row.problems().stream()
                        .filter(p -> p.severity().equals("error"))
                        .allMatch(p -> p.messageKey().equals(References.UNKNOWN)
                                && plan.columns().stream()
                                        .anyMatch(c -> c.index() == p.column()
                                                && c.target().field().ref().equals(entity)));
    }

    private Mapped map(SourceRow row) {
        Map<String, Object> values = new LinkedHashMap<>();
        RowParts parts = new RowParts();
        Map<String, Map<String, Object>> along = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        beyond(row, problems);
        for (Column column : plan.columns()) {
            Outcome outcome = read(column, row.cell(column.index()));
            told.note(row, column, outcome, problems);
            String companion = column.target().companion();
            outcome.value().ifPresent(value -> {
                if (companion.isEmpty()) {
                    put(column, value, column.target().part().map(parts::of).orElse(values));
                } else {
                    along.computeIfAbsent(companion, c -> new LinkedHashMap<>())
                            .put(column.target().field().name(), value);
                }
            });
        }
        values.putAll(parts.ofNew());
        return new Mapped(row, values, parts, along, plan.begun(row), problems);
    }

    /** Cells to the right of the table belong to no column: a separator in a cell has cut it, or nobody named them. */
    private void beyond(SourceRow row, List<Problem> problems) {
        int width = row.width();
        if (width > plan.width()) {
            problems.add(new Problem(
                    row.number(),
                    WHOLE_ROW,
                    "",
                    "",
                    RowProblems.shown(row.cell(width - 1).text()),
                    "import.row.wide",
                    Map.of("cells", width, "columns", plan.width()),
                    "error"));
        }
    }

    private Outcome read(Column column, SourceRow.Cell cell) {
        FieldType field = column.target().field();
        return field.isRef()
                ? references.read(field.ref(), cell)
                : cells.read(column.target().owner().name(), field, cell, column.written());
    }

    /** Two columns of one text stand behind each other: first name and surname, house and road. */
    private static void put(Column column, Object value, Map<String, Object> into) {
        into.merge(column.target().field().name(), value, (before, more) -> behind(column, before, more));
    }

    /** A bare number means nothing behind another text without its header, such as floor 2. */
    private static Object behind(Column column, Object before, Object more) {
        if (!column.target().joins()) {
            return more;
        }
        boolean bare = more.toString().matches("[\\d/]+");
        return before + " " + (bare ? column.header() + " " : "") + more;
    }

    /**
     * Each further telephone number of a cell goes where there is still room for it, and is told.
     *
     * @param stored what the record holds already, empty for a new one
     */
    List<Problem> furtherPhones(Mapped mapped, Map<String, Object> stored) {
        List<Problem> told = new ArrayList<>();
        for (Column column : plan.columns()) {
            SourceRow.Cell cell = mapped.row().cell(column.index());
            if (column.target().field().kind().equals(Kind.PHONE) && PhoneCell.isSeveral(cell)) {
                PhoneCell.read(cell).numbers().stream()
                        .skip(1)
                        .map(number -> spares.put(number, mapped.values(), stored))
                        .forEach(outcome -> this.told.note(mapped.row(), column, outcome, told));
            }
        }
        return told;
    }

    /** What is to be known of a stored record: where further telephones go, and the parts it has of lists. */
    List<String> heldFields() {
        return Stream.concat(
                        spares.fields().stream(),
                        plan.columns().stream()
                                .flatMap(column -> column.target().part().stream())
                                .map(PartPath::list)
                                .distinct())
                .toList();
    }

    RowProblems told() {
        return told;
    }
}
