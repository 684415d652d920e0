package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.itest.Person;
import org.salacrm.itest.Wait;
import org.salacrm.test.Proves;

/** Records are given to others and shared with them, and somebody who leaves hands over all he has. */
public class HandoverIT extends WorkTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static int number;

    private Person manager;
    private String nextTeam;
    private Person next;
    private String nextId;

    /** Somebody with all rights of a manager, in a team that sees nothing of the salesperson's. */
    @Before
    public void meetTheNext() {
        manager = team.manager;
        number++;
        nextTeam = team.administrator
                .create("team", Map.of("name", "ทีมถัดไป " + number))
                .get("id")
                .asText();
        next = team.hire("next" + number, "Sales manager", nextTeam);
        nextId = id(next);
    }

    @Test
    @Proves({"CDB-01", "LCA-21"})
    public void customersGoToTheNextOwnerWithTheirOpenWorkAndComeBack() {
        List<String> customers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            customers.add(customer("บริษัท ส่งต่อ " + number + "/" + i));
        }
        String open = made("activity", "type", "phone", "subject", "โทรกลับ", "account", customers.get(0));
        String deal = made("opportunity", "name", "ดีล", "account", customers.get(0), "expectedCloseOn", TO_CLOSE);
        assertThat(status(next, "GET", path("account", customers.get(0)), null)).isEqualTo(404);

        JsonNode job = bulk(
                manager,
                "account",
                "assign",
                customers,
                pairs(
                        "owner",
                        nextId,
                        "withTeam",
                        true,
                        "along",
                        List.of("activity", "opportunity"),
                        "remark",
                        "ฝากดูแลด้วย"));

        assertThat(job.at("/result/done").asInt()).isEqualTo(7);
        assertThat(next.get(path("account", customers.get(6))).at("/owner/id").asText())
                .isEqualTo(nextId);
        assertThat(next.get(path("activity", open)).at("/owner/id").asText()).isEqualTo(nextId);
        assertThat(next.get(path("opportunity", deal)).at("/owner/id").asText()).isEqualTo(nextId);
        List<String> told = told(next);
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).contains("manager", "ฝากดูแลด้วย").contains("more=8");
        JsonNode change = next.get(path("account", customers.get(0)) + "/history")
                .get("items")
                .get(0);
        assertThat(change.at("/verbLabel/th").asText()).isEqualTo("มอบหมาย");
        assertThat(change.at("/verbLabel/en").asText()).isEqualTo("Handed over");

        JsonNode undone = takenBack(team.administrator, job);
        assertThat(undone.at("/result/done").asInt()).isEqualTo(9);
        assertThat(read("account", customers.get(0)).at("/owner/id").asText()).isEqualTo(id(me));
        assertThat(read("opportunity", deal).at("/owner/id").asText()).isEqualTo(id(me));
    }

    @Test
    @Proves("OPP-20")
    public void aDealGoesToAnotherSalespersonByThoseOnlyWhoMayGiveItAway() {
        String deal =
                made("opportunity", "name", "ดีลใหญ่", "account", customer("ลูกค้า"), "expectedCloseOn", TO_CLOSE);
        Map<String, Object> to = Map.of("owner", id(team.colleague));

        assertThat(me.send(
                                "POST",
                                "/api/records/opportunity/bulk",
                                Map.of("verb", "assign", "ids", List.of(deal), "values", to))
                        .statusCode())
                .isEqualTo(403);
        bulk(manager, "opportunity", "assign", List.of(deal), to);

        assertThat(status(team.colleague, "PATCH", path("opportunity", deal), Map.of("nextStep", "โทรหา")))
                .isEqualTo(200);
        assertThat(status(me, "PATCH", path("opportunity", deal), Map.of("nextStep", "โทรหา")))
                .isEqualTo(403);
    }

    @Test
    @Proves({"CDB-02", "CDB-03", "CDB-04", "CDB-05", "CDB-06", "LCA-22"})
    public void aSharedCustomerIsReachedAsFarAndAsLongAsItIsShared() {
        sharedStepByStep("account", "remark", customer("บริษัท แบ่งปัน " + number));
    }

    @Test
    @Proves("OPP-21")
    public void aSharedDealIsReachedAsFarAndAsLongAsItIsShared() {
        sharedStepByStep(
                "opportunity",
                "nextStep",
                made("opportunity", "name", "ดีล", "account", customer("ลูกค้า"), "expectedCloseOn", TO_CLOSE));
    }

    private void sharedStepByStep(String entity, String field, String record) {
        String path = path(entity, record);
        Map<String, Object> change = Map.of(field, "แก้โดยเพื่อน");
        assertThat(status(next, "GET", path, null)).isEqualTo(404);

        share(path, "read");
        assertThat(status(next, "GET", path, null)).isEqualTo(200);
        assertThat(told(next)).hasSize(1);
        assertThat(status(next, "PATCH", path, change)).isEqualTo(403);
        assertThat(adding(entity, record)).containsExactly(403, 403, 422);

        share(path, "append");
        assertThat(adding(entity, record)).containsExactly(201, 201, 201);
        assertThat(status(next, "PATCH", path, change)).isEqualTo(403);

        share(path, "write");
        assertThat(status(next, "PATCH", path, change)).isEqualTo(200);
        assertThat(status(next, "DELETE", path, null)).isEqualTo(403);

        String until = Instant.now().plusSeconds(3).toString();
        manager.ok("PUT", path + "/shares", List.of(shareOf("read", until)));
        Wait.until(() -> "the share ends by itself", SOON, () -> status(next, "GET", path, null) == 404);
        JsonNode history = manager.get(path + "/history").get("items").get(0);
        assertThat(history.at("/verbLabel/en").asText()).isEqualTo("Sharing changed");
        assertThat(history.get("changes").toString()).contains("next" + number + " → ");

        share(path, "delete");
        assertThat(status(next, "DELETE", path, null)).isEqualTo(204);
    }

    @Test
    @Proves("CDB-02")
    public void manyAreSharedWithATeamAndThatIsTakenBack() {
        List<String> customers = List.of(customer("ร่วม 1"), customer("ร่วม 2"));
        Map<String, Object> share =
                Map.of("principal", Map.of("kind", "team", "id", nextTeam), "read", true, "append", true);

        JsonNode job = bulk(manager, "account", "share", customers, Map.of("shares", List.of(share)));

        assertThat(status(next, "GET", path("account", customers.get(1)), null)).isEqualTo(200);
        assertThat(told(next)).hasSize(1);
        takenBack(manager, job);
        assertThat(status(next, "GET", path("account", customers.get(1)), null)).isEqualTo(404);
    }

    @Test
    public void whoeverLeavesIsSignedOutAndAllHeHasGoesToOthersInOneJob() {
        List<String> customers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            customers.add(next.create("account", Map.of("name", "ของคนลาออก " + i))
                    .get("id")
                    .asText());
        }
        String activity = next.create("activity", Map.of("type", "task", "subject", "งานค้าง"))
                .get("id")
                .asText();
        String page = "/api/leavers/" + nextId;
        assertThat(manager.send("GET", page, null).statusCode()).isEqualTo(403);
        JsonNode owned = team.administrator.get(page).get("owned");
        assertThat(owned.toString()).contains("{\"entity\":\"account\",\"count\":3}");

        Map<String, Object> rules = Map.of(
                "account",
                Map.of("rule", "turn", "people", List.of(id(me), id(team.colleague)), "withTeam", true),
                "activity",
                Map.of("owner", id(manager)));
        String job = team.administrator
                .ok("POST", page, Map.of("rules", rules))
                .get("job")
                .asText();

        Wait.until(
                () -> "he is signed out",
                Duration.ofSeconds(5),
                () -> next.send("GET", "/api/bootstrap", null).statusCode() == 401);
        JsonNode handed = team.administrator.ended(job);
        assertThat(handed.at("/result/done").asInt()).isEqualTo(4);
        assertThat(owner("account", customers.get(0))).isEqualTo(id(me));
        assertThat(owner("account", customers.get(1))).isEqualTo(id(team.colleague));
        assertThat(owner("activity", activity)).isEqualTo(id(manager));
        assertThat(team.administrator
                        .get(path("account", customers.get(0)) + "/history")
                        .toString())
                .contains("\"label\":\"next" + number + "\"");

        JsonNode undone = takenBack(team.administrator, handed);
        assertThat(undone.at("/result/done").asInt()).isEqualTo(4);
        assertThat(owner("account", customers.get(0))).isEqualTo(nextId);
        assertThat(Person.tries(sala(), "next" + number, Person.PASSWORD)).isNotEqualTo(200);
    }

    @Test
    public void nothingIsGivenToWhoHasLeftAndWhatNobodyCanTakeIsNoJob() {
        String lead = made("lead", "name", "ส่งต่อไม่ได้");
        String to = path("lead", lead);
        assertThat(status(team.administrator, "POST", "/api/leavers/4242", Map.of()))
                .isEqualTo(404);
        assertThat(status(manager, "PUT", to + "/shares", List.of(shareOf(id(manager)))))
                .isEqualTo(422);
        team.administrator.ok("PATCH", path("user", nextId), Map.of("active", false), "If-Match", "*");

        assertThat(manager.send("PATCH", to, Map.of("owner", nextId), "If-Match", "*")
                        .statusCode())
                .isEqualTo(422);
        assertThat(status(manager, "PUT", to + "/shares", List.of(shareOf(nextId))))
                .isEqualTo(422);
        assertThat(refused(lead, "assign", Map.of("owner", nextId))).isEqualTo(422);
        assertThat(refused(lead, "assign", Map.of("rule", "dice"))).isEqualTo(400);
        assertThat(refused(lead, "share", Map.of("shares", List.of("x")))).isEqualTo(400);
        assertThat(refused(lead, "copy", Map.of("along", List.of("nothing")))).isEqualTo(400);
    }

    private int refused(String lead, String verb, Map<String, Object> values) {
        Map<String, Object> order = Map.of("verb", verb, "ids", List.of(lead), "values", values);
        return status(manager, "POST", "/api/records/lead/bulk", order);
    }

    private static Map<String, Object> shareOf(String user) {
        return Map.of("principal", Map.of("kind", "user", "id", user), "read", true);
    }

    /** What the next one is answered who adds a note, a file and something that hangs on the record. */
    private List<Integer> adding(String entity, String record) {
        String path = path(entity, record);
        Map<String, Object> call =
                Map.of("type", "phone", "subject", "โทร", "regarding", Map.of("entity", entity, "id", record));
        return List.of(
                status(next, "POST", path + "/notes", Map.of("text", "บันทึก")),
                next.attach(path + "/files", Map.of(), "a.txt", new byte[] {'a'})
                        .statusCode(),
                status(next, "POST", "/api/records/activity", call));
    }

    private String owner(String entity, String record) {
        return team.administrator.get(path(entity, record)).at("/owner/id").asText();
    }

    private void share(String path, String level) {
        manager.ok("PUT", path + "/shares", List.of(shareOf(level, "")));
    }

    private Map<String, Object> shareOf(String level, String until) {
        return pairs("principal", Map.of("kind", "user", "id", nextId), "read", true, level, true, "until", until);
    }

    private static String path(String entity, String record) {
        return "/api/records/" + entity + "/" + record;
    }

    private static int status(Person who, String method, String path, Object body) {
        return who.send(method, path, body, "If-Match", "*").statusCode();
    }

    private static String id(Person who) {
        return who.get("/api/bootstrap").at("/user/id").asText();
    }

    /** What somebody was told of what was given to him or shared with him. */
    private static List<String> told(Person who) {
        return StreamSupport.stream(
                        who.get("/api/alerts?which=assignment").get("alerts").spliterator(), false)
                .map(alert -> alert.get("text").asText() + " more="
                        + alert.path("more").asText())
                .toList();
    }

    private static JsonNode bulk(Person who, String entity, String verb, List<String> ids, Map<String, Object> values) {
        JsonNode job =
                who.ok("POST", "/api/records/" + entity + "/bulk", Map.of("verb", verb, "ids", ids, "values", values));
        return who.ended(job.get("job").asText());
    }

    private static JsonNode takenBack(Person who, JsonNode job) {
        String undo = "/api/undos/" + job.at("/result/undo").asText();
        return who.ended(who.ok("POST", undo, null).get("job").asText());
    }
}
