package org.salacrm.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How something comes back, in days: the rules of RFC 5545 that a person can say, with the days that fall out. Days are
 * those of the company, so an hour stays the same hour when clocks are changed. A 31st falls on the last day of shorter
 * months.
 *
 * @param every each, every second, every third …
 * @param weekdays of weekly rules; of monthly ones the single day that nth counts
 * @param nth 1 to 4, -1 for the last; 0 when the month's day counts
 * @param day of the month, for monthly and yearly rules; 0 when there is none
 * @param month of yearly rules
 * @param count how often, 0: until the end
 * @param until last day it may fall on
 * @param except days on which it does not take place
 */
public record Recurrence(
        ChronoUnit unit,
        int every,
        SortedSet<DayOfWeek> weekdays,
        int nth,
        int day,
        int month,
        int count,
        LocalDate until,
        SortedSet<LocalDate> except) {
    /** The end of what has none. */
    public static final LocalDate ENDLESS = LocalDate.of(9999, 12, 31);

    static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** @throws IllegalArgumentException when it is no such rule */
    public static Recurrence parse(String text) {
        return RecurrenceText.parse(text);
    }

    @Override
    public String toString() {
        return RecurrenceText.write(this);
    }

    /** Whether its month ever has its day: there is no 30th of February, though a 29th in some years. */
    public boolean isPossible() {
        return unit != ChronoUnit.YEARS
                || day == 0
                || month == 0
                || day <= Month.of(month).maxLength();
    }

    /** The days between two on which it takes place, of a series that begins on a day of its own. */
    public List<LocalDate> between(LocalDate first, LocalDate from, LocalDate to) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate last = to.isBefore(until) ? to : until;
        LocalDate since = from.isBefore(first) ? first : from;
        long near = Math.max(0, unit.between(anchor(first), since) / every - 1);
        for (long turn = near; !start(first, turn).isAfter(last); turn++) {
            turn(first, turn)
                    .filter(at -> !at.isBefore(since) && !at.isAfter(last) && !except.contains(at))
                    .forEach(days::add);
        }
        return days;
    }

    /** The first day after another; empty when it is over. */
    public Optional<LocalDate> next(LocalDate first, LocalDate after) {
        // Four rounds of the longest turn: also when the next ones fall out.
        for (LocalDate from = after.plusDays(1); !from.isAfter(until); from = from.plus(4L * every, unit)) {
            LocalDate end = from.plus(4L * every, unit);
            List<LocalDate> days = between(first, from, end.minusDays(1));
            if (!days.isEmpty()) {
                return Optional.of(days.get(0));
            }
        }
        return Optional.empty();
    }

    /** The same rule by its last day instead of a number, because a series moves on and forgets what was. */
    public Recurrence counted(LocalDate first) {
        if (count == 0) {
            return this;
        }
        LocalDate last = first;
        for (int i = 1; i < count; i++) {
            last = next(first, last).orElse(last);
        }
        return new Recurrence(unit, every, weekdays, nth, day, month, 0, last, except);
    }

    /** The same with what a rule leaves open said by the day it begins on. */
    public Recurrence from(LocalDate first) {
        return switch (unit) {
            case WEEKS -> weekdays.isEmpty() ? with(new TreeSet<>(Set.of(first.getDayOfWeek())), 0, 0, 0) : this;
            case MONTHS -> nth == 0 && day == 0 ? with(weekdays, 0, first.getDayOfMonth(), 0) : this;
            case YEARS ->
                day == 0 || month == 0 ? with(weekdays, 0, first.getDayOfMonth(), first.getMonthValue()) : this;
            default -> this;
        };
    }

    /** The rule after its first day was moved: Mondays become Tuesdays, a 3rd a 4th. */
    public Recurrence moved(LocalDate old, LocalDate to) {
        if (old.equals(to)) {
            return this;
        }
        long days = ChronoUnit.DAYS.between(old, to);
        return switch (unit) {
            case WEEKS ->
                with(
                        weekdays.stream()
                                .map(weekday -> weekday.plus(days))
                                .collect(Collectors.toCollection(TreeSet::new)),
                        0,
                        0,
                        0);
            case MONTHS ->
                nth == 0
                        ? with(weekdays, 0, to.getDayOfMonth(), 0)
                        : with(
                                new TreeSet<>(Set.of(to.getDayOfWeek())),
                                nth < 0 || to.getDayOfMonth() > 28 ? -1 : (to.getDayOfMonth() + 6) / 7,
                                0,
                                0);
            case YEARS -> with(weekdays, 0, to.getDayOfMonth(), to.getMonthValue());
            default -> this;
        };
    }

    public Recurrence until(LocalDate last) {
        return new Recurrence(unit, every, weekdays, nth, day, month, 0, last, except);
    }

    public Recurrence without(LocalDate out) {
        SortedSet<LocalDate> more = new TreeSet<>(except);
        more.add(out);
        return new Recurrence(unit, every, weekdays, nth, day, month, count, until, more);
    }

    /** Without the exceptions that are over. */
    public Recurrence since(LocalDate first) {
        return new Recurrence(unit, every, weekdays, nth, day, month, count, until, except.tailSet(first));
    }

    private Recurrence with(SortedSet<DayOfWeek> others, int which, int dayOfMonth, int monthOfYear) {
        return new Recurrence(unit, every, others, which, dayOfMonth, monthOfYear, count, until, except);
    }

    private LocalDate anchor(LocalDate first) {
        return switch (unit) {
            case WEEKS -> first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHS -> first.withDayOfMonth(1);
            case YEARS -> first.withDayOfYear(1);
            default -> first;
        };
    }

    private LocalDate start(LocalDate first, long turn) {
        return anchor(first).plus(turn * every, unit);
    }

    private Stream<LocalDate> turn(LocalDate first, long turn) {
        LocalDate start = start(first, turn);
        return switch (unit) {
            case WEEKS -> weekdays.stream().map(weekday -> start.plusDays(weekday.getValue() - 1L));
            case MONTHS -> Stream.of(nth == 0 ? clamped(YearMonth.from(start)) : nth(start));
            case YEARS -> Stream.of(clamped(YearMonth.of(start.getYear(), month)));
            default -> Stream.of(start);
        };
    }

    private LocalDate nth(LocalDate month) {
        DayOfWeek weekday = weekdays.first();
        return month.with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
    }

    private LocalDate clamped(YearMonth in) {
        return in.atDay(Math.min(day, in.lengthOfMonth()));
    }
}
