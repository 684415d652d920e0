package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.salacrm.api.importing.ImportChecks.Choice;
import org.salacrm.api.importing.ImportChecks.Likely;
import org.salacrm.core.duplicate.BatchFinder;

/** Rows that look like a record that is there or like a row above, and what somebody decided to do with them. */
final class Twins {
    static final String SKIP = "skip";
    static final String UPDATE = "update";
    static final String CREATE = "create";
    static final String MERGE = "merge";
    static final List<String> CHOICES = List.of(SKIP, UPDATE, CREATE, MERGE);

    /** What a row became that was refused or skipped. */
    static final long NOTHING = 0;
    /** What a row became whose batch a check has taken back: a record that is there in the run alone. */
    static final long TAKEN_BACK = -1;

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

    /**
     * What is done with a row. A record that nobody named is the likeliest, be it what a row above became; without
     * one, or where the named one is none of them any more, the row is skipped.
     *
     * @param likely what it may be the same as; a row that stands alone is created
     * @param became which record a row above became
     */
    Choice choice(long row, List<Likely> likely, LongUnaryOperator became) {
        if (likely.isEmpty()) {
            return new Choice(row, CREATE, 0);
        }
        Choice choice = choices.getOrDefault(row, choices.getOrDefault(0L, new Choice(0, SKIP, 0)));
        if (List.of(SKIP, CREATE).contains(choice.choice())) {
            return new Choice(row, choice.choice(), 0);
        }
        long named = choice.row() == 0 ? 0 : choice.record();
        return likely.stream()
                .map(twin -> twin.otherRow() > 0 ? became.applyAsLong(twin.otherRow()) : twin.record())
                .filter(id -> id != NOTHING && (named == 0 || id == named))
                .findFirst()
                .map(id -> new Choice(row, choice.choice(), id))
                .orElse(new Choice(row, SKIP, 0));
    }
}
