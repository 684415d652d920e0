package org.salacrm.core.query;

import java.text.Collator;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Report;
import org.salacrm.api.query.Sort;
import org.salacrm.api.query.Table;

/** Puts the finished numbers of a report in order and writes them as a table, values of the pivot side by side. */
final class TableWriter {
    private final Report report;
    private final ReportColumns columns;
    private final List<Labels> labels;
    private final Drills drills;
    private final List<Map<Object, Integer>> ranks = new ArrayList<>();
    private final Collator words = Collator.getInstance(Locale.forLanguageTag("th"));

    TableWriter(Report report, ReportColumns columns, List<Labels> labels, Drills drills) {
        this.report = report;
        this.columns = columns;
        this.labels = labels;
        this.drills = drills;
    }

    /** A number's place: its column, and the value of the pivot it stands under. */
    private record Cell(int column, Object pivot) {}

    /** @param kinds of the dimensions, then of all numbers */
    Table write(Grid grid, List<String> kinds) {
        int pivot = pivot();
        for (int i = 0; i < report.dimensions().size(); i++) {
            ranks.add(rank(grid, i));
        }
        List<Cell> cells = cells(grid, pivot);
        Map<List<Object>, List<List<Object>>> lines = new LinkedHashMap<>();
        grid.rows().keySet().forEach(key -> lines.computeIfAbsent(without(key, pivot), k -> new ArrayList<>())
                .add(key));
        List<List<Object>> keys = new ArrayList<>(lines.keySet());
        keys.sort(order(grid, pivot));
        List<List<Object>> rows = new ArrayList<>();
        List<List<Table.Drill>> drill = new ArrayList<>();
        for (List<Object> key : keys) {
            rows.add(row(grid, key, cells, pivot));
            drill.add(drill(key, cells, pivot));
        }
        return new Table(header(cells, kinds, pivot), rows, drill);
    }

    private int pivot() {
        if (report.shaping().pivot().isEmpty()) {
            return -1;
        }
        for (int i = 0; i < report.dimensions().size(); i++) {
            if (report.dimensions().get(i).name().equals(report.shaping().pivot())) {
                return i;
            }
        }
        throw new MalformedQueryException(report.shaping().pivot(), "is no dimension to pivot by");
    }

    private List<Cell> cells(Grid grid, int pivot) {
        List<Object> values = new ArrayList<>();
        if (pivot < 0) {
            values.add(null);
        } else {
            grid.rows().keySet().stream()
                    .map(key -> key.get(pivot))
                    .distinct()
                    .sorted((a, b) -> compare(pivot, a, b))
                    .forEach(values::add);
        }
        List<Cell> cells = new ArrayList<>();
        for (Object value : values) {
            for (int i = 0; i < columns.all().size(); i++) {
                cells.add(new Cell(i, value));
            }
        }
        return cells;
    }

    private static List<Object> without(List<Object> key, int at) {
        List<Object> rest = new ArrayList<>(key);
        if (at >= 0) {
            rest.remove(at);
        }
        return rest;
    }

    private static List<Object> with(List<Object> key, int at, Object value) {
        List<Object> whole = new ArrayList<>(key);
        if (at >= 0) {
            whole.add(at, value);
        }
        return whole;
    }

