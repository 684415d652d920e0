package org.salacrm.core.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.ForbiddenException;

/** Says of rows what was refused and made good, at the columns it was read from. */
final class RowProblems {
    private static final int LONGEST_SHOWN = 200;
    private static final Pattern INDEX = Pattern.compile("\\[([1-9]\\d*)]");

    private final List<RowMapper.Column> columns;

    RowProblems(List<RowMapper.Column> columns) {
        this.columns = columns;
    }

    void note(SourceRow row, RowMapper.Column column, Outcome outcome, List<Problem> problems) {
        if (outcome.isRefused() || !outcome.repair().isEmpty()) {
            problems.add(new Problem(
                    row.number(),
                    column.index(),
                    column.header(),
                    column.target().path(),
                    shown(row.cell(column.index()).text()),
                    outcome.isRefused() ? outcome.refusal() : outcome.repair(),
                    outcome.values(),
                    outcome.isRefused() ? "error" : "repaired"));
        }
    }

    private Optional<RowMapper.Column> column(String path) {
        return columns.stream().filter(one -> one.target().path().equals(path)).findFirst();
    }

    /** The path of a column with the number of its part, which records count from 0. */
    private static String numbered(String field) {
        return INDEX.matcher(field).replaceFirst(m -> "." + (Integer.parseInt(m.group(1)) + 1));
    }

    static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    /** What a row was refused for when it was to be written. */
    List<Problem> problems(SourceRow row, RuntimeException why) {
        return problems(row, "", why);
    }

    /** @param before path of the record that was refused, with a dot, empty for that of the row itself */
    List<Problem> problems(SourceRow row, String before, RuntimeException why) {
        if (why instanceof InvalidRecordException invalid) {
            return invalid.refusals().stream()
                    .map(refusal -> problem(row, before + refusal.field(), refusal.messageKey(), refusal.values()))
                    .toList();
        }
        if (why instanceof ConflictException conflict) {
            return List.of(problem(row, "", conflict.messageKey(), conflict.values()));
        }
        if (why instanceof ForbiddenException forbidden) {
            return List.of(problem(row, "", "import.row.forbidden", Map.of("verb", forbidden.verb())));
        }
        throw why;
    }

    /** A problem that a later step found in a field of the row; it is shown at the column the field was read from. */
    Problem problem(SourceRow row, String field, String messageKey, Map<String, ?> values) {
        return found(row, field, messageKey, values, "error");
    }

    /** What a later step did about a field of the row. */
    Problem repaired(SourceRow row, String field, String messageKey, Map<String, ?> values) {
        return found(row, field, messageKey, values, "repaired");
    }

    private Problem found(SourceRow row, String field, String messageKey, Map<String, ?> values, String severity) {
        String path = field.replaceAll("\\[\\d+]", "");
        Optional<RowMapper.Column> column = column(numbered(field)).or(() -> column(path));
        return new Problem(
                row.number(),
                column.map(RowMapper.Column::index).orElse(RowMapper.WHOLE_ROW),
                column.map(RowMapper.Column::header).orElse(""),
                path,
                column.map(one -> shown(row.cell(one.index()).text())).orElse(""),
                messageKey,
                new HashMap<>(values),
                severity);
    }
}
