package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.salacrm.api.importing.ImportChecks.Choice;
import org.salacrm.api.importing.ImportChecks.Likely;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.core.duplicate.BatchFinder;

/** Rows that look like a record that is there or like a row above, and what somebody decided to do with them. */
final class Twins {
    static final String SKIP = "skip";
    static final String UPDATE = "update";
    static final String CREATE = "create";
    static final String MERGE = "merge";
    static final List<String> CHOICES = List.of(SKIP, UPDATE, CREATE, MERGE);

    /** Nobody looks. */
    static final Twins NONE = new Twins(Optional.empty(), List.of(), Map.of());

    private final Optional<BatchFinder> finder;
    private final Map<Long, Choice> choices = new HashMap<>();
    private final Map<Long, List<Likely>> rows;

    /** @param rows what is known of rows that look like others of the file */
    Twins(Optional<BatchFinder> finder, List<Choice> choices, Map<Long, List<Likely>> rows) {
        this.finder = finder;
        this.rows = rows;
        choices.forEach(choice -> this.choices.put(choice.row(), choice));
    }

    /** Without comparing rows with each other, of which only some are at hand. */
    Twins alone() {
        finder.ifPresent(BatchFinder::recordsOnly);
        return this;
    }

    Map<Long, List<Likely>> find(List<RowMapper.Mapped> mapped) {
        Map<Long, List<Likely>> found = new HashMap<>();
        if (finder.isEmpty()) {
            return found;
        }
        List<BatchFinder.Entry> entries = mapped.stream()
                .map(row -> new BatchFinder.Entry(row.row().number(), row.values()))
                .toList();
        finder.get()
                .find(entries)
                .forEach((row, twins) -> twins.forEach(twin ->
                        found.computeIfAbsent(row, r -> new ArrayList<>()).add(likely(twin))));
        mapped.forEach(row -> {
            long number = row.row().number();
            rows.getOrDefault(number, List.of()).forEach(likely -> found.computeIfAbsent(number, r -> new ArrayList<>())
                    .add(likely));
        });
        found.values().forEach(some -> some.sort(Comparator.comparingInt(likely -> -likely.score())));
        return found;
    }

    private static Likely likely(BatchFinder.Twin twin) {
        return new Likely(
                twin.match().id(),
                twin.match().title(),
                twin.match().owner(),
                twin.match().score(),
                twin.match().reasons(),
                twin.row());
    }

    /** What is done with a row; a record that nobody named is the likeliest, and without one the row is skipped. */
    Choice choice(long row, List<Likely> likely) {
        Choice choice = choices.getOrDefault(row, choices.getOrDefault(0L, new Choice(0, SKIP, 0)));
        if (List.of(SKIP, CREATE).contains(choice.choice())) {
            return new Choice(row, choice.choice(), 0);
        }
        boolean named = choice.row() != 0 && likely.stream().anyMatch(one -> one.record() == choice.record());
        long record = named
                ? choice.record()
                : likely.stream()
                        .mapToLong(Likely::record)
                        .filter(id -> id != 0)
                        .findFirst()
                        .orElse(0);
        return record == 0 ? new Choice(row, SKIP, 0) : new Choice(row, choice.choice(), record);
    }

    /** Of a row's values those of fields in which a record holds nothing. */
    static Map<String, Object> missing(Queries queries, String entity, long id, Map<String, Object> values) {
        List<String> fields = List.copyOf(values.keySet());
        Map<String, Object> missing = new LinkedHashMap<>();
        Query question = Query.of(entity, fields.toArray(String[]::new)).where(Filter.eq("id", id));
        queries.each(question, row -> {
            for (int i = 0; i < fields.size(); i++) {
                Object held = row.values().get(i);
                if (held == null
                        || List.of().equals(held)
                        || Objects.toString(held).isEmpty()) {
                    missing.put(fields.get(i), values.get(fields.get(i)));
                }
            }
        });
        return missing;
    }
}
