package org.salacrm.core.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.RecordHook;
import org.salacrm.core.definition.CompanyZone;

/** Gives an activity the customer it belongs to and the times that follow from what is known. */
@Component
public class ActivityHook implements RecordHook {
    private static final int MOST_MINUTES = 525_600;

    private final AccountOf accounts;
    private final PickLists pickLists;
    private final Clock clock;
    private final CompanyZone zone;

    @Activate
    public ActivityHook(
            @Reference AccountOf accounts,
            @Reference PickLists pickLists,
            @Reference Clock clock,
            @Reference CompanyZone zone) {
        this.accounts = accounts;
        this.pickLists = pickLists;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public String entity() {
        return "activity";
    }

    @Override
    public void before(Change change) {
        if (change.kind() != Change.Kind.DELETE) {
            customer(change);
            days(change);
            due(change);
            done(change);
            planned(change);
        }
    }

    /** The customer of what it is about, so that his history is whole whatever an activity was recorded at. */
    private void customer(Change change) {
        String about = (String) change.value("regardingType").orElse("");
        Optional<Long> regarding = id(change, "regarding");
        if (change.changed("regarding") && regarding.isPresent()) {
            if (about.equals("contact") && change.value("contact").isEmpty()) {
                change.set("contact", regarding.get());
            }
            accounts.of(about, regarding.get()).ifPresent(account -> change.set("account", account));
        }
        if (change.value("account").isEmpty()) {
            id(change, "contact")
                    .flatMap(contact -> accounts.of("contact", contact))
                    .ifPresent(account -> change.set("account", account));
        }
    }

    /**
     * What lasts whole days has no hour and is due when the last of them is over; what has an hour lasts no days. Who
     * moves the first day takes the last along, but who names the last himself names none before the first.
     */
    private void days(Change change) {
        if (change.changed("startAt")
                && !change.changed("fromDay")
                && change.value("startAt").isPresent()) {
            change.set("fromDay", null);
        }
        Optional<LocalDate> first = change.value("fromDay").map(LocalDate.class::cast);
        if (first.isEmpty()) {
            change.set("toDay", null);
            return;
        }
        Optional<LocalDate> end = change.value("toDay").map(LocalDate.class::cast);
        boolean backwards = end.filter(day -> day.isBefore(first.get())).isPresent();
        if (backwards && change.chosen("toDay")) {
            throw new InvalidRecordException("toDay", "invalid.days");
        }
        LocalDate last = backwards ? first.get() : end.orElse(first.get());
        change.set("toDay", last);
        change.set("startAt", null);
        change.set("minutes", null);
        change.set("dueAt", startOf(last.plusDays(1)).minusSeconds(1));
    }

    /** What begins is due when it has lasted; who moves the beginning moves the end with it. */
    private static void due(Change change) {
        Optional<Instant> start = instant(change.value("startAt"));
        Optional<Instant> due = instant(change.value("dueAt"));
        if (start.isEmpty() || change.changed("dueAt") && due.isPresent()) {
            lasting(change, start, due);
            return;
        }
        Optional<Instant> before = instant(change.old("startAt"));
        if (due.isEmpty() || change.changed("minutes")) {
            int minutes = change.value("minutes").map(Integer.class::cast).orElse(0);
            change.set("dueAt", start.get().plus(Duration.ofMinutes(minutes)));
        } else if (before.isPresent() && change.changed("startAt")) {
            change.set("dueAt", due.get().plus(Duration.between(before.get(), start.get())));
        }
    }

    /** Whoever gives the end gives the length with it. */
    private static void lasting(Change change, Optional<Instant> start, Optional<Instant> due) {
        if (start.isPresent() && due.isPresent() && change.changed("dueAt") && !change.changed("minutes")) {
            long minutes = Duration.between(start.get(), due.get()).toMinutes();
            if (minutes >= 0 && minutes <= MOST_MINUTES) {
                change.set("minutes", (int) minutes);
            }
        }
    }

    private void done(Change change) {
        if (change.kind() != Change.Kind.CREATE && !change.changed("status")) {
            return;
        }
        String status = (String) change.value("status").orElse("");
        boolean open = pickLists.get("activityStatus").phase(status).equals("open");
        change.set("open", open);
        change.set("doneAt", open ? null : clock.instant());
        if (!open && change.value("dueAt").isEmpty()) {
            change.set("dueAt", clock.instant());
        }
    }

    /** An appointment is told by when it begins, a task by when it is due. */
    private void planned(Change change) {
        Instant planned = instant(change.value("startAt"))
                .or(() -> change.value("fromDay").map(day -> startOf((LocalDate) day)))
                .or(() -> instant(change.value("dueAt")))
                .orElse(null);
        change.set("plannedAt", planned);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone.get()).toInstant();
    }

    private static Optional<Long> id(Change change, String field) {
        return change.value(field).map(Long.class::cast);
    }

    private static Optional<Instant> instant(Optional<Object> value) {
        return value.map(Instant.class::cast);
    }
}
