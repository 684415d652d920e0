package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.itest.Person;
import org.salacrm.test.Proves;

/** What a salesperson keeps of leads and customers, and how the one becomes the other. */
public class CustomersIT extends WorkTest {
    @Test
    @Proves({"LCA-15", "LCA-16", "LCA-17"})
    public void aLeadTellsItsInterestsItsSourceAndHowHotItIs() {
        String lead = made(
                "lead",
                "name",
                "คุณอารี สนใจจริง",
                "interests",
                List.of("crm", "training"),
                "source",
                "seminar",
                "rating",
                "hot");
        assertThat(strings(read("lead", lead).get("interests"))).containsExactlyInAnyOrder("crm", "training");
        assertThat(label("lead", "interests", "training").get("th").asText()).isEqualTo("อบรม");
        assertThat(label("lead", "source", "seminar").get("th").asText()).isEqualTo("งานสัมมนา");
        assertThat(label("lead", "rating", "hot").get("en").asText()).isEqualTo("Hot");
        assertThat(listed(
                        "lead",
                        "name",
                        Map.of("all", List.of(where("rating", "=", "hot"), where("source", "=", "seminar")))))
                .contains("คุณอารี สนใจจริง");
        assertThat(listed("lead", "name", where("interests", "contains", "training")))
                .contains("คุณอารี สนใจจริง");
    }

    @Test
    @Proves("LCA-15")
    public void aCustomerTellsItsInterests() {
        String customer =
                made("account", "name", "บริษัท สนใจหลายอย่าง จำกัด", "interests", List.of("erp", "training"));
        assertThat(strings(read("account", customer).get("interests"))).containsExactlyInAnyOrder("erp", "training");
        assertThat(label("account", "interests", "training").get("th").asText()).isEqualTo("อบรม");
        assertThat(listed("account", "name", where("interests", "contains", "training")))
                .contains("บริษัท สนใจหลายอย่าง จำกัด");
        assertThat(listed("account", "name", where("interests", "contains", "crm")))
                .doesNotContain("บริษัท สนใจหลายอย่าง จำกัด");
    }

    @Test
    public void aCustomerIsNoPartOfItselfWhoeverSaysSo() {
        String group = customer("บริษัท เครือใหญ่ จำกัด");
        String part = made("account", "name", "บริษัท ในเครือ จำกัด", "parent", group);
        HttpResponse<String> answer =
                me.send("PATCH", "/api/records/account/" + group, Map.of("parent", part), "If-Match", "*");
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode error = Person.read(answer.body()).at("/errors/0");
        assertThat(error.get("field").asText()).isEqualTo("parent");
        assertThat(error.get("message").asText()).contains("อยู่ใต้ตัวเองไม่ได้");
        Map<String, Object> many = pairs("verb", "update", "ids", List.of(group), "values", Map.of("parent", part));
        JsonNode done = me.ended(
                me.ok("POST", "/api/records/account/bulk", many).get("job").asText());
        assertThat(done.at("/result/refusals/0/message").asText()).startsWith("บริษัทในเครือของ: ");
        assertThat(read("account", group).path("parent").isObject()).isFalse();
    }

