package org.salacrm.itest.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.itest.OnEachDatabase;
import org.salacrm.itest.Person;
import org.salacrm.itest.RunningSala;
import org.salacrm.itest.Wait;
import org.salacrm.test.Proves;

/**
 * Sala is killed while it greets by itself: everybody is greeted, and nobody twice. What was in the very moment of
 * being handed over to the mail server may come again under the same Message-ID.
 */
public class GreetedOnceIT extends OnEachDatabase {
    private static final Duration GREETED = Duration.ofMinutes(2);
    /** So many jobs run at once, each handing over one letter. */
    private static final int IN_HAND = 3;

    private final int people = Size.of("greeted", 100);
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Before
    public void open() {
        server.start();
    }

    @After
    public void close() {
        server.stop();
    }

    @Test
    @Proves("ANV-03")
    public void everybodyIsGreetedOnceAlthoughSalaIsKilledMeanwhile() {
        Random random = Size.random(getClass());
        int kills = Size.of("greeting.kills", 1);
        try (RunningSala sala = database.fresh("greeted")) {
            Person admin = Person.administrator(sala);
            setUp(admin);
            for (int kill = 0; kill < kills; kill++) {
                int before = received().size();
                sala.kill();
                sala.start(); // it looks whom to greet soon after its start
                awaitReceived(Math.min(people, before + 1 + random.nextInt(people / 3)));
                System.out.println(database + ": killed after " + received().size() + " of " + people);
            }
            sala.kill();
            sala.start();
            awaitReceived(people);
            Map<String, Object> wished = Map.of("field", "greeting", "op", "=", "value", "wished");
            Wait.until(() -> "all are marked", GREETED, () -> admin.count("anniversary", wished) == people);
            assertThat(admin.count("activity", Map.of("field", "subject", "op", "startsWith", "value", "Happy")))
                    .as("e-mails in the timelines")
                    .isEqualTo(people);
        }
        assertThat(received().values()).as("Message-IDs by receiver").allMatch(ids -> ids.size() == 1);
        assertThat(server.getReceivedMessages())
                .as("letters, those in hand at each kill twice")
                .hasSizeBetween(people, people + IN_HAND * (kills + 1));
    }

    private void setUp(Person admin) {
        admin.ok(
                "PUT",
                "/api/mail/settings",
                Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        Integer.toString(server.getSmtp().getPort()),
                        "security",
                        "none",
                        "senderAddress",
                        "sala@shop.co.th"));
        String yesterday = LocalDate.now(ZoneId.of("Asia/Bangkok")).minusDays(1).toString();
        for (int i = 0; i < people; i++) {
            Map<String, Object> account = Map.of("name", "Company " + i, "email", "c" + i + "@b.co.th");
            Object id = admin.create("account", account).get("id").asText();
            admin.create("anniversary", Map.of("kind", "founding", "account", id, "day", yesterday, "yearly", true));
        }
        Map<String, Object> template = new HashMap<>();
        template.put("name", "Founding day");
        template.put("entity", "anniversary");
        template.put("subject", "Happy {{account.name}}");
        template.put("body", "{{day}}");
        Object words = admin.create("mailTemplate", template).get("id").asText();
        admin.create("anniversaryRule", Map.of("kind", "founding", "template", words, "automatic", true));
    }

    private void awaitReceived(int some) {
        Wait.until(
                () -> some + " are greeted: " + received().size(),
                GREETED,
                () -> received().size() >= some);
    }

    /** The Message-IDs that came, by receiver. */
    private Map<String, Set<String>> received() {
        Map<String, Set<String>> received = new TreeMap<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            try {
                String to = Arrays.toString(message.getAllRecipients());
                received.computeIfAbsent(to, one -> new TreeSet<>()).add(message.getMessageID());
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return received;
    }
}
