package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports.Problem;

/**
 * What was made good all over a file, said once for each column at the first row it was met in: blanks at the ends of
 * cells and invisible letters, cells merged downwards, headers that stand there again or twice.
 */
final class FileNotes {
    private static final String INVISIBLE = "\u00AD\u200B\u200C\u200E\u200F\u2060\uFEFF";

    private final List<ImportState.Column> columns;
    private final List<Problem> twice = new ArrayList<>();
    /** By what it is and the column. */
    private final Map<String, Note> notes = new LinkedHashMap<>();

    private record Note(String key, long row, ImportState.Column column, String value, long count) {
        Problem told() {
            return problem(key, row, column, value, Map.of("count", count));
        }
    }

    FileNotes(ImportState state) {
        this.columns = state.columns().stream()
                .filter(column -> !column.field().isEmpty())
                .toList();
        Map<String, ImportState.Column> read = new HashMap<>();
        columns.forEach(column -> read.putIfAbsent(Clean.key(column.header()), column));
        read.remove("");
        for (ImportState.Column column : state.columns()) {
            ImportState.Column same = read.get(Clean.key(column.header()));
            if (same != null && column.field().isEmpty()) {
                twice.add(problem(
                        "import.repaired.twice",
                        state.headerRow(),
                        column,
                        column.header(),
                        Map.of("other", same.index() + 1)));
            }
        }
    }

    /** @param filled columns in which it has what stands in a merged cell further up */
    void row(SourceRow row, Set<Integer> filled) {
        for (ImportState.Column column : columns) {
            String text = row.cell(column.index()).text();
            if (filled.contains(column.index()) && !text.isEmpty()) {
                count("import.repaired.merged", row, column, text);
            } else if (!isTidy(text)) {
                count("import.repaired.tidied", row, column, text);
            }
        }
    }

    /** A row that says the headers again. */
    void header(SourceRow row) {
        ImportState.Column whole = new ImportState.Column(RowMapper.WHOLE_ROW, "", List.of(), "", 0);
        count("import.repaired.header", row, whole, row.cell(0).text());
    }

    private void count(String key, SourceRow row, ImportState.Column column, String value) {
        notes.merge(
                key + column.index(),
                new Note(key, row.number(), column, value, 1),
                (first, more) -> new Note(key, first.row(), column, first.value(), first.count() + 1));
    }

    static boolean isTidy(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= INVISIBLE.charAt(0) && INVISIBLE.indexOf(c) >= 0) {
                return false;
            }
        }
        return text.isBlank() || !isBlank(text.charAt(0)) && !isBlank(text.charAt(text.length() - 1));
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    List<Problem> all() {
        List<Problem> all = new ArrayList<>(twice);
        notes.values().forEach(note -> all.add(note.told()));
        return all;
    }

    private static Problem problem(
            String key, long row, ImportState.Column column, String value, Map<String, Object> places) {
        return new Problem(
                row,
                column.index(),
                column.header(),
                column.field(),
                RowProblems.shown(value),
                key,
                new HashMap<>(places),
                "repaired");
    }
}