    @Test
    @Proves("LCA-27")
    public void eachCompanyOfAGroupTellsWhichTheOthersAreAndHowManyAndHowTheyHangTogether() {
        String holding = customer("บริษัท กลุ่มบัวหลวง จำกัด");
        String north = made("account", "name", "บริษัท บัวเหนือ จำกัด", "parent", holding);
        made("account", "name", "บริษัท บัวใต้ จำกัด", "parent", holding);
        made("account", "name", "หจก. บัวเชียงราย", "parent", north);
        JsonNode group = me.get("/api/records/account/" + north + "/tree?via=parent");
        assertThat(group.get("records").findValuesAsText("label"))
                .containsExactly(
                        "บริษัท กลุ่มบัวหลวง จำกัด",
                        "บริษัท บัวใต้ จำกัด",
                        "บริษัท บัวเหนือ จำกัด",
                        "หจก. บัวเชียงราย");
        assertThat(group.at("/records/0").has("above")).isFalse();
        assertThat(group.at("/records/3/above").asText()).isEqualTo(north);
        assertThat(group.get("more").asBoolean()).isFalse();
        assertThat(me.send("GET", "/api/records/account/" + north + "/tree?via=name", "")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @Proves("LCA-16")
    public void theCompanyAddsSourcesOfItsOwn() {
        ArrayNode sources = (ArrayNode) team.administrator.get("/api/pick-lists/leadSource");
        if (sources.findValuesAsText("code").stream().noneMatch("boatShow"::equals)) {
            sources.addObject()
                    .put("code", "boatShow")
                    .put("active", true)
                    .put("order", 90)
                    .putObject("label")
                    .put("th", "งานแสดงเรือ")
                    .put("en", "Boat show");
            assertThat(me.send("PUT", "/api/pick-lists/leadSource", sources).statusCode())
                    .as("nobody but the administrator")
                    .isEqualTo(403);
            assertThat(me.send("POST", "/api/records/lead", pairs("name", "คุณเรือ", "source", "boatShow"))
                            .statusCode())
                    .as("before it is there")
                    .isEqualTo(422);
            team.administrator.ok("PUT", "/api/pick-lists/leadSource", sources);
        }
        String lead = made("lead", "name", "คุณเรือ ใบขาว", "source", "boatShow");
        assertThat(read("lead", lead).get("source").asText()).isEqualTo("boatShow");
        assertThat(label("lead", "source", "boatShow").get("th").asText()).isEqualTo("งานแสดงเรือ");
        assertThat(listed("lead", "name", where("source", "=", "boatShow"))).contains("คุณเรือ ใบขาว");
    }

    @Test
    @Proves({"LCA-23", "LCA-24"})
    public void qualifyingMakesCustomerContactAndOpportunityTogether() {
        String lead = made(
                "lead",
                "name",
                "คุณสมชาย ตั้งใจ",
                "company",
                "บริษัท ตั้งใจค้าขาย จำกัด",
                "mobile",
                "081 234 5678",
                "expectedValue",
                250000);
        long customers = me.count("account");
        String qualify = "/api/records/lead/" + lead + "/actions/qualify";
        assertThat(me.send("POST", qualify, Map.of("input", Map.of()), "If-Match", version("lead", lead))
                        .statusCode())
                .as("a deal without a date is refused")
                .isEqualTo(422);
        assertThat(me.count("account")).as("and nothing is left of it").isEqualTo(customers);

        me.act("lead", lead, "qualify", Map.of("opportunity.expectedCloseOn", TO_CLOSE));
        JsonNode qualified = read("lead", lead);
        assertThat(qualified.get("status").asText()).isEqualTo("qualified");
        JsonNode account = read("account", qualified.at("/account/id").asText());
        assertThat(account.get("name").asText()).isEqualTo("บริษัท ตั้งใจค้าขาย จำกัด");
        JsonNode contact = read("contact", qualified.at("/contact/id").asText());
        assertThat(contact.get("name").asText()).isEqualTo("สมชาย ตั้งใจ");
        assertThat(contact.at("/account/id").asText())
                .isEqualTo(account.get("id").asText());
        JsonNode deal = read("opportunity", qualified.at("/opportunity/id").asText());
        assertThat(deal.at("/account/id").asText()).isEqualTo(account.get("id").asText());
        assertThat(deal.get("expectedRevenue").asLong()).isEqualTo(250000);
        assertThat(deal.at("/lead/id").asText()).isEqualTo(lead);
    }

    @Test
    @Proves({"ACT-13", "LCA-29"})
    public void theFirstCallsWithALeadAreFoundAtTheCustomerItBecame() {
        String lead = made("lead", "name", "คุณสายใจ แรกพบ", "company", "บริษัท แรกพบ จำกัด");
        String call = made(
                "activity",
                "type",
                "phone",
                "subject",
                "โทรแนะนำตัว",
                "regarding",
                Map.of("entity", "lead", "id", lead));
        me.act("lead", lead, "qualify", Map.of("opportunity", false));

        JsonNode qualified = read("lead", lead);
        String account = qualified.at("/account/id").asText();
        assertThat(listed("activity", "subject", where("account", "=", account)))
                .containsExactly("โทรแนะนำตัว");
        assertThat(timelineOf("account", account)).contains(call);
        assertThat(timelineOf("contact", qualified.at("/contact/id").asText())).contains(call);
        assertThat(timelineOf("lead", lead)).as("the lead keeps it too").contains(call);
        assertThat(read("activity", call).at("/owner/label").asText()).isEqualTo("seller");
    }

    private List<String> timelineOf(String entity, String id) {
        return me.get("/api/records/" + entity + "/" + id + "/timeline").findValuesAsText("record");
    }

    @Test
    @Proves({"LCA-25", "LCA-26", "LCA-35"})
    public void aCustomerHasAnyNumberOfContactsEachWithDetailsAndRole() {
        String customer = customer("บริษัท หลายคน จำกัด");
        made("contact", "name", "หนึ่ง ใจดี", "account", customer, "role", "decisionMaker", "email", "one@example.com");
        made("contact", "name", "สอง ใจงาม", "account", customer, "role", "consultant", "mobile", "0891234567");
        made("contact", "name", "สาม ใจกล้า", "account", customer, "role", "recommender", "birthday", "1980-02-29");
        Map<String, Object> his = where("account", "=", customer);
        assertThat(listed("contact", "name", his)).containsExactlyInAnyOrder("หนึ่ง ใจดี", "สอง ใจงาม", "สาม ใจกล้า");
        assertThat(listed("contact", "role", his))
                .containsExactlyInAnyOrder("decisionMaker", "consultant", "recommender");
        assertThat(listed("contact", "mobile", his))
                .anySatisfy(phone -> assertThat(phone).contains("89"));
        assertThat(label("contact", "role", "decisionMaker").get("th").asText()).isEqualTo("ผู้มีอำนาจตัดสินใจ");
    }

    @Test
    @Proves({"LCA-36", "LCA-37", "LCA-38"})
    public void aCustomerHasTermsAndATerritory() {
        String territory = team.administrator
                .create(
                        "territory",
                        Map.of("name", "ภาคตะวันออก " + sala().data().getFileName()))
                .get("id")
                .asText();
        String customer = made(
                "account",
                "name",
                "บริษัท เครดิตดี จำกัด",
                "creditDays",
                45,
                "paymentTerms",
                "cheque",
                "territory",
                territory);
        JsonNode account = read("account", customer);
        assertThat(account.get("creditDays").asInt()).isEqualTo(45);
        assertThat(label("account", "paymentTerms", account.get("paymentTerms").asText())
                        .get("th")
                        .asText())
                .isEqualTo("เช็ค");
        assertThat(account.at("/territory/label").asText()).startsWith("ภาคตะวันออก");
        assertThat(listed("account", "name", where("territory", "=", territory)))
                .containsExactly("บริษัท เครดิตดี จำกัด");
    }

    private String version(String entity, String id) {
        return '"' + read(entity, id).get("version").asText() + '"';
    }

    private static List<String> strings(JsonNode list) {
        List<String> all = new ArrayList<>();
        list.forEach(one -> all.add(one.asText()));
        return all;
    }
}