    private List<Object> row(Grid grid, List<Object> key, List<Cell> cells, int pivot) {
        List<Object> row = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            row.add(labels.get(pivot >= 0 && i >= pivot ? i + 1 : i).shown(key.get(i)));
        }
        for (Cell cell : cells) {
            Object[] numbers = grid.rows().get(with(key, pivot, cell.pivot()));
            row.add(numbers == null ? grid.nothing().get(cell.column()) : numbers[cell.column()]);
        }
        return row;
    }

    /** Written when somebody looks: most numbers are never opened. */
    private List<Table.Drill> drill(List<Object> key, List<Cell> cells, int pivot) {
        return new AbstractList<>() {
            @Override
            public Table.Drill get(int index) {
                Cell cell = cells.get(index);
                return drills.of(columns.all().get(cell.column()), with(key, pivot, cell.pivot()));
            }

            @Override
            public int size() {
                return cells.size();
            }
        };
    }

    private List<Table.Column> header(List<Cell> cells, List<String> kinds, int pivot) {
        List<Table.Column> header = new ArrayList<>();
        for (int i = 0; i < report.dimensions().size(); i++) {
            if (i != pivot) {
                Report.Dimension dimension = report.dimensions().get(i);
                header.add(new Table.Column(dimension.name(), "dimension", kinds.get(i), dimension.path(), ""));
            }
        }
        for (Cell cell : cells) {
            String name = columns.all().get(cell.column()).name();
            Object value = pivot < 0 ? "" : labels.get(pivot).shown(cell.pivot());
            String id = value instanceof Ref ref ? String.valueOf(ref.id()) : value == null ? "" : value.toString();
            header.add(new Table.Column(
                    pivot < 0 ? name : name + "@" + id,
                    "measure",
                    kinds.get(report.dimensions().size() + cell.column()),
                    name,
                    value == null ? "" : value));
        }
        return header;
    }

    private Comparator<List<Object>> order(Grid grid, int pivot) {
        Comparator<List<Object>> order = (a, b) -> 0;
        if (report.shaping().top().isPresent() && report.order().isEmpty()) {
            order = byNumber(
                    grid, pivot, columns.required(report.shaping().top().get().by()), true);
        }
        for (Sort sort : report.order()) {
            order = order.thenComparing(bySort(sort, grid, pivot));
        }
        for (int i = 0; i < report.dimensions().size(); i++) {
            if (i != pivot) {
                order = order.thenComparing(byDimension(i, pivot, false));
            }
        }
        boolean rest = pivot != 0 && !report.dimensions().isEmpty();
        Comparator<List<Object>> restLast =
                (a, b) -> rest ? Boolean.compare(a.get(0) == ReportRun.REST, b.get(0) == ReportRun.REST) : 0;
        return restLast.thenComparing(order);
    }

    private Comparator<List<Object>> bySort(Sort sort, Grid grid, int pivot) {
        for (int i = 0; i < report.dimensions().size(); i++) {
            if (report.dimensions().get(i).name().equals(sort.path()) && i != pivot) {
                return byDimension(i, pivot, sort.desc());
            }
        }
        return byNumber(grid, pivot, columns.required(sort.path()), sort.desc());
    }

    private Comparator<List<Object>> byDimension(int at, int pivot, boolean desc) {
        int place = pivot >= 0 && at > pivot ? at - 1 : at;
        Comparator<List<Object>> up = (a, b) -> compare(at, a.get(place), b.get(place));
        return desc ? up.reversed() : up;
    }

    /** By a number, of a pivot by its sum over the row; empty comes last either way. */
    private Comparator<List<Object>> byNumber(Grid grid, int pivot, int column, boolean desc) {
        Map<List<Object>, Object> sums = new HashMap<>();
        grid.rows().forEach((key, row) -> {
            if (row[column] != null) {
                sums.merge(without(key, pivot), row[column], (a, b) -> a instanceof Number ? Grid.plus(a, b) : b);
            }
        });
        Comparator<Object> number = Shaper::natural;
        Function<List<Object>, Object> value = sums::get;
        return Comparator.comparing(value, Comparator.nullsLast(desc ? number.reversed() : number));
    }

    private int compare(int dimension, Object a, Object b) {
        Map<Object, Integer> places = ranks.get(dimension);
        return Integer.compare(places.get(a), places.get(b));
    }

    /** The place of every value of a dimension in its order: there are few values and many comparisons. */
    private Map<Object, Integer> rank(Grid grid, int dimension) {
        List<Object> values = new ArrayList<>();
        grid.rows().keySet().stream()
                .map(key -> key.get(dimension))
                .distinct()
                .sorted((a, b) -> natural(dimension, a, b))
                .forEach(values::add);
        Map<Object, Integer> places = new HashMap<>();
        values.forEach(value -> places.put(value, places.size()));
        return places;
    }

    private int natural(int dimension, Object a, Object b) {
        Object left = labels.get(dimension).shown(a);
        Object right = labels.get(dimension).shown(b);
        if (left instanceof Ref x && right instanceof Ref y) {
            int byWord = words.compare(x.label(), y.label());
            return byWord != 0 ? byWord : Long.compare(x.id(), y.id());
        }
        return left instanceof String x && right instanceof String y ? words.compare(x, y) : Shaper.natural(a, b);
    }
}
