package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.mail.Address;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.junit.Test;
import org.salacrm.itest.Person;
import org.salacrm.itest.Wait;
import org.salacrm.test.Proves;

/** What people are told, in the program and by e-mail. */
public class AlertsIT extends WorkTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static String id(Person who) {
        return who.get("/api/bootstrap").at("/user/id").asText();
    }

    /** The alert of somebody about a record, once it is there. */
    private static JsonNode told(Person who, String kind, String record) {
        JsonNode[] found = new JsonNode[1];
        Wait.until(() -> "an alert of the kind " + kind + " about " + record, SOON, () -> {
            found[0] = alert(who, kind, record);
            return found[0] != null;
        });
        return found[0];
    }

    private static JsonNode alert(Person who, String kind, String record) {
        return StreamSupport.stream(
                        who.get("/api/alerts?which=" + kind).get("alerts").spliterator(), false)
                .filter(alert -> alert.at("/record/id").asText().equals(record))
                .findFirst()
                .orElse(null);
    }

    private static void change(Person who, String entity, String record, Map<String, Object> values) {
        who.ok("PATCH", "/api/records/" + entity + "/" + record, values, "If-Match", "*");
    }

    private static String soon() {
        return Instant.now().plusSeconds(300).toString();
    }

    @Test
    @Proves({"ALR-01", "ALR-03", "ALR-14"})
    public void whoIsGivenACustomerIsToldAndMarksItRead() {
        String customer = team.manager
                .create("account", pairs("name", "บริษัท มอบหมาย จำกัด", "owner", id(me)))
                .get("id")
                .asText();
        JsonNode alert = told(me, "assignment", customer);
        assertThat(alert.get("text").asText()).contains("manager", "บริษัท มอบหมาย จำกัด");
        assertThat(alert.at("/record/entity").asText()).isEqualTo("account");
        assertThat(alert(team.manager, "assignment", customer)).isNull();

        for (Map<String, ?> wrong :
                List.<Map<String, ?>>of(Map.of(), Map.of("all", "x"), Map.of("ids", List.of(), "read", "no"))) {
            assertThat(me.send("POST", "/api/alerts/read", wrong).statusCode()).isEqualTo(400);
        }
        me.ok("POST", "/api/alerts/read", Map.of("ids", List.of(alert.get("id").asText())));
        assertThat(told(me, "assignment", customer).get("read").asBoolean()).isTrue();
    }

    @Test
    @Proves("ALR-15")
    public void anActivityThatBeginsSoonIsToldUntilItIsDone() {
        String call = made("activity", "type", "phone", "subject", "โทรหาลูกค้า", "startAt", soon());
        assertThat(told(me, "activity", call).get("due").asText()).isNotEmpty();

        me.act("activity", call, "complete", Map.of("result", "ok"));
        Wait.until(() -> "what is done needs no alert", SOON, () -> told(me, "activity", call)
                .get("read")
                .asBoolean());
    }

    @Test
    @Proves({"ALR-12", "ACT-27"})
    public void aColleagueIsAskedToTakePartReadsItAndAnswersAndTheOtherIsTold() {
        String visit = made(
                "activity",
                "type",
                "appointment",
                "subject",
                "เยี่ยมโรงงาน",
                "startAt",
                soon(),
                "participants",
                List.of(Map.of("user", id(team.stranger))));
        JsonNode asked = told(team.stranger, "resource", visit);
        assertThat(asked.get("asks").asBoolean()).isTrue();
        assertThat(team.stranger
                        .get("/api/records/activity/" + visit)
                        .get("subject")
                        .asText())
                .isEqualTo("เยี่ยมโรงงาน");
        assertThat(home(team.stranger, "core.invitations")).contains(visit);

        String address = "/api/alerts/invitations/" + visit;
        assertThat(me.send("POST", address, Map.of("answer", "accepted")).statusCode())
                .isEqualTo(404);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Bangkok"));
        String calendar = "/api/calendar?mine=true&from=" + today + "&to=" + today.plusDays(1);
        assertThat(team.stranger.get(calendar).toString()).contains(visit);
        team.stranger.ok("POST", address, Map.of("answer", "declined"));
        assertThat(team.stranger.get(calendar).toString()).doesNotContain(visit);

        assertThat(read("activity", visit).at("/participants/0/answer").asText())
                .isEqualTo("declined");
        assertThat(told(me, "resource", visit).get("text").asText()).contains("stranger");
        assertThat(home(team.stranger, "core.invitations")).doesNotContain(visit);
        assertThat(told(team.stranger, "resource", visit).get("asks").asBoolean())
                .isFalse();
    }

    private static List<String> home(Person who, String block) {
        return StreamSupport.stream(who.get("/api/home").get("blocks").spliterator(), false)
                .filter(one -> one.get("id").asText().equals(block))
                .flatMap(one -> one.get("rows").findValuesAsText("id").stream())
                .toList();
    }

    @Test
    @Proves({"ALR-13", "ALR-05"})
    public void theManagerIsToldThatALeadBecameACustomer() {
        String teamId = me.get("/api/records/user/" + id(me)).at("/team/id").asText();
        change(team.administrator, "team", teamId, Map.of("manager", id(team.manager)));
        Map<String, Object> customer = pairs("account.name", "บริษัท สนใจ จำกัด", "contact", false);
        Map<String, Object> alone = new HashMap<>(customer);
        alone.put("opportunity", false);
        Map<String, Object> withDeal = new HashMap<>(customer);
        withDeal.put("opportunity.expectedCloseOn", TO_CLOSE);
        for (Map<String, Object> made : List.of(alone, withDeal)) {
            String lead = made("lead", "name", "คุณสนใจ", "company", "บริษัท สนใจ จำกัด");
            me.act("lead", lead, "qualify", made);

            assertThat(told(team.manager, "convertLead", lead).get("text").asText())
                    .contains("seller", "คุณสนใจ");
            assertThat(alert(me, "convertLead", lead)).as("he did it himself").isNull();
            assertThat(read("lead", lead).path("opportunity").has("id")).isEqualTo(made == withDeal);
        }
    }

    @Test
    @Proves("ALR-05")
    public void theSalespersonAndTheManagerAreBothToldWhatSomebodyElseMadeOfALead() {
        String teamId = me.get("/api/records/user/" + id(me)).at("/team/id").asText();
        change(team.administrator, "team", teamId, Map.of("manager", id(team.manager)));
        String lead = made("lead", "name", "คุณทั้งสอง", "company", "บริษัท ทั้งสอง จำกัด");
        team.administrator.act(
                "lead",
                lead,
                "qualify",
                pairs("account.name", "บริษัท ทั้งสอง จำกัด", "contact", false, "opportunity", false));
        for (Person one : List.of(me, team.manager)) {
            assertThat(told(one, "convertLead", lead).get("text").asText()).contains("คุณทั้งสอง");
        }
    }

    @Test
    @Proves({"ALR-06", "ANV-02", "ANV-04", "ANV-06"})
    public void theSalespersonIsToldOfAnAnniversaryAsManyDaysBeforeAsItSays() {
        String customer = customer("บริษัท ครบรอบ จำกัด");
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Bangkok")).plusDays(1);
        String day = founding(customer, tomorrow, "1,0");
        String later = founding(customer, tomorrow, "0");
        String chief = made("contact", "name", "ประธานกรรมการ", "account", customer);
        String born = tomorrow.withYear(1970).toString();
        String colleagues = team.colleague
                .create("anniversary", pairs("kind", "birthday", "contact", chief, "day", born, "alertDays", "1"))
                .get("id")
                .asText();

        assertThat(told(me, "anniversary", day).get("day").asText()).isEqualTo(tomorrow.toString());
        assertThat(told(me, "anniversary", colleagues).get("text").asText())
                .as("the birthday of an executive")
                .contains("ประธานกรรมการ");
        assertThat(alert(me, "anniversary", later)).isNull();
        assertThat(home(me, "core.anniversaries"))
                .as("those of his customers, whoever wrote them down")
                .contains(day, later, colleagues);
    }

    private String founding(String customer, LocalDate day, String alertDays) {
        String first = day.withYear(2004).toString();
        return made("anniversary", "kind", "founding", "account", customer, "day", first, "alertDays", alertDays);
    }

    @Test
    public void whoIsNamedInANoteIsToldIfHeMayReadTheRecord() {
        String customer = customer("บริษัท กล่าวถึง จำกัด");
        String hidden = customer("บริษัท ลับ จำกัด");
        for (String record : List.of(hidden, customer)) {
            me.ok(
                    "POST",
                    "/api/records/account/" + record + "/notes",
                    Map.of("text", "ดูหน่อย", "mentions", List.of(id(team.manager), id(team.stranger))));
        }
        told(team.manager, "mention", hidden);
        told(team.manager, "mention", customer);
        assertThat(team.stranger.get("/api/alerts").get("alerts").findValuesAsText("text"))
                .noneMatch(text -> text.contains("กล่าวถึง จำกัด"));
    }

    @Test
    @Proves({"ALR-04", "ANV-07"})
    public void whoIsNotInTheProgramIsToldByEmail() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            team.administrator.ok(
                    "PUT", "/api/mail/settings", mailServer(server.getSmtp().getPort()));
            String user = id(team.colleague);
            change(team.administrator, "user", user, Map.of("email", "colleague@shop.co.th"));
            team.colleague.ok("PUT", "/api/alerts/choice", mailed());
            String day = team.colleague
                    .create("account", pairs("name", "บริษัท วันเกิด จำกัด"))
                    .get("id")
                    .asText();
            LocalDate today = LocalDate.now(ZoneId.of("Asia/Bangkok"));
            team.colleague.create(
                    "anniversary",
                    pairs(
                            "kind",
                            "founding",
                            "account",
                            day,
                            "day",
                            today.withYear(2004).toString()));
            team.manager.create("account", pairs("name", "บริษัท ทางเมล จำกัด", "owner", user));

            Wait.until(
                    () -> "both are mailed: " + bodies(server),
                    SOON,
                    () -> bodies(server).contains("บริษัท ทางเมล จำกัด")
                            && bodies(server).contains("บริษัท วันเกิด จำกัด"));
            assertThat(server.getReceivedMessages()).allMatch(one -> GreenMailUtil.getAddressList(recipients(one))
                    .contains("colleague@shop.co.th"));
        } finally {
            team.colleague.ok("PUT", "/api/alerts/choice", Map.of());
            server.stop();
        }
    }

    private static Map<String, Object> mailed() {
        Map<String, Object> kinds = new HashMap<>();
        kinds.put("assignment", Map.of("program", true, "desktop", false, "mail", "now"));
        kinds.put("anniversary", Map.of("program", true, "desktop", false, "mail", "now"));
        return Map.of("kinds", kinds, "quietFrom", "", "quietTo", "");
    }

    private static Address[] recipients(MimeMessage message) {
        try {
            return message.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String bodies(GreenMail server) {
        StringBuilder all = new StringBuilder();
        Arrays.stream(server.getReceivedMessages()).forEach(message -> {
            try {
                Object content = message.getContent();
                all.append(
                                content instanceof MimeMultipart parts
                                        ? parts.getBodyPart(0).getContent()
                                        : content)
                        .append('\n');
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return all.toString();
    }
}
