package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.itest.Person;
import org.salacrm.test.Proves;

/** Records that may be the same, while one is written and over all that is there, as a client asks for them. */
public class DuplicatesIT extends WorkTest {

    private static JsonNode check(Person who, String entity, Map<String, ?> values) {
        return who.ok("POST", "/api/duplicates/check", Map.of("entity", entity, "values", values))
                .get("matches");
    }

    /** Groups of ids that a search of the manager finds. */
    private List<List<String>> found(Map<String, ?> wish) {
        JsonNode ended = team.manager.ended(team.manager
                .ok("POST", "/api/duplicates/search", wish)
                .get("job")
                .asText());
        assertThat(ended.get("state").asText()).as(ended.toString()).isEqualTo("done");
        String search = ended.at("/result/search").asText();
        List<List<String>> groups = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = team.manager.get("/api/duplicates/" + search + "/groups?limit=100&after=" + after);
            page.get("groups").forEach(group -> groups.add(group.get("records").findValuesAsText("id")));
            after = page.get("next").asText();
        } while (!after.isEmpty());
        return groups;
    }

    @Test
    @Proves({"CDB-09", "CDB-11"})
    public void whoTypesANameThatIsThereIsTold() {
        String known = customer("บริษัท ทิวเขาเครื่องเย็น จำกัด");
        JsonNode matches = check(me, "account", Map.of("name", "บจก.ทิวเขา เครื่องเย็น"));
        assertThat(matches).hasSize(1);
        holds(matches.get(0), Map.of("id", known, "title", "บริษัท ทิวเขาเครื่องเย็น จำกัด", "owner", "seller"));
        assertThat(matches.at("/0/score").asInt()).isGreaterThan(80);
        assertThat(matches.at("/0/reasons").toString()).isEqualTo("[\"name\"]");
        assertThat(check(me, "account", Map.of("name", "บจก.ทิวเขาเดินรถ"))).isEmpty();
        Map<String, Object> itself =
                Map.of("entity", "account", "id", known, "values", Map.of("name", "ทิวเขาเครื่องเย็น"));
        assertThat(me.ok("POST", "/api/duplicates/check", itself).get("matches"))
                .as("it is no duplicate of itself")
                .isEmpty();
    }

    @Test
    @Proves("CDB-11")
    public void peopleAreRecognisedByPhoneAndNameInAnyForm() {
        made("lead", "name", "นาย เกรียงศักดิ์ ทองแท้", "mobile", "081-999-2233");
        String contact = made("contact", "name", "คุณ วันเพ็ญ ใจงาม", "email", "wanpen@shop.example");
        assertThat(check(me, "lead", Map.of("name", "คุณเกรียงศักดิ์ ทองแท้", "mobile", "+66819992233")))
                .hasSize(1);
        JsonNode matches = check(me, "contact", Map.of("name", "วันเพ็ญ ใจงาม", "email", "WANPEN@shop.example"));
        assertThat(matches.at("/0/id").asText()).isEqualTo(contact);
        assertThat(matches.at("/0/reasons").toString()).contains("name", "email");
    }

    @Test
    @Proves("CDB-11")
    public void aMatchThatOneMayNotSeeSaysWhomToAskAndNothingElse() {
        made("account", "name", "บริษัท ลับเฉพาะทีม จำกัด", "taxId", "0105595918445");
        JsonNode matches = check(team.stranger, "account", Map.of("name", "ลับเฉพาะทีม", "taxId", "0105595918445"));
        assertThat(matches).hasSize(1);
        List<String> told = new ArrayList<>();
        matches.get(0).fieldNames().forEachRemaining(told::add);
        assertThat(told).containsExactlyInAnyOrder("owner", "score", "reasons");
        assertThat(matches.at("/0/owner").asText()).isEqualTo("seller");
        assertThat(matches.at("/0/reasons")).isEmpty();
    }

    @Test
    @Proves({"CDB-08", "CDB-09", "CDB-10"})
    public void theFinderLooksByThePatternThatIsChosen() {
        Map<String, Object> here = Map.of("street", "771 ถ.ค้นซ้ำ", "subDistrict", "บางรัก", "postcode", "10500");
        Map<String, Object> there =
                Map.of("street", "เลขที่ 771 ถนนค้นซ้ำ", "subDistrict", "แขวงบางรัก", "postcode", "10500");
        String coded = made("account", "name", "บจก. เกลียวคลื่น", "code", "DUP-7788", "addresses", List.of(here));
        String same = made("account", "name", "ร้านเปลวแดด", "code", "dup7788");
        String named = made("account", "name", "บริษัท เกลียวคลื่น จำกัด");
        String near = made("account", "name", "โรงสีลมเหนือ", "addresses", List.of(there));
        assertThat(found(Map.of("entity", "account", "fields", List.of("code"))))
                .anySatisfy(group -> assertThat(group).containsExactlyInAnyOrder(coded, same));
        assertThat(found(Map.of("entity", "account", "fields", List.of("name"))))
                .anySatisfy(group -> assertThat(group).containsExactlyInAnyOrder(coded, named));
        assertThat(found(Map.of("entity", "account", "fields", List.of("address"))))
                .anySatisfy(group -> assertThat(group).containsExactlyInAnyOrder(coded, near));
    }

    @Test
    public void whatIsNoDuplicateIsRememberedAndWhatIsMergedIsGone() {
        String one = customer("บริษัท สายธารแก้ว จำกัด");
        String two = customer("หจก. สายธารแก้ว");
        String three = customer("บจก. สายธารแก้ว");
        Map<String, Object> wish = Map.of("entity", "account");
        assertThat(found(wish)).anySatisfy(group -> assertThat(group).containsExactlyInAnyOrder(one, two, three));
        Map<String, Object> both = Map.of("entity", "account", "ids", List.of(one, two));
        assertThat(status(team.manager, "different", both)).isEqualTo(204);
        String back = "/api/duplicates/different?entity=account&ids=" + one + "," + two;
        assertThat(team.manager.send("DELETE", back, null).statusCode()).isEqualTo(204);
        assertThat(found(wish)).anySatisfy(group -> assertThat(group).containsExactlyInAnyOrder(one, two, three));
        assertThat(status(team.manager, "different", both)).isEqualTo(204);
        team.manager.ok(
                "POST",
                "/api/records/account/merge",
                Map.of("records", List.of(Map.of("id", one), Map.of("id", three))));
        assertThat(found(wish)).noneSatisfy(group -> assertThat(group).contains(one));
        assertThat(found(wish)).noneSatisfy(group -> assertThat(group).contains(two));
    }

    @Test
    public void onlyWhoSearchedSeesWhatWasFound() {
        JsonNode job = team.manager.ok("POST", "/api/duplicates/search", Map.of("entity", "contact"));
        JsonNode result = team.manager.ended(job.get("job").asText()).get("result");
        assertThat(result.has("pairs")).as("he may not read all").isFalse();
        String address = "/api/duplicates/" + result.get("search").asText() + "/groups";
        assertThat(team.manager.get(address).get("entity").asText()).isEqualTo("contact");
        assertThat(me.send("GET", address, null).statusCode()).isEqualTo(404);
        assertThat(status(
                        team.stranger,
                        "different",
                        Map.of("entity", "account", "ids", List.of(customer("ก"), customer("ข")))))
                .isEqualTo(404);
    }

    @Test
    public void whatCannotBeAskedIsRefusedWithAReason() {
        refused("check", Map.of("entity", "nothing", "values", Map.of()), 404);
        refused("check", Map.of("entity", "account", "id", "abc", "values", Map.of()), 400);
        refused("check", Map.of("entity", "account", "values", "x"), 400);
        refused("search", Map.of("entity", "product"), 400);
        refused("search", Map.of("entity", "account", "fields", List.of("shoeSize")), 400);
        refused("search", Map.of("entity", "account", "sharpness", 400), 400);
        refused("different", Map.of("entity", "account", "ids", List.of("1")), 400);
        refused("different", Map.of("entity", "account", "ids", "all"), 400);
        assertThat(team.manager.send("GET", "/api/duplicates/17/groups", null).statusCode())
                .isEqualTo(404);
        assertThat(check(team.administrator, "product", Map.of("name", "no rule")))
                .isEmpty();
    }

    private static int status(Person who, String door, Object body) {
        return who.send("POST", "/api/duplicates/" + door, body).statusCode();
    }

    private void refused(String door, Object body, int status) {
        HttpResponse<String> answer = team.administrator.send("POST", "/api/duplicates/" + door, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Person.read(answer.body()).get("title").asText()).isNotEmpty();
    }
}
