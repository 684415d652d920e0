package org.salacrm.core.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.salacrm.api.calendar.Span;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.RecordHook;
import org.salacrm.core.calendar.Recurrence;
import org.salacrm.core.definition.CompanyZone;

/** Keeps the rule of an activity that comes back and the day it stands at in step. */
@Component(service = RecordHook.class)
@ServiceRanking(RecurrenceHook.AFTER_TIMES)
public class RecurrenceHook implements RecordHook {
    /** When the times are known, which {@link ActivityHook} sees to. */
    static final int AFTER_TIMES = 10;

    private final CompanyZone zone;

    @Activate
    public RecurrenceHook(@Reference CompanyZone zone) {
        this.zone = zone;
    }

    @Override
    public String entity() {
        return "activity";
    }

    @Override
    public void before(Change change) {
        String text = (String) change.value("recurrence").orElse("");
        if (change.kind() == Change.Kind.DELETE || text.isBlank()) {
            if (change.kind() != Change.Kind.DELETE) {
                change.set("repeatsUntil", null);
            }
            return;
        }
        LocalDate first =
                day(change, true).orElseThrow(() -> new InvalidRecordException("recurrence", "activity.series.start"));
        Recurrence rule = change.changed("recurrence")
                ? begun(change, parsed(text).from(first), first)
                : day(change, false).map(old -> parsed(text).moved(old, first)).orElse(parsed(text));
        LocalDate from = day(change, true).orElse(first);
        change.set("recurrence", rule.counted(from).since(from).toString());
        change.set("repeatsUntil", rule.counted(from).until());
    }

    private static Recurrence parsed(String text) {
        try {
            return Recurrence.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidRecordException("recurrence", "activity.series.rule");
        }
    }

    /** A series begins on a day of its rule: who says Mondays on a Saturday means from Monday. */
    private Recurrence begun(Change change, Recurrence rule, LocalDate first) {
        List<LocalDate> days = rule.between(first, first, first);
        if (days.isEmpty() || !rule.isPossible()) {
            LocalDate day = Optional.of(rule)
                    .filter(Recurrence::isPossible)
                    .flatMap(possible -> possible.next(first, first))
                    .orElseThrow(() -> new InvalidRecordException("recurrence", "activity.series.never"));
            moment(change, "startAt").ifPresent(start -> {
                Instant moved = new Span.Times(start, start).on(day, zone.get()).start();
                moment(change, "dueAt").ifPresent(due -> change.set("dueAt", due.plus(Duration.between(start, moved))));
                change.set("startAt", moved);
            });
            change.value("fromDay").map(LocalDate.class::cast).ifPresent(from -> {
                long days1 = day.toEpochDay() - from.toEpochDay();
                change.value("toDay")
                        .map(LocalDate.class::cast)
                        .ifPresent(to -> change.set("toDay", to.plusDays(days1)));
                change.set("fromDay", day);
                moment(change, "dueAt").ifPresent(due -> change.set("dueAt", due.plus(Duration.ofDays(days1))));
            });
        }
        return rule;
    }

    /** The day it stands at, now or before. */
    private Optional<LocalDate> day(Change change, boolean now) {
        Optional<Object> whole = now ? change.value("fromDay") : change.old("fromDay");
        Optional<Object> start = now ? change.value("startAt") : change.old("startAt");
        return whole.map(LocalDate.class::cast)
                .or(() -> start.map(at -> ((Instant) at).atZone(zone.get()).toLocalDate()));
    }

    private static Optional<Instant> moment(Change change, String field) {
        return change.value(field).map(Instant.class::cast);
    }
}
