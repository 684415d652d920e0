package org.salacrm.core.greeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Query;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.mail.StoredTemplates;
import org.salacrm.core.store.Database;
import org.salacrm.core.testing.WritingMail;
import org.salacrm.test.Proves;

@RunWith(Parameterized.class)
public class GreetingsTest {
    /** It is 11 o'clock of this day in Bangkok. */
    private static final String TODAY = "11-22";

    @Parameter
    public Database.Vendor vendor;

    private static final Map<Database.Vendor, ActionWorld> WORLDS = new EnumMap<>(Database.Vendor.class);

    private ActionWorld world;
    private Greetings greetings;
    private DueGreetings due;
    private Instant now;
    /** Each test greets somebody of its own. */
    private String name;

    @Parameters(name = "{0}")
    public static Database.Vendor[] databases() {
        return Database.Vendor.values();
    }

    @Before
    public void open() {
        world = WORLDS.computeIfAbsent(vendor, GreetingsTest::world).asUser();
        now = world.clock.instant();
        name = UUID.randomUUID().toString();
        greetings = greetings();
        due = due();
    }

    private static ActionWorld world(Database.Vendor vendor) {
        ActionWorld made = new ActionWorld(vendor, "").asUser();
        Object template = made.records.create("mailTemplate", template("t")).id();
        Map<String, Object> unsigned = new HashMap<>(template("u"));
        unsigned.put("withoutOwnSignature", true);
        Object other = made.records.create("mailTemplate", unsigned).id();
        made.records.create("anniversaryRule", Map.of("kind", "birthday", "template", template, "automatic", true));
        made.records.create("anniversaryRule", Map.of("kind", "founding", "template", other));
        return made;
    }

    private static Map<String, Object> template(String name) {
        String whom = "{{contact.name}}";
        return Map.of("name", name, "entity", "anniversary", "subject", whom, "body", "b", "bodyEn", "e");
    }

    @After
    public void backInTime() {
        world.clock.forward(Duration.between(world.clock.instant(), now).toSeconds());
    }

    @AfterClass
    public static void close() {
        WORLDS.values().forEach(ActionWorld::close);
    }

    private Greetings greetings() {
        return new Greetings(
                world.queries,
                world.records,
                world.records,
                new WritingMail(world.records),
                new StoredTemplates(world.types, world.queries, world.picks, world.callers, world.zone),
                new GreetedYears(world.store.tx(), world.clock),
                world.zone,
                world.clock);
    }

    private DueGreetings due() {
        return new DueGreetings(
                world.queries,
                greetings(),
                new GreetedYears(world.store.tx(), world.clock),
                world.callers,
                world.zone,
                world.clock);
    }

    @Test
    @Proves("ANV-03")
    public void byItselfItIsSentOnceInTheMorningOfTheDay() {
        long greeted = birthday("1990-" + TODAY, "a@b.co", "due");
        birthday("1990-11-24", "b@b.co", "due");
        birthday("1990-" + TODAY, "c@b.co", "stopped");
        world.clock.forward(-11 * 3600);
        due.look();
        assertThat(sent()).as("at midnight").isZero();

        world.clock.forward(9 * 3600);
        due.look();
        due.look();
        assertThat(sent()).as("at nine").isEqualTo(1);
        assertThat(world.read("anniversary", greeted, "greeting").get(0)).isEqualTo("wished");
    }

    @Test
    @Proves("ANV-03")
    public void ofTwoNodesOneSendsIt() throws InterruptedException, ExecutionException {
        IntStream.range(0, 12).forEach(i -> birthday("1980-" + TODAY, i + "@b.co", "due"));
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        List<Future<?>> both = List.of(nodes.submit(() -> due().look()), nodes.submit(() -> due().look()));
        for (Future<?> one : both) {
            one.get();
        }
        nodes.shutdown();
        due.look();
        assertThat(sent()).isEqualTo(12);
    }

