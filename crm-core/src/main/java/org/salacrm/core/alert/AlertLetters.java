package org.salacrm.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.alert.AlertChoices.Choice;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.record.Ids;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.core.mail.StoredMailSettings;
import org.salacrm.core.store.Tx;

/** Gathers for each user what is to be mailed: at once outside his quiet hours, or with his digest. */
@Component(service = AlertLetters.class)
public class AlertLetters {
    private final AlertRows rows;
    private final StoredChoices choices;
    private final Callers callers;
    private final Jobs jobs;
    private final Ids ids;
    private final Tx tx;
    private final StoredMailSettings settings;

    @Activate
    public AlertLetters(
            @Reference AlertRows rows,
            @Reference StoredChoices choices,
            @Reference Callers callers,
            @Reference Jobs jobs,
            @Reference Ids ids,
            @Reference Tx tx,
            @Reference StoredMailSettings settings) {
        this.rows = rows;
        this.choices = choices;
        this.callers = callers;
        this.jobs = jobs;
        this.ids = ids;
        this.tx = tx;
        this.settings = settings;
    }

    void post(Instant now) {
        if (!settings.isSetUp()) {
            return;
        }
        for (String mail : List.of("now", "digest")) {
            for (long user : rows.waiting(mail, now)) {
                Choice choice = choices.of(user);
                boolean digest = mail.equals("digest");
                if (digest || !choices.quiet(choice, now)) {
                    hand(user, mail, digest ? choices.lastDigest(choice, now) : now);
                }
            }
        }
    }

    /** One letter and one job for it; a node that comes second finds nothing left to hand over. */
    private void hand(long user, String mail, Instant until) {
        tx.required(() -> {
            String key = ids.next() + ".alerts@sala";
            if (rows.hand(user, mail, until, key) > 0) {
                callers.as(
                        Caller.system("alerts"),
                        () -> jobs.start(AlertDelivery.KIND, Map.of("user", Long.toString(user), "key", key)));
            }
            return null;
        });
    }
}
