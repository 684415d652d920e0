package org.salacrm.core.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells of a sheet that are merged downwards: people write a company once beside its three contacts. A worksheet names
 * them behind its rows, and only the first cell holds the text, so the others get it here.
 */
final class Merges {
    private static final String MARK = "mergeCell ";
    private static final Pattern RANGE = Pattern.compile("ref=\"([A-Z]{1,3})(\\d{1,7}):[A-Z]{1,3}(\\d{1,7})\"");
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST = 200;
    private static final int MOST = 100_000;

    /** First row to the merges that begin there. */
    private final Map<Integer, List<Merge>> byFirstRow = new HashMap<>();

    private final List<Open> open = new ArrayList<>();
    private int count;

    private record Merge(int column, int lastRow) {}

    private final Set<Integer> filled = new HashSet<>();

    private record Open(Merge merge, SourceRow.Cell cell) {}

    /** Looks through a worksheet as bytes, which is far quicker than reading it as XML twice. */
    static Merges in(InputStream sheet) throws IOException {
        Merges merges = new Merges();
        try (sheet) {
            String rest = "";
            for (byte[] bytes = sheet.readNBytes(CHUNK); bytes.length > 0; bytes = sheet.readNBytes(CHUNK)) {
                String text = rest + new String(bytes, StandardCharsets.ISO_8859_1);
                int whole = Math.max(0, text.length() - LONGEST);
                int from = 0;
                for (int at = text.indexOf(MARK); at >= 0 && at < whole; at = text.indexOf(MARK, from)) {
                    from = at + MARK.length();
                    merges.add(text.substring(from, Math.min(text.length(), from + LONGEST)));
                }
                rest = text.substring(Math.max(from, whole));
            }
            for (int at = rest.indexOf(MARK); at >= 0; at = rest.indexOf(MARK, at + 1)) {
                merges.add(rest.substring(at));
            }
        }
        return merges;
    }

    /** The columns that were filled in the last row. */
    Set<Integer> filled() {
        return filled;
    }

    private void add(String attributes) {
        Matcher m = RANGE.matcher(attributes.substring(0, Math.max(0, attributes.indexOf('>'))));
        if (m.find() && !m.group(2).equals(m.group(3)) && count++ < MOST) {
            byFirstRow
                    .computeIfAbsent(Integer.valueOf(m.group(2)), row -> new ArrayList<>())
                    .add(new Merge(WorkbookFile.column(m.group(1)), Integer.parseInt(m.group(3))));
        }
    }

    /** Fills the cells of a row that belong to one further up; rows come in order, each once. */
    void fill(int row, List<SourceRow.Cell> cells) {
        open.removeIf(one -> one.merge().lastRow() < row);
        filled.clear();
        for (Open one : open) {
            int column = one.merge().column();
            while (cells.size() <= column) {
                cells.add(SourceRow.Cell.EMPTY);
            }
            if (cells.get(column).text().isEmpty()) {
                cells.set(column, one.cell());
                filled.add(column);
            }
        }
        for (Merge merge : byFirstRow.getOrDefault(row, List.of())) {
            if (merge.column() < cells.size() && merge.column() < TableFile.MAX_COLUMNS) {
                open.add(new Open(merge, cells.get(merge.column())));
            }
        }
    }
}
