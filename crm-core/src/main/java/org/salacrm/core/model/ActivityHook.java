package org.salacrm.core.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.RecordHook;

/** Gives an activity the customer it belongs to and the times that follow from what is known. */
@Component
public class ActivityHook implements RecordHook {
    private final AccountOf accounts;
    private final PickLists pickLists;
    private final Clock clock;

    @Activate
    public ActivityHook(@Reference AccountOf accounts, @Reference PickLists pickLists, @Reference Clock clock) {
        this.accounts = accounts;
        this.pickLists = pickLists;
        this.clock = clock;
    }

    @Override
    public String entity() {
        return "activity";
    }

    @Override
    public void before(Change change) {
        if (change.kind() != Change.Kind.DELETE) {
            customer(change);
            due(change);
            done(change);
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

    /** What begins is due when it has lasted; who moves the beginning moves the end with it. */
    private static void due(Change change) {
        Optional<Instant> start = instant(change.value("startAt"));
        if (start.isEmpty() || change.changed("dueAt") && change.value("dueAt").isPresent()) {
            return;
        }
        Optional<Instant> due = instant(change.value("dueAt"));
        Optional<Instant> before = instant(change.old("startAt"));
        if (due.isEmpty() || change.changed("minutes")) {
            int minutes = change.value("minutes").map(Integer.class::cast).orElse(0);
            change.set("dueAt", start.get().plus(Duration.ofMinutes(minutes)));
        } else if (before.isPresent() && change.changed("startAt")) {
            change.set("dueAt", due.get().plus(Duration.between(before.get(), start.get())));
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

    private static Optional<Long> id(Change change, String field) {
        return change.value(field).map(Long.class::cast);
    }

    private static Optional<Instant> instant(Optional<Object> value) {
        return value.map(Instant.class::cast);
    }
}
