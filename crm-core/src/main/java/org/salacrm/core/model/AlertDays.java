package org.salacrm.core.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How many days before somebody is reminded of a day, the earliest first: {@code 7,0} is a week before and on the day,
 * {@code -} never.
 */
public record AlertDays(SortedSet<Integer> before) {
    /** Where a kind says nothing. */
    public static final AlertDays USUAL = of(7, 0);

    /** The longest that somebody is reminded ahead. */
    public static final int MOST = 365;

    private static final String NEVER = "-";
    private static final int LONGEST = 10;

    public AlertDays {
        SortedSet<Integer> latestLast = new TreeSet<>(Collections.reverseOrder());
        latestLast.addAll(before);
        before = Collections.unmodifiableSortedSet(latestLast);
    }

    private static AlertDays of(Integer... days) {
        return new AlertDays(new TreeSet<>(List.of(days)));
    }

    /** @throws IllegalArgumentException when it is no list of days */
    public static AlertDays parse(String text) {
        SortedSet<Integer> days = new TreeSet<>();
        for (String day : text.strip().equals(NEVER) ? new String[0] : text.split("[,\\s]+")) {
            int number = Integer.parseInt(day);
            if (number < 0 || number > MOST || days.size() == LONGEST) {
                throw new IllegalArgumentException(text);
            }
            days.add(number);
        }
        return new AlertDays(days);
    }

    @Override
    public String toString() {
        return before.isEmpty() ? NEVER : before.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
