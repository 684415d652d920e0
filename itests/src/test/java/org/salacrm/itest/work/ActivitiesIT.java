package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.itest.Person;
import org.salacrm.test.Proves;

/** What is done with customers: recorded in every form, never lost, its step and urgency seen. */
public class ActivitiesIT extends WorkTest {
    @Test
    @Proves({"ACT-04", "ACT-05", "ACT-06", "ACT-07"})
    public void appointmentsCallsFaxesAndMailsAreRecorded() {
        assertIsRecorded("appointment", "นัดหมาย", "Appointment");
        assertIsRecorded("phone", "โทรศัพท์", "Phone");
        assertIsRecorded("fax", "แฟกซ์", "Fax");
        assertIsRecorded("email", "อีเมล", "E-mail");
    }

    @Test
    @Proves({"ACT-08", "ACT-09", "ACT-10"})
    public void lettersEventsAndTasksAreRecorded() {
        assertIsRecorded("letter", "จดหมาย", "Letter");
        assertIsRecorded("event", "งานอีเวนต์", "Event");
        assertIsRecorded("task", "งาน", "Task");
    }

    private void assertIsRecorded(String type, String thai, String english) {
        String activity = made("activity", "type", type, "subject", "ติดต่อทาง" + thai);
        assertThat(read("activity", activity).get("type").asText()).isEqualTo(type);
        assertThat(label("activity", "type", type).get("th").asText()).isEqualTo(thai);
        assertThat(label("activity", "type", type).get("en").asText()).isEqualTo(english);
        assertThat(listed("activity", "subject", where("type", "=", type))).contains("ติดต่อทาง" + thai);
    }

    @Test
    @Proves("ACT-11")
    public void theAdministratorAddsTypes() {
        ArrayNode rows = (ArrayNode) team.administrator.get("/api/pick-lists/activityType");
        if (rows.findValuesAsText("code").stream().noneMatch("siteVisit"::equals)) {
            rows.addObject()
                    .put("code", "siteVisit")
                    .put("active", true)
                    .put("order", 90)
                    .putObject("label")
                    .put("th", "เยี่ยมหน้างาน")
                    .put("en", "Site visit");
            team.administrator.ok("PUT", "/api/pick-lists/activityType", rows);
        }
        assertIsRecorded("siteVisit", "เยี่ยมหน้างาน", "Site visit");
        assertThat(me.send("PUT", "/api/pick-lists/activityType", rows).statusCode())
                .as("nobody but the administrator")
                .isEqualTo(403);
    }

    @Test
    @Proves({"ACT-12", "LCA-28", "LCA-29"})
    public void theCustomersHistoryTellsHowWhenAndByWhomHeWasContacted() {
        String customer = customer("บริษัท ประวัติดี จำกัด");
        String contact = made("contact", "name", "คุณวิชัย", "account", customer);
        String call = recorded("phone", "โทรเสนอราคา", contact, "contact");
        me.act("activity", call, "complete", Map.of("result", "สนใจ ขอใบเสนอราคา"));

        JsonNode item = timeline(customer).stream()
                .filter(one -> one.get("record").asText().equals(call)
                        && one.get("kind").asText().equals("activity"))
                .findFirst()
                .orElseThrow();
        assertThat(item.get("label").asText()).isEqualTo("โทรเสนอราคา");
        assertThat(item.at("/by/label").asText()).isEqualTo("seller");
        assertThat(item.get("at").asText()).isNotEmpty();
        assertThat(item.at("/state/label/th").asText()).isEqualTo("เสร็จสิ้น");
        assertThat(read("activity", call).get("type").asText()).isEqualTo("phone");
    }

    @Test
    @Proves("ACT-13")
    public void activitiesStayWithTheCustomerWhoeverOwnsHim() {
        String customer = customer("บริษัท เปลี่ยนมือ จำกัด");
        String first = recorded("appointment", "พบครั้งแรก", customer, "account");
        handOver(customer, team.colleague);

        me = team.colleague;
        String second = recorded("phone", "โทรติดตาม", customer, "account");
        assertThat(recordsOf(timeline(customer))).contains(first, second);
        assertThat(read("activity", first).at("/owner/label").asText()).isEqualTo("seller");
    }

    @Test
    @Proves("ACT-13")
    public void activitiesStayWithTheCustomerWhenTheirOwnerLeaves() {
        Person leaver = team.hire(
                "leaver",
                "Salesperson",
                me.get("/api/bootstrap").at("/user/teams/0").asText());
        me = leaver;
        String customer = customer("บริษัท คนเก่า จำกัด");
        String done = recorded("phone", "โทรก่อนลาออก", customer, "account");
        String open = recorded("task", "งานที่ค้างไว้", customer, "account");
        me.act("activity", done, "complete", Map.of());
        change(team.administrator, "user", idOf(leaver), Map.of("active", false));
        assertThat(leaver.send("GET", "/api/session", null).statusCode())
                .as("he is out")
                .isEqualTo(401);

        me = team.manager;
        assertThat(recordsOf(timeline(customer))).contains(done, open);
        handOver(customer, team.colleague);
        me = team.colleague;
        assertThat(recordsOf(timeline(customer))).contains(done, open);
        assertThat(listed("activity", "subject", where("account", "=", customer)))
                .containsExactlyInAnyOrder("โทรก่อนลาออก", "งานที่ค้างไว้");
        assertThat(read("activity", done).at("/owner/label").asText()).isEqualTo("leaver");
        change(team.manager, "activity", open, Map.of("owner", idOf(me)));
        me.act("activity", open, "complete", Map.of("result", "ทำต่อจนเสร็จ"));
        assertThat(read("activity", open).get("status").asText()).isEqualTo("completed");
    }

