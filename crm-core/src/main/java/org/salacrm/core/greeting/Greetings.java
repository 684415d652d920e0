package org.salacrm.core.greeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.mail.Mail;
import org.salacrm.api.mail.Message;
import org.salacrm.api.mail.Templates;
import org.salacrm.api.mail.Templates.Filled;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.core.definition.CompanyZone;
import org.salacrm.core.record.Writes;

/**
 * Sends the greeting of an anniversary in the name of the current caller. The year is claimed in the same transaction
 * that queues the e-mail, so that over all nodes and crashes there is one greeting a year or none.
 */
@Component(service = Greetings.class)
public class Greetings {
    static final String ANNIVERSARY = "anniversary";
    private static final List<String> FIELDS =
            List.of("kind", "day", "yearly", "contact", "contact.email", "account", "account.email");

    private final Queries queries;
    private final Records records;
    private final Writes writes;
    private final Mail mail;
    private final Templates templates;
    private final GreetedYears greeted;
    private final CompanyZone zone;
    private final Clock clock;

    @Activate
    public Greetings(
            @Reference Queries queries,
            @Reference Records records,
            @Reference Writes writes,
            @Reference Mail mail,
            @Reference Templates templates,
            @Reference GreetedYears greeted,
            @Reference CompanyZone zone,
            @Reference Clock clock) {
        this.queries = queries;
        this.records = records;
        this.writes = writes;
        this.mail = mail;
        this.templates = templates;
        this.greeted = greeted;
        this.zone = zone;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone.get());
    }

    /**
     * Sends it.
     *
     * @return whom it went to
     * @throws InvalidRecordException when there is no template or nobody to write to
     * @throws ConflictException when this year's was sent
     */
    String greet(long anniversary) {
        return records.transaction(() -> {
            Row row = queries.one(ANNIVERSARY, anniversary, FIELDS)
                    .orElseThrow(() -> new AbsentRecordException(ANNIVERSARY, anniversary));
            Ref template = template(text(row, 0))
                    .orElseThrow(() -> new InvalidRecordException("kind", "anniversary.greet.template"));
            String address = Optional.of(text(row, 4))
                    .filter(found -> !found.isEmpty())
                    .orElse(row.values().get(3) == null ? text(row, 6) : "");
            if (address.isEmpty()) {
                throw new InvalidRecordException("contact", "anniversary.greet.address");
            }
            Filled filled = templates.fill(template.id(), new Ref(ANNIVERSARY, anniversary, ""), "");
            int year = Occurrence.of((LocalDate) row.values().get(1), yearly(row), today())
                    .getYear();
            greeted.claim(anniversary, text(row, 0), about(row).map(Ref::id).orElse(anniversary), year);
            mail.send(message(address, filled, about(row)));
            mark(anniversary, "wished");
            return address;
        });
    }

    /** A contact is greeted himself, where there is none the customer. */
    static Optional<Ref> whose(Object contact, Object account) {
        return Optional.ofNullable((Ref) (contact == null ? account : contact));
    }

    private static boolean yearly(Row row) {
        return Boolean.TRUE.equals(row.values().get(2));
    }

    private static String text(Row row, int place) {
        Object value = row.values().get(place);
        return value == null ? "" : value.toString();
    }

    private Optional<Ref> template(String kind) {
        return queries.page(Query.of("anniversaryRule", "template").where(Filter.eq("kind", kind))).rows().stream()
                .map(row -> row.values().get(0))
                .filter(Ref.class::isInstance)
                .map(Ref.class::cast)
                .findFirst();
    }

    private static Optional<Ref> about(Row row) {
        return whose(row.values().get(3), row.values().get(5));
    }

    private static Message message(String address, Filled filled, Optional<Ref> about) {
        return new Message(
                List.of(address),
                List.of(),
                List.of(),
                filled.subject(),
                filled.body(),
                List.of(),
                about,
                Optional.empty(),
                filled.signatures());
    }

    /** What became of it; the day only when somebody was greeted. */
    void mark(long anniversary, String greeting) {
        Map<String, Object> set = greeting.equals("wished")
                ? Map.of("greeting", greeting, "greetedOn", today())
                : Map.of("greeting", greeting);
        writes.because("greet", () -> writes.update(ANNIVERSARY, anniversary, Records.ANY_VERSION, Map.of(), set));
    }
}
