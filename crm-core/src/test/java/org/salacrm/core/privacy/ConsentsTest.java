package org.salacrm.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.core.action.ActionCase;

/** Who agreed to which words, and what that allows. */
public class ConsentsTest extends ActionCase {
    private Consents consents;
    private long purpose;
    private long contact;

    @Before
    public void open() {
        consents = new Consents(world.store.tx());
        purpose = purpose(true);
        contact = contact();
    }

    @After
    public void asNobodyForAnything() {
        change("consentPurpose", purpose, Map.of("active", false));
    }

    private long purpose(boolean massMail) {
        Map<String, Object> values =
                Map.of("name", "Purpose " + world.ids.incrementAndGet(), "text", "First words", "massMail", massMail);
        return world.records.create("consentPurpose", values).id();
    }

    private long contact() {
        return world.records
                .create("contact", Map.of("name", "Contact " + world.ids.incrementAndGet()))
                .id();
    }

    private void change(String entity, long id, Map<String, Object> values) {
        world.records.update(entity, id, Records.ANY_VERSION, values);
    }

    private long agrees(String who, long id) {
        return world.records
                .create("consent", Map.of("purpose", purpose, who, id))
                .id();
    }

    private Map<String, Object> read(String entity, long id, String... fields) {
        List<Object> values =
                world.queries.one(entity, id, List.of(fields)).orElseThrow().values();
        Map<String, Object> read = new HashMap<>();
        for (int i = 0; i < fields.length; i++) {
            read.put(fields[i], values.get(i));
        }
        return read;
    }

    @Test
    public void aConsentKeepsTheWordsThatWereAgreedToAndTheDay() {
        long first = agrees("contact", contact);
        change("consentPurpose", purpose, Map.of("text", "Other words"));
        change("consentPurpose", purpose, Map.of("nameEn", "No other words"));
        long later = agrees("contact", contact());

        assertThat(read("consent", first, "text", "textVersion", "state"))
                .isEqualTo(Map.of("text", "First words", "textVersion", 1, "state", "given"));
        assertThat(read("consent", later, "text", "textVersion"))
                .isEqualTo(Map.of("text", "Other words", "textVersion", 2));
        assertThat(read("consent", first, "givenOn").get("givenOn"))
                .isEqualTo(LocalDate.ofInstant(world.clock.instant(), world.zone.get()));
    }

    @Test
    public void itIsOfOnePersonForGoodAndNobodyAgreesTwice() {
        long lead = world.records.create("lead", Map.of("name", "Lead")).id();
        refused("contact", "consent.whose", Map.of("purpose", purpose));
        refused("contact", "consent.whose", Map.of("purpose", purpose, "contact", contact, "lead", lead));
        LocalDate tomorrow =
                LocalDate.ofInstant(world.clock.instant(), world.zone.get()).plusDays(1);
        refused("givenOn", "consent.early", Map.of("purpose", purpose, "contact", contact, "givenOn", tomorrow));
        long made = agrees("contact", contact);
        refused("purpose", "consent.twice", Map.of("purpose", purpose, "contact", contact));
        assertThatThrownBy(() -> change("consent", made, Map.of("contact", contact())))
                .isInstanceOf(InvalidRecordException.class);
        assertThatThrownBy(() -> change("consent", made, Map.of("purpose", purpose(false))))
                .isInstanceOf(InvalidRecordException.class);
    }

    private void refused(String field, String message, Map<String, Object> values) {
        assertThatThrownBy(() -> world.records.create("consent", values))
                .isInstanceOfSatisfying(InvalidRecordException.class, e -> {
                    assertThat(e.refusals().get(0).field()).isEqualTo(field);
                    assertThat(e.refusals().get(0).messageKey()).isEqualTo(message);
                });
    }

    @Test
    public void itIsTakenBackAtOnceAndCanBeGivenAgain() {
        long made = agrees("contact", contact);
        assertThat(consents.allowsMassMail("contact", contact)).isTrue();
        world.run("withdraw", "consent", made, Map.of());
        assertThat(consents.allowsMassMail("contact", contact)).isFalse();
        assertThat(read("consent", made, "state").get("state")).isEqualTo("withdrawn");
        assertThat(read("consent", made, "withdrawnOn").get("withdrawnOn"))
                .isEqualTo(LocalDate.ofInstant(world.clock.instant(), world.zone.get()));
        agrees("contact", contact);
        assertThat(consents.allowsMassMail("contact", contact)).isTrue();
    }

    @Test
    public void whatALeadAgreedToCountsForTheContactHeBecame() {
        long lead = world.records
                .create("lead", Map.of("name", "Lead", "company", "Company"))
                .id();
        agrees("lead", lead);
        world.run("qualify", "lead", lead, Map.of("account.name", "Company", "contact.name", "Lead"));
        long became = ((org.salacrm.api.query.Ref) read("lead", lead, "contact").get("contact")).id();
        assertThat(consents.allowsMassMail("contact", became)).isTrue();
        assertThat(consents.allowsMassMail("contact", contact)).isFalse();
    }

    @Test
    public void companiesAndWhereNobodyIsAskedAreWrittenTo() {
        long account =
                world.records.create("account", Map.of("name", "Company")).id();
        assertThat(consents.allowsMassMail("account", account)).isTrue();
        assertThat(consents.allowsMassMail("contact", contact)).isFalse();
        change("consentPurpose", purpose, Map.of("massMail", false));
        assertThat(consents.allowsMassMail("contact", contact)).isTrue();
    }
}
