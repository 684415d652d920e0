package org.salacrm.core.mail;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.file.Files;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.mail.Post;
import org.salacrm.api.mail.Post.Enclosure;
import org.salacrm.api.mail.Post.Letter;
import org.salacrm.api.mail.Post.Party;
import org.salacrm.api.mail.UndeliveredException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.core.record.Writes;

/**
 * Hands one message to the server. It is over when that was written down; a crash between the two has it handed over
 * again under the same Message-ID.
 */
@Component
public class Delivery implements JobKind {
    static final String KIND = "mail";
    private static final String ACTIVITY = "activity";
    private static final int TRIES = 60;
    private static final int READS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(4);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int REASON = 1000;
    private static final List<String> FIELDS = List.of(
            "mailState",
            "mailKey",
            "mailTries",
            "mailTo",
            "mailCc",
            "mailBcc",
            "subject",
            "description",
            "createdBy",
            "mailAnswers");

    private final Queries queries;
    private final Writes writes;
    private final Files files;
    private final StoredMailSettings settings;
    private final Handovers handovers;
    /** What the server took while the database could not take that in: it must not go out twice for that. */
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Post post;

    @Activate
    public Delivery(
            @Reference Queries queries,
            @Reference Writes writes,
            @Reference Files files,
            @Reference StoredMailSettings settings,
            @Reference Handovers handovers) {
        this.queries = queries;
        this.writes = writes;
        this.files = files;
        this.settings = settings;
        this.handovers = handovers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(Map<String, Object> parameters, Progress progress) {
        long activity = Long.parseLong(parameters.get("activity").toString());
        String key = parameters.get("key").toString();
        return handovers
                .alone(activity, FIRST_PAUSE, () -> deliver(activity, key))
                .orElseThrow(() -> new BusyException("the message is in other hands", FIRST_PAUSE));
    }

    private Map<String, Object> deliver(long activity, String key) {
        Row row = queries.one(ACTIVITY, activity, FIELDS).orElse(null);
        if (row != null && waits(row, key)) {
            deliver(activity, row, key);
        }
        return Map.of();
    }

    /** It may have been cancelled meanwhile, or sent again by another job. */
    private static boolean waits(Row row, String key) {
        return "queued".equals(row.values().get(0)) && key.equals(row.values().get(1));
    }

    private void deliver(long activity, Row row, String key) {
        int tries = row.values().get(2) instanceof Number before ? before.intValue() + 1 : 1;
        try {
            String partly = accepted.contains(key) ? "" : handOver(activity, row, key);
            accepted.add(key);
            end(activity, partly.isEmpty() ? "sent" : "bounced", partly, tries);
            accepted.remove(key);
        } catch (UndeliveredException e) {
            boolean over = e.lasting() || tries >= TRIES;
            if (fail(activity, key, over ? "failed" : "queued", e.getMessage(), tries) && !over) {
                throw new BusyException("the mail server did not take it: " + e.getMessage(), pause(tries), e);
            }
        }
    }

    private String handOver(long activity, Row row, String key) {
        Post office = post;
        if (office == null) {
            throw new BusyException("there is no post office", FIRST_PAUSE);
        }
        return office.deliver(settings.server(), letter(activity, row, key));
    }

    private Letter letter(long activity, Row row, String key) {
        List<Object> values = row.values();
        Party from = settings.from(values.get(8));
        List<Enclosure> enclosures = files.of(ACTIVITY, activity).stream()
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .map(file -> new Enclosure(file.name(), file.type(), () -> files.open(file.id())))
                .toList();
        return new Letter(
                key,
                from,
                settings.replyTo(values.get(8), from),
                Addresses.parted(values.get(3)),
                Addresses.parted(values.get(4)),
                Addresses.parted(values.get(5)),
                text(values.get(6)),
                text(values.get(7)),
                enclosures,
                text(values.get(9)));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    /** Not handed over, unless somebody cancelled it or had it sent again meanwhile. @return whether it was so */
    private boolean fail(long activity, String key, String state, String reason, int tries) {
        for (int i = 0; i < READS; i++) {
            Row now = queries.one(ACTIVITY, activity, FIELDS).orElse(null);
            if (now == null || !waits(now, key)) {
                return false;
            }
            try {
                write(activity, now.version(), state, reason, tries);
                return true;
            } catch (StaleRecordException e) {
                continue; // somebody saved in between; what he did decides
            }
        }
        throw new BusyException("the message changes all the time", FIRST_PAUSE);
    }

    private void end(long activity, String state, String reason, int tries) {
        write(activity, Records.ANY_VERSION, state, reason, tries);
    }

    private void write(long activity, int version, String state, String reason, int tries) {
        Map<String, Object> set = new HashMap<>();
        set.put("mailState", state);
        set.put("mailReason", reason.isEmpty() ? null : reason.substring(0, Math.min(REASON, reason.length())));
        set.put("mailTries", tries);
        writes.because("delivery", () -> writes.update(ACTIVITY, activity, version, Map.of(), set));
    }

    private static Duration pause(int tries) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
