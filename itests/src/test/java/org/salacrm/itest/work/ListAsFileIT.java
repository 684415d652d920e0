package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.itest.Person;
import org.salacrm.test.Proves;

/** What a list shows, taken out as a file, kept as a view, and changed at once for many records and back again. */
public class ListAsFileIT extends WorkTest {

    @Test
    public void aFileHoldsTheColumnsOfTheListAndNoFormulaOfAnybody() {
        String mark = "ส่งออก " + database;
        made("lead", "name", "=cmd|'/c calc'!A1", "company", mark);
        String file = exported(me, mark, "csv").body();
        assertThat(file).startsWith("\uFEFFบริษัท,ชื่อ").contains(mark + ",'=cmd|");
        assertThat(exported(me, mark, "html").body()).contains("<td>=cmd|").doesNotContain("<script");
        assertThat(exported(me, mark, "xlsx").body()).startsWith("PK");
    }

    @Test
    public void onlyWhoMayExportDoesSoAndOnlyWhatHisRightReaches() {
        String mark = "ของใคร " + database;
        made("lead", "name", "ของฉัน", "company", mark);
        team.colleague.create("lead", pairs("name", "ของเพื่อน", "company", mark));
        assertThat(me.count("lead", where("company", "=", mark)))
                .as("he reads both")
                .isEqualTo(2);
        assertThat(exported(me, mark, "csv").body()).contains("ของฉัน").doesNotContain("ของเพื่อน");
        assertThat(exported(team.manager, mark, "csv").body()).contains("ของฉัน", "ของเพื่อน");
        Person service = team.hire("no-export", "Service", "");
        assertThat(exported(service, mark, "csv").statusCode()).isEqualTo(403);
        assertThat(exported(me, mark, "pdf").statusCode()).isEqualTo(400);
    }

    @Test
    public void aLongListIsWrittenByAJobAndFetchedByWhoeverStartedIt() {
        String mark = "ทีหลัง " + database;
        made("lead", "name", "คนเดียว", "company", mark);
        Map<String, Object> wish = exporting(mark, "csv");
        wish.put("later", true);
        JsonNode job = me.ended(
                me.ok("POST", "/api/records/lead/export", wish).get("job").asText());
        String file = "/api/jobs/" + job.get("id").asText() + "/file";
        assertThat(me.send("GET", file, null).body())
                .isEqualTo(exported(me, mark, "csv").body());
        assertThat(team.colleague.send("GET", file, null).statusCode()).isEqualTo(404);
        Person service = team.hire("no-later-export", "Service", "");
        assertThat(service.send("POST", "/api/records/lead/export", wish).statusCode())
                .isEqualTo(403);
    }

    @Test
    public void theIdIsAColumnWithANameLikeOthers() {
        String mark = "รหัส " + database;
        String id = made("lead", "name", "มีรหัส", "company", mark);
        Map<String, Object> wish = exporting(mark, "csv");
        wish.put("fields", List.of("name", "id", "owner"));
        String file = me.send("POST", "/api/records/lead/export", wish).body();
        assertThat(file).contains(id, "รหัสระบบ,ผู้ดูแล").doesNotContain(".label");
    }

    @Test
    public void aListShowsWhatIsToBeDoneNextToWhoeverMayKnow() {
        String lead = made("lead", "name", "ถัดไป " + database);
        made(
                "activity",
                "subject",
                "โทร",
                "regarding",
                Map.of("entity", "lead", "id", lead),
                "dueAt",
                "2031-02-03T03:00:00Z");
        Map<String, Object> question = pairs("fields", List.of("nextActivity"), "filter", where("id", "=", lead));
        assertThat(me.query("lead", question).at("/items/0/nextActivity").asText())
                .isEqualTo("2031-02-03T03:00:00Z");
        assertThat(me.get("/api/types/lead").at("/workedOut/0/kind").asText()).isEqualTo("next");
    }

    @Test
    public void aSavedViewIsThereForThoseItIsFor() {
        assertThat(saved(me, "ร้อน", "private").statusCode()).isEqualTo(201);
        assertThat(saved(me, "ไม่ได้", "all").statusCode())
                .as("a salesperson shares with nobody")
                .isEqualTo(403);
        assertThat(saved(team.manager, "ทั้งบริษัท", "all").statusCode()).isEqualTo(201);
        assertThat(views(me)).contains("ร้อน", "ทั้งบริษัท");
        assertThat(views(team.colleague)).contains("ทั้งบริษัท").doesNotContain("ร้อน");
        String id = view(team.manager, "ทั้งบริษัท").at("/saved/id").asText();
        assertThat(me.send("DELETE", "/api/views/" + id, null).statusCode()).isEqualTo(404);
        team.manager.ok("DELETE", "/api/views/" + id, null);
        assertThat(views(me)).doesNotContain("ทั้งบริษัท");
    }

    @Test
    public void aSavedViewGoesOnWithoutAColumnThatHasGone() {
        String fields = "/api/types/lead/fields";
        Map<String, Object> label = Map.of("th", "หายไป", "en", "Gone");
        team.administrator.ok("POST", fields, pairs("name", "gone", "kind", "text", "label", label));
        List<String> columns = List.of("gone", "name", "nextActivity", "stateSince");
        me.ok("POST", "/api/views", pairs("entity", "lead", "name", "เก่า", "audience", "private", "columns", columns));
        assertThat(team.administrator.send("DELETE", fields + "/gone", null).statusCode())
                .as("somebody's view shows it")
                .isEqualTo(409);
        team.administrator.ok("DELETE", fields + "/gone?force=true", null);
        assertThat(view(me, "เก่า").get("columns"))
                .extracting(JsonNode::asText)
                .as("what is worked out stays")
                .containsExactly("name", "nextActivity", "stateSince");
    }