    @Test
    @Proves("ACT-14")
    public void whatFollowsOnAPastActivityKeepsItsRelationToTheCustomer() {
        String customer = customer("บริษัท ติดตามต่อ จำกัด");
        String contact = made("contact", "name", "คุณนภา", "account", customer);
        String lead = made("lead", "name", "คุณนภา สนใจ", "company", "บริษัท ติดตามต่อ จำกัด");
        Map<String, Object> said = pairs("type", "phone", "subject", "โทรแนะนำตัว", "account", customer);
        said.put("contact", contact);
        said.put("regarding", Map.of("entity", "lead", "id", lead));
        String call = me.create("activity", said).get("id").asText();
        me.act("activity", call, "complete", Map.of("result", "ขอนัดพบ"));
        me.act(
                "activity",
                call,
                "follow-up",
                Map.of(
                        "next.type",
                        "appointment",
                        "next.subject",
                        "พบครั้งแรก",
                        "next.startAt",
                        "2031-01-15T03:00:00Z"));

        JsonNode next = theOne("activity", "followUpOf", call);
        holds(next, Map.of("account/id", customer, "contact/id", contact, "regarding/id", lead));
        holds(next, Map.of("regarding/entity", "lead", "status", "notStarted", "type", "appointment"));
        assertThat(recordsOf(timeline(customer))).contains(call, next.get("id").asText());
    }

    @Test
    @Proves("ACT-13")
    public void anActivityThatIsDeletedLeavesATraceWhereverItStood() {
        String customer = customer("บริษัท ลบไม่เงียบ จำกัด");
        String contact = made("contact", "name", "คุณร่องรอย", "account", customer);
        String call = recorded("phone", "โทรแล้วลบ", contact, "contact");
        me.ok("DELETE", "/api/records/activity/" + call, null, "If-Match", "*");

        for (String place : List.of("/api/records/account/" + customer, "/api/records/contact/" + contact)) {
            JsonNode told = me.get(place + "/timeline").at("/items/0");
            assertThat(told.at("/verbLabel/th").asText()).as(place).isEqualTo("ลบกิจกรรม");
            assertThat(told.at("/by/label").asText()).isEqualTo("seller");
            assertThat(told.toString()).doesNotContain("โทรแล้วลบ");
        }
    }

    private void handOver(String customer, Person to) {
        change(team.manager, "account", customer, Map.of("owner", idOf(to)));
    }

    private static void change(Person who, String entity, String id, Map<String, ?> values) {
        String address = "/api/records/" + entity + "/" + id;
        String version = who.get(address).get("version").asText();
        who.ok("PATCH", address, values, "If-Match", '"' + version + '"');
    }

    private static String idOf(Person person) {
        return person.get("/api/session").at("/user/id").asText();
    }

    private static List<String> recordsOf(List<JsonNode> items) {
        return items.stream().map(item -> item.get("record").asText()).toList();
    }

    @Test
    @Proves({"ACT-15", "ACT-16", "ACT-17", "ACT-18", "ACT-19"})
    public void activitiesGoThroughTheirStatusAndAreFoundByIt() {
        assertThat(List.of("notStarted", "inProcess", "waiting", "completed"))
                .extracting(code -> label("activity", "status", code).get("en").asText())
                .containsExactly("Not started", "In process", "Waiting", "Completed");
        String activity = made("activity", "type", "task", "subject", "ทำใบเสนอราคา");
        assertIsFoundUnder(activity, "notStarted");
        me.act("activity", activity, "start", Map.of());
        assertIsFoundUnder(activity, "inProcess");
        me.act("activity", activity, "wait", Map.of());
        assertIsFoundUnder(activity, "waiting");
        me.act("activity", activity, "complete", Map.of());
        assertIsFoundUnder(activity, "completed");
    }

    private void assertIsFoundUnder(String activity, String status) {
        for (String code : List.of("notStarted", "inProcess", "waiting", "completed")) {
            Map<String, Object> filter = Map.of("all", List.of(where("status", "=", code), where("id", "=", activity)));
            assertThat(me.count("activity", filter)).as(code).isEqualTo(code.equals(status) ? 1 : 0);
        }
    }

    @Test
    @Proves("ACT-22")
    public void everyActivityHasAPriorityAndUrgentOnesAreMarked() {
        String urgent = made("activity", "type", "phone", "subject", "ลูกค้าร้องเรียน", "priority", "urgent");
        assertThat(read("activity", urgent).get("priority").asText()).isEqualTo("urgent");
        String usual = made("activity", "type", "phone", "subject", "โทรทักทาย");
        assertThat(read("activity", usual).get("priority").asText()).isEqualTo("normal");
        assertThat(tone("urgent")).isEqualTo("danger");
        assertThat(tone("normal")).isNotEqualTo("danger");
        assertThat(listed("activity", "subject", where("priority", "=", "urgent")))
                .contains("ลูกค้าร้องเรียน")
                .doesNotContain("โทรทักทาย");
    }

    private String tone(String priority) {
        for (JsonNode field : me.get("/api/types/activity").get("fields")) {
            for (JsonNode option : field.path("options")) {
                if (field.get("name").asText().equals("priority")
                        && option.get("code").asText().equals(priority)) {
                    return option.path("tone").asText();
                }
            }
        }
        return "";
    }

    private String recorded(String type, String subject, String about, String entity) {
        return made("activity", "type", type, "subject", subject, "regarding", pairs("id", about, "entity", entity));
    }

    private List<JsonNode> timeline(String customer) {
        return List.copyOf(
                me.get("/api/records/account/" + customer + "/timeline").findParents("record"));
    }
}
