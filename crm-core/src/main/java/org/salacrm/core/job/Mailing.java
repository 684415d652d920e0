package org.salacrm.core.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.mail.Mail;
import org.salacrm.api.mail.Message;
import org.salacrm.api.mail.Templates;
import org.salacrm.api.mail.Templates.Filled;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Rights;
import org.salacrm.core.privacy.Consents;

/**
 * Writes to each of many records at its own address. The letter is queued in the transaction that counts the record as
 * done, so a job that goes on after a stop writes to nobody twice.
 */
@Component(service = Mailing.class)
public class Mailing {
    private static final String PREFERRED = "preferredContact";
    private static final Set<String> WORDS = Set.of("template", "language", "subject", "body", "anyway");
    private static final Set<String> LANGUAGES = Set.of("", "th", "en");
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 100_000;
    private static final Duration PAUSE = Duration.ofSeconds(4);

    private final EntityTypes types;
    private final Queries queries;
    private final Templates templates;
    private final Rights rights;
    private final Callers callers;
    private final Consents consents;

    /** It queues jobs, and whoever runs those waits for this: so it may come later. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Mail mail;

    @Activate
    public Mailing(
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference Templates templates,
            @Reference Rights rights,
            @Reference Callers callers,
            @Reference Consents consents) {
        this.types = types;
        this.queries = queries;
        this.templates = templates;
        this.rights = rights;
        this.callers = callers;
        this.consents = consents;
    }

    /** Without a container: the queue is given by hand. */
    Mailing with(Mail queue) {
        this.mail = queue;
        return this;
    }

    /** What all of them are written. @param template 0 for own words */
    private record Wish(long template, String language, String subject, String body, boolean anyway) {}

    /**
     * The verb with its values: a {@code template} in the {@code language} of each or the one named, or else
     * {@code subject} and {@code body}; {@code anyway} writes to those too who prefer another way.
     */
    BulkVerbs.Work work(String entity, Map<String, Object> values) {
        if (!rights.permitted(callers.current(), "mail.send")) {
            throw new ForbiddenException("mail", "send");
        }
        EntityType type = types.get(entity);
        List<String> addresses = type.fields().stream()
                .filter(field ->
                        field.kind().equals(Kind.EMAIL) && !field.flags().hidden())
                .map(FieldType::name)
                .toList();
        if (addresses.isEmpty() || !type.features().activities()) {
            throw new MalformedQueryException("verb", "nobody writes e-mails to " + entity);
        }
        Wish wish = wish(entity, values);
        return new BulkVerbs.Verb(entity, id -> send(type, addresses, id, wish));
    }

    private Wish wish(String entity, Map<String, Object> values) {
        Optional<Long> template = Given.id(values.get("template"));
        String language = words(values, "language");
        String subject = words(values, "subject");
        String body = words(values, "body");
        boolean own = !subject.isBlank() && subject.length() <= LONGEST_SUBJECT && body.length() <= LONGEST_BODY;
        boolean fits = template.isPresent() ? subject.isEmpty() && body.isEmpty() : own && language.isEmpty();
        if (!fits || !WORDS.containsAll(values.keySet()) || !LANGUAGES.contains(language)) {
            throw new MalformedQueryException("values", "mail needs a template, or else a subject and a body");
        }
        template.filter(id -> !suits(id, entity)).ifPresent(id -> {
            throw new MalformedQueryException("values", "there is no such template for " + entity);
        });
        return new Wish(template.orElse(0L), language, subject, body, Boolean.TRUE.equals(values.get("anyway")));
    }

    private boolean suits(long template, String entity) {
        return queries.one("mailTemplate", template, List.of("entity"))
                .filter(row -> entity.equals(row.values().get(0)))
                .isPresent();
    }

    private static String words(Map<String, Object> values, String name) {
        Object given = values.getOrDefault(name, "");
        if (!(given instanceof String text)) {
            throw new MalformedQueryException("values", name + " is a text");
        }
        return text;
    }

    private void send(EntityType type, List<String> addresses, long id, Wish wish) {
        Mail queue = mail;
        if (queue == null) {
            throw new BusyException("there is no queue of e-mails", PAUSE);
        }
        String address = address(type, addresses, id, wish.anyway());
        if (!consents.allowsMassMail(type.name(), id)) {
            throw new InvalidRecordException(addresses.get(0), "invalid.mail.consent");
        }
        Ref about = new Ref(type.name(), id, "");
        Filled filled = wish.template() == 0
                ? new Filled(wish.subject(), wish.body(), Set.of())
                : templates.fill(wish.template(), about, wish.language());
        queue.send(new Message(
                List.of(address),
                List.of(),
                List.of(),
                filled.subject(),
                filled.body(),
                List.of(),
                Optional.of(about),
                Optional.empty(),
                filled.signatures()));
    }

    /** Its own alone: whom else it concerns was not chosen. */
    private String address(EntityType type, List<String> addresses, long id, boolean anyway) {
        List<String> asked = new ArrayList<>(addresses);
        boolean prefers = !anyway && type.field(PREFERRED).isPresent();
        if (prefers) {
            asked.add(PREFERRED);
        }
        Row row = queries.one(type.name(), id, asked).orElseThrow(() -> new AbsentRecordException(type.name(), id));
        String address = row.values().subList(0, addresses.size()).stream()
                .map(value -> value == null ? "" : value.toString())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseThrow(() -> new InvalidRecordException(addresses.get(0), "invalid.mail.none"));
        Object way = prefers ? row.values().get(addresses.size()) : null;
        if (way != null && !way.equals("email")) {
            throw new InvalidRecordException(PREFERRED, "invalid.mail.preferred");
        }
        return address;
    }
}