    @Test
    @Proves("GEN-09")
    public void theAdministratorsColumnsOfARoleReachItsPeople() {
        String role = team.administrator
                .query("role", Map.of("filter", where("nameEn", "=", "Salesperson")))
                .at("/items/0/id")
                .asText();
        Map<String, Object> chosen = pairs(
                "entity", "contact", "view", "core.all-contacts", "role", role, "columns", List.of("phone", "name"));
        assertThat(me.send("PUT", "/api/views/columns", chosen).statusCode()).isEqualTo(403);
        team.administrator.ok("PUT", "/api/views/columns", chosen);
        assertThat(columns(me)).isEqualTo(List.of("phone", "name"));
        assertThat(columns(team.manager)).isNotEqualTo(List.of("phone", "name"));
        chosen.put("columns", List.of());
        team.administrator.ok("PUT", "/api/views/columns", chosen);
        assertThat(columns(me)).isEqualTo(columns(team.manager));
    }

    @Test
    public void aMassChangeIsUndoneExceptWhereSomebodyChangedSince() {
        String mark = "ย้อน " + database;
        String first = made("lead", "name", "หนึ่ง", "company", mark);
        String second = made("lead", "name", "สอง", "company", mark, "position", "ผู้จัดการ");
        JsonNode done = me.ended(me.ok(
                        "POST",
                        "/api/records/lead/bulk",
                        pairs(
                                "verb",
                                "update",
                                "ids",
                                List.of(first, second),
                                "values",
                                Map.of("company", "ผิด", "position", "ผิด")))
                .get("job")
                .asText());
        assertThat(done.at("/result/done").asInt()).isEqualTo(2);
        me.ok("PATCH", "/api/records/lead/" + second, Map.of("position", "เจ้าของ"), "If-Match", "*");
        String undo = "/api/undos/" + done.at("/result/undo").asText();
        assertThat(team.colleague.send("POST", undo, null).statusCode()).isEqualTo(404);
        JsonNode back = me.ended(me.ok("POST", undo, null).get("job").asText());
        assertThat(back.at("/result/done").asInt()).isEqualTo(1);
        assertThat(back.at("/result/left").asInt()).isEqualTo(1);
        holds(read("lead", first), Map.of("company", mark));
        holds(read("lead", second), Map.of("company", mark, "position", "เจ้าของ"));
        whatWasLeftIsToldAndPutBackAllTheSame(back.at("/result/of").asText(), second);
    }

    private void whatWasLeftIsToldAndPutBackAllTheSame(String undo, String lead) {
        JsonNode left = me.get("/api/undos/" + undo + "/left").get("items");
        assertThat(left).hasSize(1);
        holds(
                left.get(0),
                Map.of(
                        "record", lead,
                        "label", "สอง",
                        "verb", "update",
                        "fields/0/field", "position",
                        "fields/0/label/en", "Position",
                        "fields/0/before", "ผู้จัดการ",
                        "fields/0/made", "ผิด",
                        "fields/0/now", "เจ้าของ"));
        assertThat(left.at("/0/by/label").asText()).isNotEmpty();
        String address = "/api/undos/" + undo + "/insist";
        Map<String, Object> chosen =
                Map.of("items", List.of(Map.of("step", left.at("/0/step").asText())));
        assertThat(team.colleague.send("POST", address, chosen).statusCode()).isEqualTo(404);
        me.ended(me.ok("POST", address, chosen).get("job").asText());
        holds(read("lead", lead), Map.of("position", "ผู้จัดการ"));
        assertThat(me.get("/api/undos/" + undo).get("steps").asInt()).isZero();
    }

    private HttpResponse<String> exported(Person who, String company, String format) {
        return who.send("POST", "/api/records/lead/export", exporting(company, format));
    }

    private Map<String, Object> exporting(String company, String format) {
        return new HashMap<>(pairs(
                "fields", List.of("company", "name"), "filter", where("company", "=", company), "format", format));
    }

    private HttpResponse<String> saved(Person who, String name, String audience) {
        Map<String, Object> view = new HashMap<>(pairs("entity", "lead", "name", name, "audience", audience));
        view.put("columns", List.of("name"));
        view.put("filter", where("rating", "=", "hot"));
        return who.send("POST", "/api/views", view);
    }

    private JsonNode view(Person who, String name) {
        for (JsonNode view : who.get("/api/types/lead").get("views")) {
            if (view.at("/label/th").asText().equals(name)) {
                return view;
            }
        }
        throw new AssertionError(name + " is not there");
    }

    private List<String> views(Person who) {
        return who.get("/api/types/lead").get("views").findValuesAsText("th");
    }

    private List<String> columns(Person who) {
        for (JsonNode view : who.get("/api/types/contact").get("views")) {
            if (view.get("id").asText().equals("core.all-contacts")) {
                List<String> columns = new ArrayList<>();
                view.get("columns").forEach(column -> columns.add(column.asText()));
                return columns;
            }
        }
        throw new AssertionError("all contacts are not there");
    }
}
