package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Test;
import org.salacrm.itest.Person;
import org.salacrm.itest.Wait;
import org.salacrm.test.Proves;

/** Several records that mean the same become one, and several again, as a client asks for it. */
public class MergeIT extends WorkTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String MERGE = "/api/records/account/merge";

    private static Map<String, Object> records(String... ids) {
        return Map.of("records", Stream.of(ids).map(id -> Map.of("id", id)).toList());
    }

    private JsonNode merge(String... ids) {
        return team.manager.ok("POST", MERGE, records(ids));
    }

    private JsonNode undo(JsonNode merged) {
        return team.manager.ok("POST", "/api/merges/" + merged.get("merge").asText() + "/undo", Map.of());
    }

    private void change(String entity, String id, Map<String, ?> values) {
        team.manager.ok("PATCH", "/api/records/" + entity + "/" + id, values, "If-Match", "*");
    }

    private static int status(Person who, String method, String path, Object body) {
        return who.send(method, path, body).statusCode();
    }

    @Test
    @Proves("CDB-12")
    public void eightBecomeTheMostCompleteAndEverythingThatHangsOnThemIsThere() {
        String stays = made("account", "name", "บริษัท รวมกัน จำกัด", "phone", "021234567");
        List<String> all = new ArrayList<>(List.of(stays));
        for (int i = 1; i < 8; i++) {
            all.add(made("account", "name", "บจก. รวมกัน " + i, "phone", "02555000" + i, "interests", List.of("erp")));
        }
        String last = all.get(7);
        change("account", last, Map.of("email", "office@ruam.example", "addresses", List.of(Map.of("street", "9/9"))));
        String contact = made("contact", "name", "คุณติดต่อ รวมกัน", "account", last);
        String deal = made("opportunity", "name", "ดีลรวมกัน", "account", last, "expectedCloseOn", TO_CLOSE);
        String call = made("activity", "type", "phone", "subject", "โทร", "account", last);
        me.ok("POST", "/api/records/account/" + last + "/notes", Map.of("text", "จดไว้ก่อนรวม"));
        byte[] file = "x".getBytes(StandardCharsets.UTF_8);
        me.attach("/api/records/account/" + last + "/files", Map.of(), "map.txt", file);

        JsonNode proposal = team.manager.ok("POST", MERGE + "/proposal", records(all.toArray(String[]::new)));
        assertThat(proposal.at("/values/email").asText()).isEqualTo("office@ruam.example");
        assertThat(proposal.get("values").has("phone")).as("it has one").isFalse();
        assertThat(proposal.get("moves").toString()).isEqualTo("{\"contact\":1,\"activity\":1,\"opportunity\":1}");
        JsonNode merged = merge(all.toArray(String[]::new));

        assertThat(merged.get("id").asText()).isEqualTo(stays);
        JsonNode whole = read("account", stays);
        holds(whole, Map.of("name", "บริษัท รวมกัน จำกัด", "phone", "021234567", "email", "office@ruam.example"));
        assertThat(whole.get("addresses")).hasSize(1);
        assertThat(whole.get("interests").toString()).isEqualTo("[\"erp\"]");
        assertThat(whole.get("version")).isEqualTo(merged.get("version"));
        for (String[] one : List.of(new String[] {"contact", contact}, new String[] {"opportunity", deal})) {
            assertThat(read(one[0], one[1]).at("/account/id").asText()).isEqualTo(stays);
        }
        assertThat(read("activity", call).at("/account/id").asText()).isEqualTo(stays);
        String place = "/api/records/account/" + stays;
        assertThat(me.get(place + "/notes").at("/items/0/text").asText()).isEqualTo("จดไว้ก่อนรวม");
        assertThat(me.get(place + "/files").at("/items/0/name").asText()).isEqualTo("map.txt");
        assertThat(me.get(place + "/history").at("/items/0/verb").asText()).isEqualTo("merge");
        assertThat(all.subList(1, 8)).allSatisfy(id -> {
            assertThat(status(me, "GET", "/api/records/account/" + id, null)).isEqualTo(404);
            assertThat(me.get("/api/merges/account/" + id).get("id").asText()).isEqualTo(stays);
        });
    }

    @Test
    @Proves("CDB-12")
    public void takenBackEachIsAsItWasAndHasItsOwnAgain() {
        String stays = made("account", "name", "ห้างคืนมา", "remark", "ก่อน");
        String goes =
                made("account", "name", "ร้านคืนมา", "code", "BACK-" + database, "website", "https://back.example");
        String contact = made("contact", "name", "คุณคืน", "account", goes);
        JsonNode before = read("account", goes);
        JsonNode winner = read("account", stays);
        JsonNode merged = merge(stays, goes);
        assertThat(read("account", stays).get("code").asText()).isEqualTo("BACK-" + database);

        assertThat(undo(merged).get("changed")).isEmpty();

        before.fieldNames().forEachRemaining(name -> {
            if (!name.startsWith("modified") && !name.equals("version")) {
                assertThat(read("account", goes).get(name)).as(name).isEqualTo(before.get(name));
                assertThat(read("account", stays).get(name)).as(name).isEqualTo(winner.get(name));
            }
        });
        assertThat(read("contact", contact).at("/account/id").asText()).isEqualTo(goes);
        assertThat(status(me, "GET", "/api/merges/account/" + goes, null)).isEqualTo(404);
        String again = "/api/merges/" + merged.get("merge").asText() + "/undo";
        assertThat(status(team.manager, "POST", again, Map.of()))
                .as("only once")
                .isEqualTo(404);
    }

    @Test
    @Proves("CDB-12")
    public void whatSomebodyChangedSinceStaysAndIsNamed() {
        String stays = made("account", "name", "ห้างเปลี่ยนแล้ว");
        String goes = made("account", "name", "ร้านเปลี่ยนแล้ว", "phone", "027777777", "email", "old@change.example");
        String contact = made("contact", "name", "คุณย้าย", "account", goes);
        String other = customer("ห้างอื่น");
        JsonNode merged = merge(stays, goes);
        change("account", stays, Map.of("email", "new@change.example"));
        change("contact", contact, Map.of("account", other));

        JsonNode changed = undo(merged).get("changed");

        assertThat(changed.findValuesAsText("id")).containsExactlyInAnyOrder(stays, contact);
        assertThat(changed.findValuesAsText("field")).containsExactlyInAnyOrder("email", "");
        assertThat(changed.findValuesAsText("entity")).containsExactlyInAnyOrder("account", "contact");
        holds(read("account", stays), Map.of("email", "new@change.example", "phone", ""));
        holds(read("account", goes), Map.of("email", "old@change.example", "phone", "027777777"));
        assertThat(read("contact", contact).at("/account/id").asText()).isEqualTo(other);
    }

    @Test
    @Proves("CDB-12")
    public void oldCodesAndNamesLeadToTheOneThatStays() {
        String code = "LOS-" + database;
        String stays = made("account", "name", "ห้างผู้อยู่", "code", "WIN-" + database);
        String goes = made("account", "name", "ร้านสิ้นชื่อ", "code", code);
        JsonNode merged = merge(stays, goes);

        for (String text : List.of(code, "ร้านสิ้นชื่อ")) {
            Wait.until(
                    () -> "the search finds " + text,
                    SOON,
                    () -> found(me, text).path("id").asText().equals(stays));
            assertThat(found(me, text).get("value").asText()).isEqualTo(text);
            assertThat(found(me, text).get("title").asText()).isEqualTo("ห้างผู้อยู่");
            assertThat(found(me, text).get("former").asBoolean()).isTrue();
            assertThat(found(team.stranger, text).isMissingNode()).isTrue();
        }
        assertThat(found(me, code).at("/label/en").asText()).endsWith(" of a merged record");
        Map<String, Object> again = Map.of("name", "ใหม่", "code", code);
        HttpResponse<String> refused = me.send("POST", "/api/records/account", again);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("ร้านสิ้นชื่อ", "ห้างผู้อยู่");
        HttpResponse<String> hidden = team.stranger.send("POST", "/api/records/account", again);
        assertThat(hidden.statusCode()).isEqualTo(422);
        assertThat(hidden.body()).doesNotContain("ร้านสิ้นชื่อ", "ห้างผู้อยู่");

        undo(merged);
        Wait.until(
                () -> "the search finds it itself",
                SOON,
                () -> found(me, code).path("id").asText().equals(goes));
        assertThat(found(me, code).has("former")).isFalse();
    }

    private static JsonNode found(Person who, String text) {
        String query = "/api/search?entities=account&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        return who.get(query).at("/groups/0/hits/0");
    }

    @Test
    public void whoMayNotDeleteOrReadMergesNothingAndLearnsNothing() {
        String stays = customer("ห้างห้ามรวม");
        String goes = customer("ร้านห้ามรวม");
        assertThat(status(me, "POST", MERGE, records(stays, goes))).isEqualTo(403);
        assertThat(status(team.stranger, "POST", MERGE, records(stays, goes))).isEqualTo(404);
        assertThat(status(team.stranger, "POST", MERGE + "/proposal", records(stays, goes)))
                .isEqualTo(404);
        holds(read("account", goes), Map.of("name", "ร้านห้ามรวม"));

        JsonNode merged = merge(stays, goes);
        String recent = "/api/merges?entity=account&id=" + stays;
        assertThat(team.manager.get(recent).at("/items/0/merge")).isEqualTo(merged.get("merge"));
        assertThat(me.get(recent).get("items")).as("another's merge").isEmpty();
        assertThat(status(team.stranger, "GET", recent, null)).isEqualTo(404);
        String undo = "/api/merges/" + merged.get("merge").asText() + "/undo";
        assertThat(status(me, "POST", undo, Map.of())).as("another's merge").isEqualTo(404);
        assertThat(status(team.stranger, "GET", "/api/merges/account/" + goes, null))
                .isEqualTo(404);
        assertThat(team.administrator.ok("POST", undo, Map.of()).get("changed")).isEmpty();
    }

    @Test
    public void whatCannotBeMergedIsRefusedWithAReason() {
        String one = customer("ห้างเดียว");
        String two = customer("ร้านสอง");
        refused(400, records(one));
        refused(400, records(one, one));
        refused(400, records(one, "2", "3", "4", "5", "6", "7", "8", "9"));
        refused(400, Map.of("records", "all"));
        refused(404, records(one, "17"));
        for (Object version : List.of(99, "99")) {
            refused(412, Map.of("records", List.of(Map.of("id", one), Map.of("id", two, "version", version))));
        }
        refused(400, Map.of("records", List.of(Map.of("id", one), Map.of("id", two, "version", "the last"))));
        Map<String, Object> wrong = Map.of("records", records(one, two).get("records"), "values", Map.of("email", "@"));
        assertThat(refused(422, wrong).at("/errors/0/field").asText()).isEqualTo("email");
        holds(read("account", two), Map.of("name", "ร้านสอง"));
    }

    private JsonNode refused(int status, Object body) {
        HttpResponse<String> answer = team.manager.send("POST", MERGE, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = Person.read(answer.body());
        assertThat(problem.get("title").asText()).isNotEmpty();
        return problem;
    }
}
