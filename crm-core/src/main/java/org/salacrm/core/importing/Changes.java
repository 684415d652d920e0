package org.salacrm.core.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.ImportState.Column;
import org.salacrm.api.importing.Imports.Change;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;

/** New states of an import out of an old one. */
final class Changes {

    private Changes() {}

    /** @param reread reads the file anew when it is to be read differently */
    static ImportState apply(
            ImportState old, Change change, BiFunction<TableFile.Format, Integer, ImportState> reread) {
        TableFile.Format format = new TableFile.Format(
                or(change.charset(), old.charset()),
                or(change.separator(), old.separator()),
                or(change.sheet(), old.sheet()),
                old.sheets());
        int headerRow = or(change.headerRow(), old.headerRow());
        boolean other = !format.charset().equals(old.charset())
                || !format.separator().equals(old.separator())
                || !format.sheet().equals(old.sheet())
                || headerRow != old.headerRow();
        ImportState read = other ? reread.apply(format, headerRow) : old;
        return new ImportState(
                old.id(),
                old.entity(),
                old.file(),
                read.charset(),
                read.separator(),
                read.sheet(),
                read.sheets(),
                read.headerRow(),
                inEras(columns(read.columns(), or(change.columns(), Map.of())), or(change.eras(), Map.of())),
                or(change.mode(), old.mode()),
                or(change.key(), old.key()),
                or(change.defaults(), old.defaults()),
                or(change.createPickValues(), old.createPickValues()),
                -1,
                "uploaded",
                0,
                Summary.NONE);
    }

    /** The chosen fields; a field chosen for one column leaves the column that had it by proposal. */
    private static List<Column> columns(List<Column> columns, Map<Integer, String> chosen) {
        checkThere(columns, chosen);
        return columns.stream()
                .map(c -> {
                    String field = chosen.get(c.index());
                    if (field != null) {
                        return c.into(field, field.isEmpty() ? 0 : 1);
                    }
                    boolean taken = !c.field().isEmpty() && chosen.containsValue(c.field());
                    return taken ? c.into("", 0) : c;
                })
                .toList();
    }

    private static List<Column> inEras(List<Column> columns, Map<Integer, String> chosen) {
        checkThere(columns, chosen);
        return columns.stream()
                .map(c -> c.in(chosen.getOrDefault(c.index(), c.era())))
                .toList();
    }

    private static void checkThere(List<Column> columns, Map<Integer, String> chosen) {
        List<Integer> there = columns.stream().map(Column::index).toList();
        if (!there.containsAll(chosen.keySet())) {
            throw new InvalidRecordException(List.of(new Refusal("columns", "import.columns.absent", Map.of())));
        }
    }

    /**
     * A new file read as one with the same headings was before; what no field takes any more is proposed anew.
     *
     * @param takes whether a field can still be filled
     */
    static ImportState asBefore(ImportState given, ImportState former, Predicate<String> takes) {
        Map<Integer, String> chosen = new HashMap<>();
        for (Column column : former.columns()) {
            if (column.field().isEmpty() || takes.test(column.field())) {
                chosen.put(column.index(), column.field());
            }
        }
        Map<Integer, String> eras = former.columns().stream().collect(Collectors.toMap(Column::index, Column::era));
        boolean keyed = !former.key().isEmpty() && takes.test(former.key());
        Change change = new Change(
                null,
                null,
                null,
                null,
                chosen,
                keyed || former.mode().equals("create") ? former.mode() : null,
                keyed ? former.key() : null,
                null,
                null,
                eras);
        return apply(given, change, (format, row) -> given);
    }

    static ImportState with(ImportState old, List<Column> columns) {
        return new ImportState(
                old.id(),
                old.entity(),
                old.file(),
                old.charset(),
                old.separator(),
                old.sheet(),
                old.sheets(),
                old.headerRow(),
                columns,
                old.mode(),
                old.key(),
                old.defaults(),
                old.createPickValues(),
                old.rows(),
                old.state(),
                old.job(),
                old.summary());
    }

    static ImportState at(ImportState old, String state, long job, Summary summary, long rows) {
        return new ImportState(
                old.id(),
                old.entity(),
                old.file(),
                old.charset(),
                old.separator(),
                old.sheet(),
                old.sheets(),
                old.headerRow(),
                old.columns(),
                old.mode(),
                old.key(),
                old.defaults(),
                old.createPickValues(),
                rows,
                state,
                job,
                summary);
    }

    /** Whether the cells of the file are where they were before a change. */
    static boolean isReadTheSame(ImportState a, ImportState b) {
        return a.charset().equals(b.charset())
                && a.separator().equals(b.separator())
                && a.sheet().equals(b.sheet())
                && a.headerRow() == b.headerRow();
    }

    private static <T> T or(T given, T otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }
}
