package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.importing.Imports.Problem;

/** Turns rows of a file into values of a record, and notes every cell that is refused or made good. */
final class RowMapper {
    /** Row number of a column as a whole. */
    static final int WHOLE_ROW = -1;

    private static final int LONGEST_SHOWN = 200;

    private final List<Column> columns;
    private final FieldCells cells;
    private final References references;
    private final Map<String, Object> defaults;
    private final List<String> spareTexts;

    /** A column that is read. */
    record Column(int index, String header, ColumnMapper.Target target) {}

    /** A row as read: values for {@code Records}, and its problems. */
    record Mapped(SourceRow row, Map<String, Object> values, List<Problem> problems) {
        boolean refused() {
            return problems.stream().anyMatch(p -> p.severity().equals("error"));
        }
    }

    /** @param spareTexts phone fields no column is read into, which take a second number of a cell */
    RowMapper(
            List<Column> columns,
            FieldCells cells,
            References references,
            Map<String, Object> defaults,
            List<String> spareTexts) {
        this.columns = List.copyOf(columns);
        this.cells = cells;
        this.references = references;
        this.defaults = Map.copyOf(defaults);
        this.spareTexts = List.copyOf(spareTexts);
    }

    List<Mapped> map(List<SourceRow> rows) {
        for (Column column : columns) {
            if (column.target().field().isRef()) {
                references.prepare(
                        column.target().field().ref(),
                        rows.stream().map(r -> r.cell(column.index()).text()).toList());
            }
        }
        return rows.stream().map(this::map).toList();
    }

    private Mapped map(SourceRow row) {
        Map<String, Object> values = new LinkedHashMap<>(defaults);
        Map<String, Map<String, Object>> parts = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Column column : columns) {
            SourceRow.Cell cell = row.cell(column.index());
            Outcome outcome = read(column, cell);
            note(row, column, cell, outcome, problems);
            outcome.value().ifPresent(value -> put(column.target(), value, values, parts));
            if (column.target().field().kind().equals(Kind.PHONE) && !outcome.isRefused()) {
                secondPhones(cell, column.target(), values);
            }
        }
        parts.forEach((name, part) -> values.put(name, List.of(part)));
        return new Mapped(row, values, problems);
    }

    private Outcome read(Column column, SourceRow.Cell cell) {
        FieldType field = column.target().field();
        return field.isRef()
                ? references.read(field.ref(), cell.text())
                : cells.read(column.target().owner().name(), field, cell);
    }

    private static void put(
            ColumnMapper.Target target,
            Object value,
            Map<String, Object> values,
            Map<String, Map<String, Object>> parts) {
        int dot = target.path().indexOf('.');
        if (dot < 0) {
            values.put(target.path(), value);
        } else {
            parts.computeIfAbsent(target.path().substring(0, dot), p -> new HashMap<>())
                    .put(target.path().substring(dot + 1), value);
        }
    }

    /** A second number of a cell goes to the next phone field that is empty, else stays behind the first. */
    private void secondPhones(SourceRow.Cell cell, ColumnMapper.Target target, Map<String, Object> values) {
        List<String> numbers = PhoneCell.read(cell).numbers();
        for (String number : numbers.subList(Math.min(1, numbers.size()), numbers.size())) {
            spareTexts.stream()
                    .filter(field -> !values.containsKey(field))
                    .findFirst()
                    .ifPresentOrElse(
                            field -> values.put(field, number),
                            () -> values.computeIfPresent(target.path(), (k, first) -> fitting(target, first, number)));
        }
    }

    private static Object fitting(ColumnMapper.Target target, Object first, String number) {
        String both = first + ", " + number;
        int size = target.field().size();
        return size == 0 || both.length() <= size ? both : first;
    }

    private static void note(
            SourceRow row, Column column, SourceRow.Cell cell, Outcome outcome, List<Problem> problems) {
        if (outcome.isRefused() || !outcome.repair().isEmpty()) {
            problems.add(new Problem(
                    row.number(),
                    column.index(),
                    column.header(),
                    column.target().path(),
                    shown(cell.text()),
                    outcome.isRefused() ? outcome.refusal() : outcome.repair(),
                    outcome.values(),
                    outcome.isRefused() ? "error" : "repaired"));
        }
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    /** A problem that a later step found in a field of the row; it is shown at the column the field was read from. */
    Problem problem(SourceRow row, String field, String messageKey, Map<String, ?> values) {
        String path = field.replaceAll("\\[\\d+]", "");
        for (Column column : columns) {
            if (column.target().path().equals(path)) {
                return new Problem(
                        row.number(),
                        column.index(),
                        column.header(),
                        path,
                        shown(row.cell(column.index()).text()),
                        messageKey,
                        new HashMap<>(values),
                        "error");
            }
        }
        return new Problem(row.number(), WHOLE_ROW, "", path, "", messageKey, new HashMap<>(values), "error");
    }
}
