package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.mail.internet.MimeMessage;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.itest.Person;
import org.salacrm.itest.Wait;

/** One e-mail to each of many records, to a real server. */
public class MailManyIT extends WorkTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static int number;

    private GreenMail server;

    @Before
    public void open() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        team.administrator.ok(
                "PUT", "/api/mail/settings", mailServer(server.getSmtp().getPort()));
    }

    @After
    public void close() {
        server.stop();
    }

    @Test
    public void eachLeadGetsItsOwnLetterOfATemplateAndWhoCannotIsTold() {
        String template = team.administrator
                .create(
                        "mailTemplate",
                        Map.of(
                                "name",
                                "ข่าว",
                                "entity",
                                "lead",
                                "subject",
                                "ข่าวถึง {{name}}",
                                "body",
                                "เรียน {{name}}"))
                .get("id")
                .asText();
        String one = lead("ลูกค้าหนึ่ง", Map.of("email", "one@many.co.th"));
        String two = lead("ลูกค้าสอง", Map.of("email", "two@many.co.th"));
        String none = lead("ไร้อีเมล", Map.of());
        String phone = lead("ชอบโทร", Map.of("email", "phone@many.co.th", "preferredContact", "phone"));

        JsonNode job = me.ended(order(List.of(one, two, none, phone, one), Map.of("template", template)));

        assertThat(job.at("/result/done").asInt()).isEqualTo(2);
        assertThat(job.at("/result/refusals").findValuesAsText("id")).containsExactly(none, phone);
        assertThat(job.at("/result").has("undo")).isFalse();
        Wait.until(() -> "both came", SOON, () -> letters().size() == 2);
        assertThat(letters().stream().map(Received::subject))
                .containsExactlyInAnyOrder("ข่าวถึง ลูกค้าหนึ่ง", "ข่าวถึง ลูกค้าสอง");
        MimeMessage first = letters().stream()
                .filter(letter -> Received.subject(letter).endsWith("หนึ่ง"))
                .findFirst()
                .orElseThrow();
        assertThat(Received.text(first)).startsWith("เรียน ลูกค้าหนึ่ง");
        JsonNode timeline = me.get("/api/records/lead/" + one + "/timeline");
        assertThat(timeline.findValuesAsText("label")).contains("ข่าวถึง ลูกค้าหนึ่ง");
    }

    @Test
    public void ownWordsAreSentAsTheyStandAndNothingWithoutThePermissionOrAnAddress() {
        String lead = lead("คำพูดเอง", Map.of("email", "own@many.co.th"));
        Map<String, Object> words = Map.of("subject", "ย้ายสำนักงาน", "body", "เราย้ายแล้ว");

        assertThat(me.ended(order(List.of(lead), words)).at("/result/done").asInt())
                .isEqualTo(1);
        Wait.until(() -> "it came", SOON, () -> letters().size() == 1);
        assertThat(Received.text(letters().get(0))).isEqualTo("เราย้ายแล้ว");

        assertThat(refused(me, "lead", Map.of("body", "ไม่มีเรื่อง"))).isEqualTo(400);
        assertThat(refused(me, "activity", words)).isEqualTo(400);
        assertThat(refused(withoutMail(), "lead", words)).isEqualTo(403);
    }

    /** Those to the leads of these tests: what waited for a server, as alerts do, comes as well. */
    private List<MimeMessage> letters() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(letter -> Received.receivers(letter).contains("@many.co.th"))
                .toList();
    }

    /** Somebody who works leads and sends nothing. */
    private Person withoutMail() {
        number++;
        String role = team.administrator
                .create("role", Map.of("name", "ไม่ส่งอีเมล " + number, "nameEn", "Silent " + number))
                .get("id")
                .asText();
        Map<String, Object> reads = Map.of("lead", Map.of("read", "all", "update", "all"));
        Map<String, Object> rights = Map.of("entities", reads, "fields", Map.of(), "permissions", List.of());
        team.administrator.ok("PUT", "/api/roles/" + role + "/rights", rights);
        return team.hire("silent" + number, "Silent " + number, "");
    }

    private static int refused(Person who, String entity, Map<String, Object> values) {
        Map<String, Object> order = Map.of("verb", "mail", "ids", List.of("1"), "values", values);
        return who.send("POST", "/api/records/" + entity + "/bulk", order).statusCode();
    }

    private String lead(String name, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("name", name);
        return me.create("lead", values).get("id").asText();
    }

    private String order(List<String> ids, Map<String, Object> values) {
        return me.ok("POST", "/api/records/lead/bulk", Map.of("verb", "mail", "ids", ids, "values", values))
                .get("job")
                .asText();
    }
}
