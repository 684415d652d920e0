package org.salacrm.core.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.AlertRule;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Ref;
import org.salacrm.core.alert.Subjects.Subject;
import org.salacrm.core.calendar.Yearly;
import org.salacrm.core.definition.CompanyZone;

/**
 * Tells of moments that come. Time passes in pieces: from where it was looked before until now. A record that was
 * changed is looked at for itself, for its moment may lie in a piece that has passed.
 */
@Component(service = Moments.class)
public class Moments {
    /** What was missed longer ago, while the product stood still, is passed over. */
    static final Duration MADE_UP = Duration.ofDays(1);

    private static final int MOST_DAYS = 366;
    private static final int MOST_MINUTES = 7 * 24 * 60;

    private final Subjects subjects;
    private final AlertRows rows;
    private final AlertDesk desk;
    private final Clock clock;
    private final CompanyZone zone;

    @Activate
    public Moments(
            @Reference Subjects subjects,
            @Reference AlertRows rows,
            @Reference AlertDesk desk,
            @Reference Clock clock,
            @Reference CompanyZone zone) {
        this.subjects = subjects;
        this.rows = rows;
        this.desk = desk;
        this.clock = clock;
        this.zone = zone;
    }

    /** A piece of time, the end included. */
    private record Piece(Instant from, Instant until) {
        boolean holds(Instant at) {
            return at.isAfter(from) && !at.isAfter(until);
        }
    }

    /** @param soonest what begins before it is over and not told of */
    private record Look(Piece piece, Instant soonest) {}

    /** Looks at what came between two moments. */
    void pass(AlertRule rule, Instant from, Instant until) {
        boolean ofDays = subjects.isDate(rule);
        if (subjects.known(rule) && !(ofDays && day(from).equals(day(until)))) {
            Piece piece = new Piece(from, until);
            Before before = new Before(rule, subjects);
            subjects.of(rule, within(rule, before, piece), paths(rule, before))
                    .forEach(subject -> tell(rule, subject, before.of(subject), new Look(piece, Instant.MIN)));
        }
    }

    /** Looks at records that were changed. */
    void look(AlertRule rule, List<Long> ids) {
        if (!subjects.known(rule)) {
            return;
        }
        Instant now = clock.instant();
        Set<Long> over = new HashSet<>(ids);
        Piece piece = new Piece(now.minus(Duration.ofDays(MOST_DAYS)), now);
        Instant soonest = subjects.isDate(rule) ? start(day(now)) : now;
        Before before = new Before(rule, subjects);
        for (Subject subject : subjects.of(rule, Filter.in("id", ids), paths(rule, before))) {
            over.remove(subject.id());
            tell(rule, subject, before.of(subject), new Look(piece, soonest));
        }
        rows.settle(rule.id(), over, now);
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone.get()).toLocalDate();
    }

    private static List<String> paths(AlertRule rule, Before before) {
        return Stream.concat(Stream.of(rule.at(), rule.yearly()).filter(path -> !path.isEmpty()), before.paths())
                .toList();
    }

    private Filter within(AlertRule rule, Before before, Piece piece) {
        boolean ofDays = subjects.isDate(rule);
        int longest = before.longest(ofDays ? MOST_DAYS : MOST_MINUTES);
        if (!ofDays) {
            return Filter.all(
                    Filter.where(rule.at(), Op.GT, piece.from()),
                    Filter.where(rule.at(), Op.LE, piece.until().plus(Duration.ofMinutes(longest))));
        }
        LocalDate first = day(piece.from());
        LocalDate last = day(piece.until()).plusDays(longest);
        Filter once = Filter.all(Filter.where(rule.at(), Op.GE, first), Filter.where(rule.at(), Op.LE, last));
        return rule.yearly().isEmpty() ? once : Filter.any(once, Yearly.within(rule.yearly(), first, last));
    }

    /** Of several moments in the piece the last one counts. */
    private void tell(AlertRule rule, Subject subject, List<Integer> lengths, Look look) {
        Telling last = null;
        Instant latest = Instant.MIN;
        for (int before : lengths) {
            for (Object at : times(rule, subject, look.piece(), before)) {
                Instant start = start(at);
                Instant moment =
                        at instanceof LocalDate day ? start(day.minusDays(before)) : start.minusSeconds(60L * before);
                if (look.piece().holds(moment) && moment.isAfter(latest) && !start.isBefore(look.soonest())) {
                    latest = moment;
                    last = telling(rule, subject, at, before);
                }
            }
        }
        if (last != null) {
            desk.tell(subject.users(), last);
        }
    }

    private Instant start(Object at) {
        return at instanceof LocalDate day ? day.atStartOfDay(zone.get()).toInstant() : (Instant) at;
    }

    private List<Object> times(AlertRule rule, Subject subject, Piece piece, int before) {
        Object at = subject.values().get(rule.at());
        if (at == null) {
            return List.of();
        }
        boolean comesBack = !rule.yearly().isEmpty() && subject.values().containsKey(rule.yearly());
        return comesBack && at instanceof LocalDate first
                ? List.copyOf(
                        Yearly.days(first, day(piece.from()), day(piece.until()).plusDays(before)))
                : List.of(at);
    }

    private static Telling telling(AlertRule rule, Subject subject, Object at, int before) {
        return new Telling(
                rule.id(),
                rule.kind(),
                new Ref(rule.entity(), subject.id(), ""),
                at + " -" + before,
                0,
                at instanceof Instant moment ? moment : null,
                at instanceof LocalDate day ? day : null,
                0,
                true,
                "");
    }
}
