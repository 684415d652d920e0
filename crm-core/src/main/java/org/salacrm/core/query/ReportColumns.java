package org.salacrm.core.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Report;

/** The numbers of a report in order: measures of facts, then expressions, each followed by its value before. */
final class ReportColumns {
    static final String BEFORE = ".before";

    /**
     * @param fact name of the fact and of its measure; both empty for an expression
     * @param before the number of the period compared with
     */
    record Col(String name, String fact, String measure, boolean before, Optional<Arithmetic> expression) {}

    private final List<Col> all = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Report report;

    /** @throws MalformedQueryException for names that are there twice or unknown */
    ReportColumns(Report report) {
        this.report = report;
        boolean compared = !report.shaping().compare().isEmpty();
        Set<String> taken = new HashSet<>();
        report.dimensions().forEach(d -> unique(d.name(), taken));
        report.facts().forEach((fact, body) -> body.measures().keySet().forEach(measure -> {
            unique(measure, taken);
            add(new Col(measure, fact, measure, false, Optional.empty()));
            if (compared) {
                add(new Col(measure + BEFORE, fact, measure, true, Optional.empty()));
            }
        }));
        report.expressions().forEach((name, text) -> {
            unique(name, taken);
            expression(name, Arithmetic.parse(text), compared);
        });
    }

    private static void unique(String name, Set<String> taken) {
        if (name.isBlank() || name.endsWith(BEFORE) || !taken.add(name)) {
            throw new MalformedQueryException(name, "is no name or is there twice");
        }
    }

    private void expression(String name, Arithmetic arithmetic, boolean compared) {
        for (String used : arithmetic.names()) {
            if (!names.contains(used)) {
                throw new MalformedQueryException(used, "is no measure known before " + name);
            }
        }
        add(new Col(name, "", "", false, Optional.of(arithmetic)));
        boolean both = arithmetic.names().stream().allMatch(n -> names.contains(n + BEFORE));
        if (compared && both) {
            add(new Col(name + BEFORE, "", "", true, Optional.of(before(arithmetic))));
        }
    }

    private static Arithmetic before(Arithmetic now) {
        if (now instanceof Arithmetic.Name name) {
            return new Arithmetic.Name(name.name() + BEFORE);
        }
        return now instanceof Arithmetic.Binary binary
                ? new Arithmetic.Binary(binary.operator(), before(binary.left()), before(binary.right()))
                : now;
    }

    private void add(Col column) {
        all.add(column);
        names.add(column.name());
    }

    List<Col> all() {
        return all;
    }

    int index(String name) {
        return names.indexOf(name);
    }

    /** @throws MalformedQueryException when there is no such number */
    int required(String name) {
        int index = index(name);
        if (index < 0) {
            throw new MalformedQueryException(name, "is no measure of the report");
        }
        return index;
    }

    /** The measure a number's records are found by: itself, or the first one an expression names. */
    Optional<Col> source(Col column) {
        Col at = column;
        while (at.expression().isPresent()) {
            Optional<String> first = at.expression().get().names().stream().findFirst();
            if (first.isEmpty()) {
                return Optional.empty();
            }
            at = all.get(index(first.get()));
        }
        return Optional.of(at);
    }

    /** An empty grid for all numbers: counts and sums that may be seen begin at zero, everything else empty. */
    Grid grid(Map<String, List<Integer>> seen) {
        List<Object> nothing = new ArrayList<>();
        for (Col column : all) {
            nothing.add(column.expression().isPresent() ? null : nothing(column, seen.get(column.fact())));
        }
        return new Grid(nothing);
    }

    private Object nothing(Col column, List<Integer> seen) {
        Report.Fact fact = report.facts().get(column.fact());
        List<String> measures = List.copyOf(fact.measures().keySet());
        String function = fact.measures().get(column.measure()).function();
        if (function.startsWith("count")) {
            return 0L;
        }
        boolean visible = seen.contains(measures.indexOf(column.measure()));
        return function.equals("sum") && visible ? BigDecimal.ZERO : null;
    }

    /** Places of a fact's measures, in their order, among all numbers. */
    List<Integer> places(String fact, boolean before) {
        return report.facts().get(fact).measures().keySet().stream()
                .map(m -> index(before ? m + BEFORE : m))
                .toList();
    }
}
