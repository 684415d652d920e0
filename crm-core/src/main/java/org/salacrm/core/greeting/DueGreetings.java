package org.salacrm.core.greeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.calendar.Yearly;
import org.salacrm.core.definition.CompanyZone;

/**
 * Greetings that go out by themselves, in the name of whoever owns the customer, from eight in the morning of the day.
 * After a standstill they are sent up to two days late. Whom none can be written to is marked, so that his owner sees
 * it. A day that was written down twice, as after two records became one, is greeted once.
 */
@Component(service = DueGreetings.class)
public class DueGreetings {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int LATE_DAYS = 2;
    private static final int AHEAD_DAYS = 60;
    private static final int AFRESH_DAYS = 180;
    private static final List<String> FIELDS =
            List.of("day", "yearly", "greeting", "greetedOn", "owner", "account.owner", "kind", "contact", "account");
    /** What is over when the next year's day comes near. */
    private static final Set<String> OVER = Set.of("wished", "noAddress", "refused");

    /** The fields that are refused when there is no address, or none that can be written to. */
    private static final Set<String> NOBODY = Set.of("contact", "to");

    private final Queries queries;
    private final Greetings greetings;
    private final GreetedYears greeted;
    private final Callers callers;
    private final CompanyZone zone;
    private final Clock clock;
    private volatile LocalDate beganAfresh = LocalDate.MIN;

    @Activate
    public DueGreetings(
            @Reference Queries queries,
            @Reference Greetings greetings,
            @Reference GreetedYears greeted,
            @Reference Callers callers,
            @Reference CompanyZone zone,
            @Reference Clock clock) {
        this.queries = queries;
        this.greetings = greetings;
        this.greeted = greeted;
        this.callers = callers;
        this.zone = zone;
        this.clock = clock;
    }

    /** An anniversary and the time of it that is near. @param sender the user in whose name it is greeted, or 0 */
    private record Near(long id, LocalDate time, String greeting, LocalDate greetedOn, long sender, Whose whose) {}

    /** Of which kind a day is, and of which contact or customer. */
    private record Whose(String kind, long person) {}

    void look() {
        callers.as(Caller.system("greeting"), () -> {
            LocalDate today = greetings.today();
            if (!today.equals(beganAfresh)) {
                near(today.minusDays(LATE_DAYS), today.plusDays(AHEAD_DAYS), Filter.NONE)
                        .forEach(this::beginAfresh);
                beganAfresh = today;
            }
            Set<String> kinds = kinds();
            if (!kinds.isEmpty()) {
                Filter ours = Filter.in("kind", kinds).and(Filter.eq("greeting", "due"));
                near(today.minusDays(LATE_DAYS), today, ours).forEach(this::greet);
            }
            return null;
        });
    }

    private Set<String> kinds() {
        return queries
                .page(Query.of("anniversaryRule", "kind")
                        .where(Filter.eq("automatic", true))
                        .limit(200))
                .rows()
                .stream()
                .map(row -> row.values().get(0).toString())
                .collect(Collectors.toSet());
    }

    private List<Near> near(LocalDate from, LocalDate to, Filter which) {
        Filter once = Filter.all(Filter.where("day", Op.GE, from), Filter.where("day", Op.LE, to));
        Filter when = Filter.any(Yearly.within("monthDay", from, to), once);
        List<Near> near = new ArrayList<>();
        queries.each(
                Query.of(Greetings.ANNIVERSARY, FIELDS.toArray(String[]::new)).where(which.and(when)), row -> {
                    List<Object> values = row.values();
                    LocalDate time = Occurrence.of(
                            (LocalDate) values.get(0), Boolean.TRUE.equals(values.get(1)), greetings.today());
                    long sender = Optional.ofNullable((Ref) values.get(5))
                            .or(() -> Optional.ofNullable((Ref) values.get(4)))
                            .map(Ref::id)
                            .orElse(0L);
                    if (!time.isBefore(from) && !time.isAfter(to)) {
                        long person = Greetings.whose(values.get(7), values.get(8))
                                .map(Ref::id)
                                .orElse(row.id());
                        Whose whose = new Whose(String.valueOf(values.get(6)), person);
                        String greeting = String.valueOf(values.get(2));
                        near.add(new Near(row.id(), time, greeting, (LocalDate) values.get(3), sender, whose));
                    }
                });
        return near;
    }

    /** What was greeted last year is to be greeted again. */
    private void beginAfresh(Near one) {
        boolean longAgo = one.greetedOn() == null
                ? one.time().isAfter(greetings.today())
                : one.greetedOn().isBefore(one.time().minusDays(AFRESH_DAYS));
        if (OVER.contains(one.greeting())
                && longAgo
                && !greeted.has(one.id(), one.time().getYear())) {
            greetings.mark(one.id(), "due");
        }
    }

    private void greet(Near one) {
        Instant morning = one.time().atTime(MORNING).atZone(zone.get()).toInstant();
        if (clock.instant().isBefore(morning)
                || greeted.has(one.id(), one.time().getYear())) {
            return;
        }
        if (greeted.has(one.whose().kind(), one.whose().person(), one.time().getYear())) {
            greetings.mark(one.id(), "wished");
            return;
        }
        Optional<Caller> sender = callers.find(one.sender());
        if (sender.isEmpty()) {
            greetings.mark(one.id(), "refused");
            return;
        }
        try {
            callers.as(sender.get().from("greeting"), () -> greetings.greet(one.id()));
        } catch (ConflictException e) {
            return; // another node was faster
        } catch (InvalidRecordException e) {
            greetings.mark(one.id(), NOBODY.contains(e.refusals().get(0).field()) ? "noAddress" : "refused");
        } catch (ForbiddenException e) {
            greetings.mark(one.id(), "refused");
        }
    }
}
