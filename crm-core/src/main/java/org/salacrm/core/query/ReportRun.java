package org.salacrm.core.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Report;
import org.salacrm.api.query.Table;

/** Answers one report: asks its facts one by one, lets them meet in their groups and shapes the result. */
final class ReportRun {
    /** Stands in a group for everything that is not among the greatest. */
    static final Object REST = new Object() {
        @Override
        public String toString() {
            return "*";
        }
    };

    private static final int MOST_FACTS = 20;

    private final Source source;
    private final Supplier<Asking> askings;
    private final FactAsker asker;
    private final Report report;
    private final ReportColumns columns;
    private final Periods periods;

    ReportRun(Source source, Supplier<Asking> askings, FactAsker asker, Report report) {
        if (report.facts().isEmpty()
                || report.facts().size() > MOST_FACTS
                || report.dimensions().size() > 8) {
            throw new MalformedQueryException("facts", "are one to " + MOST_FACTS + ", along up to 8 dimensions");
        }
        this.source = source;
        this.askings = askings;
        this.asker = asker;
        this.report = report;
        this.columns = new ReportColumns(report);
        this.periods = Periods.of(report.shaping(), source.time());
    }

    Table run(Completion completion) {
        Shaper shaper = new Shaper(report, columns, periods);
        List<Object> top = new ArrayList<>();
        Grid grid;
        if (report.shaping().top().isPresent()) {
            grid = topped(report.shaping().top().get(), shaper, top);
        } else {
            grid = gathered(report.dimensions(), Optional.empty());
        }
        shaper.shape(grid);
        List<Labels> labels = labels(grid, completion);
        Drills drills = new Drills(report, columns, periods, top);
        return new TableWriter(report, columns, labels, drills).write(grid, kinds());
    }

    /** The greatest of the first dimension, then their numbers in full and those of all others in one. */
    private Grid topped(Report.Top top, Shaper shaper, List<Object> chosen) {
        if (report.dimensions().isEmpty() || !bucket(report.dimensions().get(0)).equals(Bucket.NONE)) {
            throw new MalformedQueryException("top", "needs a first dimension without bucket");
        }
        List<Report.Dimension> first = report.dimensions().subList(0, 1);
        Grid ranking = gathered(first, Optional.empty());
        shaper.compute(ranking, 1);
        chosen.addAll(shaper.greatest(ranking, top));
        Grid grid = report.dimensions().size() == 1
                ? only(ranking, chosen)
                : gathered(report.dimensions(), Optional.of(new Choice(chosen, false)));
        if (top.rest()) {
            List<Report.Dimension> others =
                    report.dimensions().subList(1, report.dimensions().size());
            Grid rest = gathered(others, Optional.of(new Choice(chosen, true)));
            rest.rows().forEach((key, row) -> {
                List<Object> longer = new ArrayList<>(key);
                longer.add(0, REST);
                grid.rows().put(longer, row);
            });
        }
        return grid;
    }

    private static Grid only(Grid ranking, List<Object> chosen) {
        Grid grid = new Grid(ranking.nothing());
        chosen.forEach(
                value -> grid.rows().put(Arrays.asList(value), ranking.rows().get(Arrays.asList(value))));
        return grid;
    }

    private record Choice(List<Object> values, boolean others) {}

    /** Asks all facts, and again for the period before. */
    private Grid gathered(List<Report.Dimension> dimensions, Optional<Choice> choice) {
        Map<String, FactReading.Read> read = new LinkedHashMap<>();
        Map<String, List<Integer>> seen = new HashMap<>();
        Map<String, Asking> asked = new HashMap<>();
        report.facts().forEach((name, fact) -> {
            asked.put(name, askings.get());
            read.put(name, reading(asked.get(name), dimensions, fact, choice, periods));
            seen.put(name, read.get(name).places());
        });
        Grid grid = columns.grid(seen);
        if (dimensions.isEmpty()) {
            grid.row(List.of());
        }
        read.forEach((name, r) -> asker.ask(r.question(), asked.get(name).values(), grid, places(name, r, false)));
        if (periods.compared()) {
            report.facts().forEach((name, fact) -> {
                if (!fact.date().isEmpty()) {
                    Grid before = columns.grid(seen);
                    Asking asking = askings.get();
                    FactReading.Read r = reading(asking, dimensions, fact, choice, periods.earlier());
                    List<Integer> places = places(name, r, true);
                    asker.ask(r.question(), asking.values(), before, places);
                    before.rows().forEach((key, row) -> grid.merge(shifted(dimensions, fact, key), row, places));
                }
            });
        }
        return grid;
    }

