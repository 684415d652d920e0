package org.salacrm.core.mail;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.file.Files;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.mail.Mail;
import org.salacrm.api.mail.Message;
import org.salacrm.api.mail.Signature;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.Ids;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.Records.Saved;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.core.record.Writes;

/** Messages wait as activities, each with a job that hands it over. */
@Component(service = Mail.class)
public class MailQueue implements Mail {
    static final String PERMISSION = "mail.send";
    private static final String ACTIVITY = "activity";
    /** So long whoever cancels waits for what is just being handed over. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final Set<String> OVER = Set.of("failed", "bounced", "cancelled");

    private final Callers callers;
    private final Rights rights;
    private final Records records;
    private final Writes writes;
    private final Queries queries;
    private final Files files;
    private final Jobs jobs;
    private final Ids ids;
    private final StoredMailSettings settings;
    private final Recipients recipients;
    private final Handovers handovers;

    @Activate
    public MailQueue(
            @Reference Callers callers,
            @Reference Rights rights,
            @Reference Records records,
            @Reference Writes writes,
            @Reference Queries queries,
            @Reference Files files,
            @Reference Jobs jobs,
            @Reference Ids ids,
            @Reference StoredMailSettings settings,
            @Reference Recipients recipients,
            @Reference Handovers handovers) {
        this.callers = callers;
        this.rights = rights;
        this.records = records;
        this.writes = writes;
        this.queries = queries;
        this.files = files;
        this.jobs = jobs;
        this.ids = ids;
        this.settings = settings;
        this.recipients = recipients;
        this.handovers = handovers;
    }

    @Override
    public Saved send(Message message) {
        require();
        List<String> to = Addresses.checked("to", message.to());
        if (to.isEmpty()) {
            throw new InvalidRecordException("to", "invalid.required");
        }
        Map<String, Object> set = new HashMap<>();
        set.put("mailTo", String.join(",", to));
        set.put("mailCc", Addresses.joined(Addresses.checked("cc", message.cc())));
        set.put("mailBcc", Addresses.joined(Addresses.checked("bcc", message.bcc())));
        message.answers().flatMap(this::key).ifPresent(key -> set.put("mailAnswers", key));
        Optional<Ref> about = message.about().or(() -> to.stream()
                .flatMap(address -> recipients.whose(address).stream())
                .filter(this::mayAppend)
                .findFirst());
        return records.transaction(() -> {
            String key = queued(set);
            Saved saved = writes.create(ACTIVITY, written(message, about), set);
            message.files().forEach(file -> enclose(saved.id(), file));
            start(saved.id(), key);
            return saved;
        });
    }

    /** What the caller says: for him it is done with this, whenever the server takes it. */
    private Map<String, Object> written(Message message, Optional<Ref> about) {
        Map<String, Object> written = new HashMap<>();
        written.put("type", "email");
        written.put("status", "completed");
        written.put("subject", message.subject().replaceAll("\\p{Cntrl}+", " ").strip());
        written.put("description", Signature.below(message.body(), message.signatures(), settings.signatures()));
        about.ifPresent(ref -> written.put("regarding", Map.of("id", ref.id(), "entity", ref.entity())));
        return written;
    }

    private boolean mayAppend(Ref record) {
        return rights.allowed(callers.current(), record.entity(), record.id(), Verb.APPEND);
    }

    /** The Message-ID of what the caller may read, if it is an e-mail. */
    private Optional<String> key(long activity) {
        Object key = queries.one(ACTIVITY, activity, List.of("mailKey"))
                .orElseThrow(() -> new AbsentRecordException(ACTIVITY, activity))
                .values()
                .get(0);
        return Optional.ofNullable(key).map(Object::toString);
    }

    private String queued(Map<String, Object> set) {
        String key = ids.next() + "." + Long.toHexString(ids.next()) + "@sala";
        set.put("mailFrom", settings.sender());
        set.put("mailState", "queued");
        set.put("mailReason", null);
        set.put("mailTries", 0);
        set.put("mailKey", key);
        return key;
    }

    private void enclose(long activity, long file) {
        Files.Stored stored =
                files.find(file).orElseThrow(() -> new InvalidRecordException("files", "invalid.reference"));
        files.attach(ACTIVITY, activity, stored.name(), files.open(file));
    }

    /** The job is the product's own: it goes on when the sender is out of use, and fills nobody's list of jobs. */
    private void start(long activity, String key) {
        callers.as(
                Caller.system("mail"),
                () -> jobs.start(Delivery.KIND, Map.of("activity", Long.toString(activity), "key", key)));
    }

    @Override
    public void again(long activity) {
        require();
        records.transaction(() -> {
            expect(activity, OVER);
            Map<String, Object> set = new HashMap<>();
            String key = queued(set);
            Saved saved = move(activity, "send-again", set);
            start(activity, key);
            return saved;
        });
    }

    @Override
    public void cancel(long activity) {
        require();
        handovers
                .alone(
                        activity,
                        SOON,
                        () -> records.transaction(() -> {
                            expect(activity, Set.of("queued"));
                            return move(activity, "cancel-sending", Map.of("mailState", "cancelled"));
                        }))
                .orElseThrow(() -> new ConflictException("conflict.mail.handed", Map.of()));
    }

    private Saved move(long activity, String verb, Map<String, ?> set) {
        return writes.because(verb, () -> writes.update(ACTIVITY, activity, Records.ANY_VERSION, Map.of(), set));
    }

    private void expect(long activity, Set<String> states) {
        Object state = queries.one(ACTIVITY, activity, List.of("mailState"))
                .orElseThrow(() -> new AbsentRecordException(ACTIVITY, activity))
                .values()
                .get(0);
        if (state == null || !states.contains(state.toString())) {
            throw new ConflictException("conflict.mail.state", Map.of());
        }
    }

    @Override
    public List<Receiver> receivers(String entity, long id) {
        return recipients.of(entity, id);
    }

    private void require() {
        if (!rights.permitted(callers.current(), PERMISSION)) {
            throw new ForbiddenException("mail", "send");
        }
    }
}
