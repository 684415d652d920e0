package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.charset.StandardCharsets;
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
import org.salacrm.itest.RunningSala;
import org.salacrm.itest.Wait;
import org.salacrm.test.Proves;

/** E-mails that really go out, to a real server. */
public class MailIT extends WorkTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private GreenMail server;

    @Before
    public void open() {
        server = new GreenMail(setup);
        server.start();
        team.administrator.ok(
                "PUT", "/api/mail/settings", settings(server.getSmtp().getPort()));
    }

    @After
    public void close() {
        server.stop();
    }

    private static Map<String, Object> settings(int port) {
        Map<String, Object> settings = new HashMap<>(mailServer(port));
        settings.put("senderName", "ร้านศาลา");
        return settings;
    }

    private static Map<String, Object> message(String customer, String subject, String... files) {
        Map<String, Object> message = new HashMap<>();
        message.put("to", List.of("wichai@b.co.th", "office@b.co.th"));
        message.put("cc", List.of("boss@b.co.th"));
        message.put("subject", subject);
        message.put("body", "เรียนคุณวิชัย\nราคาตามแนบ");
        message.put("files", List.of(files));
        message.put("about", Map.of("entity", "account", "id", customer));
        return message;
    }

    private static String sent(Person who, Map<String, Object> message) {
        return who.ok("POST", "/api/mail", message).get("id").asText();
    }

    private static void awaitState(Person who, String mail, String state) {
        JsonNode[] last = new JsonNode[1];
        Wait.until(() -> "the e-mail is " + state + ": " + last[0], SOON, () -> {
            last[0] = who.get("/api/records/activity/" + mail);
            return state.equals(last[0].path("mailState").asText());
        });
    }

    private List<MimeMessage> received(String subject) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(one -> subject.equals(Received.subject(one)))
                .toList();
    }

    @Test
    @Proves({"ACT-20", "ACT-21"})
    public void anEmailGoesOutAtOnceAndStaysInTheCustomersHistory() {
        String customer = customer("บริษัท รับเมล จำกัด");
        String file = Person.read(me.attach(
                                "/api/records/account/" + customer + "/files",
                                Map.of(),
                                "ใบเสนอราคา.txt",
                                "๑๐๐ บาท".getBytes(StandardCharsets.UTF_8))
                        .body())
                .findValue("id")
                .asText();
        String mail = sent(me, message(customer, "ใบเสนอราคา กันยายน", file));
        awaitState(me, mail, "sent");
        assertThat(received("ใบเสนอราคา กันยายน")).as("once to each receiver").hasSize(3);

        JsonNode item = me.get("/api/records/account/" + customer + "/timeline").findParents("record").stream()
                .filter(one -> one.get("record").asText().equals(mail))
                .findFirst()
                .orElseThrow();
        assertThat(item.get("label").asText()).isEqualTo("ใบเสนอราคา กันยายน");
        assertThat(item.get("text").asText()).contains("ราคาตามแนบ");
        assertThat(item.at("/state/label/th").asText()).isEqualTo("ส่งแล้ว");
        assertThat(read("activity", mail).get("mailTo").asText()).isEqualTo("wichai@b.co.th,office@b.co.th");
        assertThat(me.get("/api/records/activity/" + mail + "/files").findValuesAsText("name"))
                .containsExactly("ใบเสนอราคา.txt");
    }

    @Test
    @Proves("ACT-20")
    public void aServerThatIsAwayGetsItLaterAndEachTryIsSeen() {
        int port = server.getSmtp().getPort();
        server.stop();
        String mail = sent(me, message(customer("บริษัท รอส่ง จำกัด"), "รอเซิร์ฟเวอร์"));
        Wait.until(
                () -> "a try is told",
                SOON,
                () -> read("activity", mail).path("mailReason").asText().contains("127.0.0.1"));
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        awaitState(me, mail, "sent");
        assertThat(received("รอเซิร์ฟเวอร์")).hasSize(3);
        assertThat(me.get("/api/records/activity/" + mail + "/history").findValuesAsText("verb"))
                .as("each try")
                .contains("delivery");
    }

    @Test
    @Proves("ACT-20")
    public void whatWaitsIsCancelledAndSentAgain() {
        int port = server.getSmtp().getPort();
        server.stop();
        String mail = sent(me, message(customer("บริษัท ยกเลิก จำกัด"), "ยกเลิกก่อน"));
        me.ok("POST", "/api/mail/" + mail + "/cancel", null);
        assertThat(read("activity", mail).get("mailState").asText()).isEqualTo("cancelled");
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        me.ok("POST", "/api/mail/" + mail + "/send-again", null);
        awaitState(me, mail, "sent");
        assertThat(received("ยกเลิกก่อน")).hasSize(3);
        assertThat(me.send("POST", "/api/mail/" + mail + "/cancel", null).statusCode())
                .isEqualTo(409);
    }

    /** Cut before anything was handed over: what waited is neither lost nor doubled. GreetedOnceIT cuts amid it. */
    @Test
    @Proves("ACT-20")
    public void afterAPowerCutItGoesOutOnce() {
        int port = server.getSmtp().getPort();
        server.stop();
        try (RunningSala sala = database.fresh("mail")) {
            Person clerk = Person.administrator(sala);
            clerk.ok("PUT", "/api/mail/settings", settings(port));
            String customer = clerk.create("account", Map.of("name", "บริษัท ไฟดับ จำกัด"))
                    .get("id")
                    .asText();
            String mail = sent(clerk, message(customer, "ก่อนไฟดับ"));
            sala.kill();
            server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
            sala.start();
            awaitState(clerk, mail, "sent");
            assertThat(received("ก่อนไฟดับ")).hasSize(3);
        }
    }

    @Test
    @Proves({"ACT-20", "ACT-21"})
    public void oneThatComesBackIsMarkedWithTheReasonAndSeenInTheCustomersHistory() {
        GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        mailbox.start();
        try {
            String customer = customer("บริษัท ไม่มีผู้รับ จำกัด");
            String mail = sent(me, message(customer, "ตีกลับ"));
            String other = sent(me, message(customer, "ถึงแล้ว"));
            awaitState(me, mail, "sent");
            awaitState(me, other, "sent");
            MimeMessage report =
                    Received.returned(Received.id(received("ตีกลับ").get(0)));
            mailbox.setUser("bounces@shop.co.th", "bounces", "secret").deliver(report);
            team.administrator.ok(
                    "PUT", "/api/mail/settings", mailbox(mailbox.getImap().getPort()));

            awaitState(me, mail, "bounced");
            assertThat(read("activity", mail).get("mailReason").asText()).contains("550 no such user");
            assertThat(stateInTimeline(customer, mail)).isEqualTo("bounced");
            assertThat(stateInTimeline(customer, other)).isEqualTo("sent");
        } finally {
            team.administrator.ok("PUT", "/api/mail/settings", Map.of("bounceHost", "", "bouncePassword", ""));
            mailbox.stop();
        }
    }

    private static Map<String, Object> mailbox(int port) {
        return Map.of(
                "bounceHost",
                "127.0.0.1",
                "bouncePort",
                Integer.toString(port),
                "bounceSecurity",
                "none",
                "bounceUser",
                "bounces",
                "bouncePassword",
                "secret");
    }

    private String stateInTimeline(String customer, String mail) {
        return me.get("/api/records/account/" + customer + "/timeline").findParents("record").stream()
                .filter(one -> one.get("record").asText().equals(mail))
                .findFirst()
                .orElseThrow()
                .at("/state/code")
                .asText();
    }

    @Test
    public void onesOwnSignatureAndBelowItTheCompanysStandUnderWhatOneWrites() {
        String companys = "ร้านศาลา\nโทร. 02 123 4567";
        String own = "วิภา ฝ่ายขาย\nโทร. 081 234 5678";
        team.administrator.ok("PUT", "/api/mail/settings", Map.of("signature", companys));
        me.ok("PUT", "/api/mail/signature", Map.of("signature", own));
        assertThat(me.send("PUT", "/api/mail/signature", Map.of()).statusCode()).isEqualTo(400);
        try {
            assertThat(me.get("/api/mail/draft").get("signatures").toString()).contains("วิภา", "ร้านศาลา");
            assertThat(received(me, "ทั้งสอง", Map.of())).endsWith("ราคาตามแนบ\n\n" + own + "\n\n" + companys);
            assertThat(received(team.colleague, "ลายเซ็นของร้าน", Map.of())).endsWith("ราคาตามแนบ\n\n" + companys);
            assertThat(received(me, "ของฉัน", Map.of("signatures", List.of("own"))))
                    .endsWith("ราคาตามแนบ\n\n" + own);
            assertThat(received(me, "ไม่มี", Map.of("signatures", List.of()))).endsWith("ราคาตามแนบ");
        } finally {
            me.ok("PUT", "/api/mail/signature", Map.of("signature", ""));
            team.administrator.ok("PUT", "/api/mail/settings", Map.of("signature", ""));
        }
    }

    private String received(Person who, String subject, Map<String, ?> signatures) {
        Map<String, Object> message = message(customer("บริษัท " + subject), subject);
        message.putAll(signatures);
        awaitState(who, sent(who, message), "sent");
        return Received.text(received(subject).get(0));
    }

    @Test
    public void hostileAddressesAreRefusedInWords() {
        String customer = customer("บริษัท ระวังตัว จำกัด");
        for (String evil : List.of("a@b.co.th\r\nBcc: x@y.z", "nobody", "a".repeat(10_000) + "@b.co.th", "a@b,c@d")) {
            Map<String, Object> message = message(customer, "x");
            message.put("to", List.of(evil));
            assertThat(me.send("POST", "/api/mail", message).statusCode())
                    .as(evil)
                    .isEqualTo(422);
        }
    }

    @Test
    public void whatOneCannotReadCannotBeAnswered() {
        String customer = customer("บริษัท ตอบกลับ จำกัด");
        String first = sent(me, message(customer, "ฉบับแรก"));
        awaitState(me, first, "sent");
        Map<String, Object> answer = message(customer, "ตอบ");
        answer.put("answers", first);
        sent(me, answer);
        Person stranger = team.stranger;
        String his =
                stranger.create("account", Map.of("name", "ของเขา")).get("id").asText();
        answer.put("about", Map.of("entity", "account", "id", his));
        for (String unread : List.of(first, "1")) {
            answer.put("answers", unread);
            assertThat(stranger.send("GET", "/api/records/activity/" + unread, null)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(stranger.send("POST", "/api/mail", answer).statusCode()).isEqualTo(404);
        }
    }

    @Test
    public void onlyWhoConfiguresSeesTheSettingsAndNobodyThePassword() {
        Map<String, Object> secret = Map.of("password", "sehr-geheim");
        JsonNode after = team.administrator.ok("PUT", "/api/mail/settings", secret);
        assertThat(after.toString()).doesNotContain("sehr-geheim");
        assertThat(after.get("passwordKept").asBoolean()).isTrue();
        assertThat(sala().log()).doesNotContain("sehr-geheim");
        team.administrator.ok("PUT", "/api/mail/settings", Map.of("password", ""));
        for (String path : List.of("/api/mail/settings")) {
            assertThat(me.send("GET", path, null).statusCode()).isEqualTo(403);
            assertThat(me.send("PUT", path, Map.of()).statusCode()).isEqualTo(403);
            assertThat(me.send("POST", path + "/test", Map.of("address", "a@b.c"))
                            .statusCode())
                    .isEqualTo(403);
        }
        JsonNode test = team.administrator.ok("POST", "/api/mail/settings/test", Map.of("address", "me@shop.co.th"));
        assertThat(test.get("sent").asBoolean()).isTrue();
    }
}
