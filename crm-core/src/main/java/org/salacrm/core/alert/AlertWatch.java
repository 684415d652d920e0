package org.salacrm.core.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.AlertRule;
import org.salacrm.api.definition.Registry;
import org.salacrm.core.store.Rounds;

/** Notices that time passes. Several nodes may look at the same time: nobody is told twice of one occasion. */
@Component(service = AlertWatch.class, immediate = true)
public class AlertWatch {
    private static final int SECONDS = 20;
    private static final Duration KEPT = Duration.ofDays(180);

    private final Registry registry;
    private final Moments moments;
    private final AlertRows rows;
    private final AlertDesk desk;
    private final AlertLetters letters;
    private final Clock clock;
    /** By rule, until when it was looked. */
    private final Map<String, Instant> seen = new HashMap<>();

    private Instant forgotten = Instant.EPOCH;

    private final Rounds rounds;

    @Activate
    public AlertWatch(
            @Reference Registry registry,
            @Reference Moments moments,
            @Reference AlertRows rows,
            @Reference AlertDesk desk,
            @Reference AlertLetters letters,
            @Reference Clock clock) {
        this.registry = registry;
        this.moments = moments;
        this.rows = rows;
        this.desk = desk;
        this.letters = letters;
        this.clock = clock;
        this.rounds = new Rounds("Alerts").every(SECONDS, SECONDS, this::look);
    }

    /** Looks at everything that came since it last looked. */
    private void look() {
        Instant now = clock.instant();
        for (AlertRule rule : registry.all(AlertRule.class)) {
            if (!rule.at().isEmpty()) {
                moments.pass(rule, seen.getOrDefault(rule.id(), now.minus(Moments.MADE_UP)), now);
                seen.put(rule.id(), now);
            }
        }
        rows.wake(now).forEach(desk::again);
        letters.post(now);
        if (forgotten.isBefore(now.minus(Duration.ofDays(1)))) {
            rows.forget(now.minus(KEPT));
            rows.neverMail(now.minus(AlertDelivery.NEWS));
            forgotten = now;
        }
    }

    @Deactivate
    public void stop() {
        rounds.close();
    }
}