    private List<Integer> places(String fact, FactReading.Read read, boolean before) {
        List<Integer> all = columns.places(fact, before);
        return read.places().stream().map(all::get).toList();
    }

    private FactReading.Read reading(
            Asking asking, List<Report.Dimension> dimensions, Report.Fact fact, Optional<Choice> choice, Periods when) {
        EntityType type = source.types().get(fact.entity());
        Filter filter = when.in(fact.filter());
        if (!fact.date().isEmpty()) {
            filter = filter.and(Periods.days(fact.date(), when.now()));
        }
        if (choice.isPresent()) {
            Report.Dimension first = report.dimensions().get(0);
            Filter among = Drills.among(Drills.path(fact, first), choice.get().values());
            filter = filter.and(choice.get().others() ? Filter.not(among) : among);
        }
        Map<String, Report.Measure> measures = new LinkedHashMap<>();
        fact.measures()
                .forEach(
                        (name, m) -> measures.put(name, new Report.Measure(m.function(), m.of(), when.in(m.filter()))));
        Report.Fact then = new Report.Fact(fact.entity(), filter, fact.paths(), measures, fact.date());
        return new FactReading(asking, type).read(dimensions, then, filter);
    }

    private List<Object> shifted(List<Report.Dimension> dimensions, Report.Fact fact, List<Object> key) {
        List<Object> shifted = new ArrayList<>(key);
        for (int i = 0; i < key.size(); i++) {
            Report.Dimension dimension = dimensions.get(i);
            boolean moves = Drills.path(fact, dimension).equals(fact.date());
            if (moves && bucket(dimension) != Bucket.NONE && key.get(i) instanceof LocalDate day) {
                shifted.set(i, periods.shifted(day, bucket(dimension)));
            }
        }
        return shifted;
    }

    static Bucket bucket(Report.Dimension dimension) {
        return Bucket.of(dimension.bucket());
    }

    /** Names of the records that groups stand for, asked once all groups are known. */
    private List<Labels> labels(Grid grid, Completion completion) {
        List<Labels> labels = new ArrayList<>();
        Report.Fact fact = report.facts().values().iterator().next();
        Asking asking = askings.get();
        for (int i = 0; i < report.dimensions().size(); i++) {
            Report.Dimension dimension = report.dimensions().get(i);
            Path path = asking.path(source.types().get(fact.entity()), Drills.path(fact, dimension));
            int at = i;
            labels.add(Labels.of(
                    entity(path),
                    grid.rows().keySet().stream().map(key -> key.get(at)).toList(),
                    completion));
        }
        return labels;
    }

    /** The entity whose records a dimension's values are: a reference leads to them, an id is one. */
    private static String entity(Path path) {
        return path.field().name().equals("id")
                ? path.owner().name()
                : path.field().ref();
    }

    /** Kinds of the columns: of dimensions first, then of all numbers. */
    private List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        Asking asking = askings.get();
        Report.Fact fact = report.facts().values().iterator().next();
        for (Report.Dimension dimension : report.dimensions()) {
            Path path = asking.path(source.types().get(fact.entity()), Drills.path(fact, dimension));
            Bucket bucket = bucket(dimension);
            String kind = entity(path).isEmpty() ? path.field().kind() : Kind.REF;
            kinds.add(bucket == Bucket.NONE ? kind : bucket.word());
        }
        for (ReportColumns.Col column : columns.all()) {
            kinds.add(column.expression().isPresent() ? Kind.DECIMAL : kind(column, asking));
        }
        return kinds;
    }

    private String kind(ReportColumns.Col column, Asking asking) {
        Report.Fact fact = report.facts().get(column.fact());
        Report.Measure measure = fact.measures().get(column.measure());
        if (measure.function().startsWith("count")) {
            return Kind.INT;
        }
        boolean plain = Arithmetic.parse(measure.of()) instanceof Arithmetic.Name;
        return plain
                ? asking.path(source.types().get(fact.entity()), measure.of())
                        .field()
                        .kind()
                : Kind.DECIMAL;
    }
}
