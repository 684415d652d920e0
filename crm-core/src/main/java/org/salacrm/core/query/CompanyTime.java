package org.salacrm.core.query;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.core.calendar.Yearly;

/** The company's calendar: what today and this month are where it is, and when its days begin. */
final class CompanyTime {
    private static final Pattern TODAY = Pattern.compile("@today(?:([+-]\\d{1,5})([dwmy]))?");
    private static final Pattern NOW = Pattern.compile("@now(?:([+-]\\d{1,6})([mhd]))?");
    private static final Pattern ROLLING = Pattern.compile("@(last|next)(\\d{1,4})");
    private static final Pattern NAMED = Pattern.compile("@(this|last|next)(Week|Month|Quarter|Year)");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("d", ChronoUnit.DAYS, "w", ChronoUnit.WEEKS, "m", ChronoUnit.MONTHS, "y", ChronoUnit.YEARS);
    private static final Map<String, ChronoUnit> MOMENTS =
            Map.of("m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

    private final Clock clock;
    private final Supplier<ZoneId> zone;

    CompanyTime(Clock clock, Supplier<ZoneId> zone) {
        this.clock = clock;
        this.zone = zone;
    }

    ZoneId zone() {
        return zone.get();
    }

    /** The same calendar, which stays in the zone that it is in now. */
    CompanyTime still() {
        ZoneId now = zone();
        return new CompanyTime(clock, () -> now);
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    Instant start(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    /** {@code @today}, {@code @today-30d}, {@code @today+2w}, {@code @today-6m}, {@code @today-1y}. */
    Optional<LocalDate> day(String token) {
        Matcher m = TODAY.matcher(token);
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                m.group(1) == null ? today() : today().plus(Long.parseLong(m.group(1)), UNITS.get(m.group(2))));
    }

    /** {@code @now}, {@code @now-2h}, {@code @now+15m}, {@code @now-1d}. */
    Optional<Instant> moment(String token) {
        Matcher m = NOW.matcher(token);
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                m.group(1) == null ? now() : now().plus(Long.parseLong(m.group(1)), MOMENTS.get(m.group(2))));
    }

    /** A named period, such as {@code @thisMonth}, {@code @last30} or {@code @lastQuarter}. */
    Optional<Period> period(String token) {
        LocalDate today = today();
        if ("@yesterday".equals(token)) {
            return Optional.of(new Period(today.minusDays(1), today.minusDays(1)));
        }
        if ("@tomorrow".equals(token)) {
            return Optional.of(new Period(today.plusDays(1), today.plusDays(1)));
        }
        Matcher rolling = ROLLING.matcher(token);
        if (rolling.matches()) {
            int days = Integer.parseInt(rolling.group(2));
            return Optional.of(
                    "last".equals(rolling.group(1))
                            ? new Period(today.minusDays(days - 1L), today)
                            : new Period(today, today.plusDays(days - 1L)));
        }
        Matcher named = NAMED.matcher(token);
        if (named.matches()) {
            int away = "this".equals(named.group(1)) ? 0 : "last".equals(named.group(1)) ? -1 : 1;
            return Optional.of(calendar(Bucket.of(named.group(2).toLowerCase(java.util.Locale.ROOT)), away));
        }
        return day(token).map(d -> new Period(d, d));
    }

    /** What comes back every year within a named period, in numbers made of month and day. */
    Filter yearly(Filter.Compare compare) {
        return compare.values().stream()
                .findFirst()
                .flatMap(token -> period(token.toString()))
                .map(period -> Yearly.within(compare.path(), period.from(), period.to()))
                .orElseThrow(() -> new MalformedQueryException(
                        compare.path(), "cannot come back every year within " + compare.values()));
    }

    private Period calendar(Bucket bucket, int away) {
        LocalDate start = bucket.plus(bucket.start(today()), away);
        return new Period(start, bucket.plus(start, 1).minusDays(1));
    }

    static LocalDate endOfMonth(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfMonth());
    }
}
