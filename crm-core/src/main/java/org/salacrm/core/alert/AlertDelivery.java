package org.salacrm.core.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.alert.Alerts.Alert;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.mail.Post.Party;
import org.salacrm.api.mail.UndeliveredException;
import org.salacrm.api.message.Messages;
import org.salacrm.api.query.Queries;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.setting.Settings;
import org.salacrm.core.definition.BuddhistEra;
import org.salacrm.core.definition.CompanyZone;
import org.salacrm.core.mail.StoredMailSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails a user what he was told and has not read, in his language. */
@Component
public class AlertDelivery implements JobKind {
    static final String KIND = "alert-mail";
    private static final Logger LOG = LoggerFactory.getLogger(AlertDelivery.class);
    /** So long an e-mail is tried; what is older is no news. */
    static final Duration NEWS = Duration.ofDays(3);

    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern(" HH:mm", Locale.ROOT);

    private final AlertRows rows;
    private final StoredAlerts alerts;
    private final StoredMailSettings mail;
    private final Queries queries;
    private final Callers callers;
    private final Messages messages;
    private final Settings settings;
    private final CompanyZone zone;
    private final Clock clock;

    @Activate
    public AlertDelivery(
            @Reference AlertRows rows,
            @Reference StoredAlerts alerts,
            @Reference StoredMailSettings mail,
            @Reference Queries queries,
            @Reference Callers callers,
            @Reference Messages messages,
            @Reference Settings settings,
            @Reference CompanyZone zone,
            @Reference Clock clock) {
        this.rows = rows;
        this.alerts = alerts;
        this.mail = mail;
        this.queries = queries;
        this.callers = callers;
        this.messages = messages;
        this.settings = settings;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(Map<String, Object> parameters, Progress progress) {
        long user = Long.parseLong(parameters.get("user").toString());
        String key = parameters.get("key").toString();
        Optional<Caller> caller = callers.find(user);
        Optional<Party> party = party(user);
        if (caller.isEmpty() || party.isEmpty()) {
            rows.became(user, key, caller.isEmpty() ? "" : "now"); // the address was taken away a moment ago
            return Map.of();
        }
        List<Alert> told = callers.as(
                caller.get(),
                () -> alerts.told(rows.ofLetter(user, key, clock.instant().minus(NEWS))));
        String language = caller.get().language();
        Reader reader = new Reader(language, settings.countsInBuddhistEra(user, language));
        boolean sent = told.isEmpty() || isSent(key, party.get(), reader, told);
        rows.became(user, key, sent ? "sent" : "");
        return Map.of();
    }

    private Optional<Party> party(long user) {
        return queries.one("user", user, List.of("name", "email"))
                .filter(row -> row.values().get(1) != null)
                .map(row -> new Party(
                        String.valueOf(row.values().get(0)), row.values().get(1).toString()));
    }

    /** How the user reads. */
    private record Reader(String language, boolean buddhist) {}

    /** Mails them, unless the server says that it never will. */
    private boolean isSent(String key, Party to, Reader reader, List<Alert> told) {
        String language = reader.language();
        String subject = told.size() == 1
                ? told.get(0).text()
                : messages.format(language, "alert.mail.subject", Map.of("count", told.size()));
        List<String> lines = new ArrayList<>();
        told.forEach(alert -> lines.add(line(alert, reader)));
        lines.add(messages.text("alert.mail.foot").in(language));
        try {
            mail.deliver(key, to, subject.replaceAll("\\p{Cntrl}+", " "), String.join("\n\n", lines));
            return true;
        } catch (UndeliveredException e) {
            if (!e.lasting()) {
                throw new BusyException("alerts are not mailed: " + e.getMessage(), PAUSE, e);
            }
            LOG.warn("The server takes no alerts for {}: {}", to.address(), e.getMessage());
            return false;
        }
    }

    private String line(Alert alert, Reader reader) {
        StringBuilder line = new StringBuilder(alert.text());
        alert.due().map(due -> due.atZone(zone.get())).ifPresent(due -> line.append("\n")
                .append(day(due.toLocalDate(), reader))
                .append(HOUR.format(due)));
        alert.day().ifPresent(day -> line.append("\n").append(day(day, reader)));
        if (alert.more() > 0) {
            line.append("\n").append(messages.format(reader.language(), "alert.more", Map.of("count", alert.more())));
        }
        settings.company("siteAddress")
                .map(json -> json.replace("\"", ""))
                .filter(site -> !site.isEmpty())
                .ifPresent(site -> line.append("\n")
                        .append(site)
                        .append("/record/")
                        .append(alert.record().entity())
                        .append("/")
                        .append(alert.record().id()));
        return line.toString();
    }

    private static String day(LocalDate day, Reader reader) {
        return DAY.format(day) + BuddhistEra.year(day, reader.buddhist());
    }
}