    @Test
    @Proves("ANV-03")
    public void aDayThatIsWrittenDownTwiceIsGreetedOnce() {
        long person = contact("h@b.co");
        List<Long> both = List.of(birthday("1990-" + TODAY, person, "due"), birthday("1990-" + TODAY, person, "due"));
        due.look();

        assertThat(sent()).isEqualTo(1);
        assertThat(both).allSatisfy(one -> assertThat(world.read("anniversary", one, "greeting"))
                .containsExactly("wished"));
        long third = birthday("1990-" + TODAY, person, "due");
        assertThatThrownBy(() -> greetings.greet(third)).isInstanceOf(ConflictException.class);
        long founded = made("anniversary", Map.of("kind", "founding", "day", "1999-11-30", "contact", person));
        greetings.greet(founded);
        assertThat(sent()).as("a day of another kind").isEqualTo(2);
    }

    @Test
    @Proves("ANV-03")
    public void whoHasNoAddressIsToldAndNotPassedOver() {
        long nobody = birthday("1990-" + TODAY, null, "due");
        due.look();

        assertThat(world.read("anniversary", nobody, "greeting").get(0)).isEqualTo("noAddress");
        world.asUser();
        assertThatThrownBy(() -> greetings.greet(nobody)).isInstanceOf(InvalidRecordException.class);
    }

    @Test
    @Proves("ANV-03")
    public void byHandItIsSentOnceAYear() {
        long founded = made(
                "anniversary",
                Map.of("kind", "founding", "day", "1999-11-30", "contact", contact("d@b.co"), "yearly", true));
        assertThat(greetings.greet(founded)).isEqualTo("d@b.co");
        assertThatThrownBy(() -> greetings.greet(founded)).isInstanceOf(ConflictException.class);

        world.clock.forward(365L * 24 * 3600);
        due().look();
        world.asUser();
        assertThat(world.read("anniversary", founded, "greeting").get(0)).isEqualTo("due");
        greetings.greet(founded);
        assertThat(sent()).isEqualTo(2);
    }

    @Test
    @Proves("ANV-03")
    public void eachIsGreetedInHisLanguageOrElseInThatOfHisCompany() {
        long english = made("account", Map.of("name", "Lanna Ltd", "language", "en"));
        for (Map<String, Object> one : List.of(
                Map.<String, Object>of("language", "en"),
                Map.<String, Object>of("account", english),
                Map.<String, Object>of("account", english, "language", "th"))) {
            Map<String, Object> values = new HashMap<>(one);
            values.putAll(Map.of("name", name, "email", "e@b.co"));
            birthday("1990-" + TODAY, made("contact", values), "due");
        }
        birthday("1990-" + TODAY, "f@b.co", "due");
        due.look();

        Query sent = Query.of("activity", "description").where(Filter.eq("subject", name));
        assertThat(world.asUser().queries.page(sent).rows())
                .extracting(row -> row.values().get(0))
                .containsExactlyInAnyOrder(signed("e"), signed("e"), signed("b"), signed("b"));
    }

    private static String signed(String words) {
        return words + "\n\nวิภา\n\nร้านศาลา";
    }

    @Test
    public void aGreetingIsSignedAsItsTemplateWishes() {
        greetings.greet(
                made("anniversary", Map.of("kind", "founding", "day", "1999-11-30", "contact", contact("g@b.co"))));

        Query sent = Query.of("activity", "description").where(Filter.eq("subject", name));
        assertThat(world.queries.page(sent).rows().get(0).values()).containsExactly("b\n\nร้านศาลา");
    }

    private long contact(String email) {
        Map<String, Object> values = new HashMap<>(Map.of("name", name));
        values.put("email", email);
        return made("contact", values);
    }

    private long birthday(String day, String email, String greeting) {
        return birthday(day, contact(email), greeting);
    }

    private long birthday(String day, long contact, String greeting) {
        return made(
                "anniversary",
                Map.of("kind", "birthday", "day", day, "contact", contact, "greeting", greeting, "yearly", true));
    }

    private long made(String entity, Map<String, Object> values) {
        return world.records.create(entity, values).id();
    }

    private long sent() {
        return world.asUser().queries.count("activity", Filter.eq("subject", name));
    }
}
