package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.test.Proves;

/** Deals: what is known of them, how they go on, how they end and begin again. */
public class DealsIT extends WorkTest {
    @Test
    @Proves("OPP-01")
    public void theCompanyDefinesAnyNumberOfTypes() {
        ArrayNode rows = (ArrayNode) team.administrator.get("/api/pick-lists/opportunityType");
        for (int i = rows.size(); i < 40; i++) {
            rows.addObject()
                    .put("code", "own" + i)
                    .put("active", true)
                    .put("order", i)
                    .putObject("label")
                    .put("th", "ชนิดที่ " + i)
                    .put("en", "Type " + i);
        }
        team.administrator.ok("PUT", "/api/pick-lists/opportunityType", rows);
        String deal = deal("type", "own39");
        assertThat(read("opportunity", deal).get("type").asText()).isEqualTo("own39");
        assertThat(label("opportunity", "type", "own39").get("th").asText()).isEqualTo("ชนิดที่ 39");
    }

    @Test
    @Proves({"OPP-03", "OPP-08"})
    public void productsOfInterestMakeTheExpectedRevenueUnlessItIsTyped() {
        String product = team.administrator
                .create("product", Map.of("name", "เครื่องพิมพ์ฉลาก", "standardPrice", 15000))
                .get("id")
                .asText();
        String deal = deal("products", List.of(Map.of("product", product, "quantity", 3)));
        JsonNode made = read("opportunity", deal);
        assertThat(made.at("/products/0/product/label").asText()).isEqualTo("เครื่องพิมพ์ฉลาก");
        assertThat(made.get("expectedRevenue").asLong()).isEqualTo(45000);
        change(deal, Map.of("expectedRevenue", 40000));
        assertThat(read("opportunity", deal).get("expectedRevenue").asLong()).isEqualTo(40000);
        assertThat(read("opportunity", deal).get("revenueTyped").asBoolean()).isTrue();
    }

    @Test
    @Proves({"OPP-04", "OPP-05"})
    public void everyStepIsSeenWithItsChance() {
        String deal = deal("expectedRevenue", 100000);
        for (String step : List.of("needs:20", "considering:40", "comparing:60", "negotiating:75", "ordered:90")) {
            String stage = step.split(":")[0];
            me.act("opportunity", deal, "move", Map.of("stage", stage));
            JsonNode now = read("opportunity", deal);
            assertThat(now.get("stage").asText()).isEqualTo(stage);
            assertThat(now.get("probability").asText()).startsWith(step.split(":")[1]);
        }
        assertThat(read("opportunity", deal).get("weightedRevenue").asLong()).isEqualTo(90000);
        assertThat(label("opportunity", "stage", "comparing").get("th").asText())
                .isEqualTo("เปรียบเทียบราคา");
        String history = me.get("/api/records/opportunity/" + deal + "/history").toString();
        assertThat(history).contains("considering", "ordered");
    }

    @Test
    @Proves({"OPP-04", "OPP-05"})
    public void theCompanysOwnStepsAreGoneWithTheirChances() {
        stageOfTheCompany("demonstration", "สาธิตสินค้า", "Demonstration", 55);
        stageOfTheCompany("trial", "ทดลองใช้", "Trial", 65);
        String deal = deal("expectedRevenue", 100000);
        me.act("opportunity", deal, "move", Map.of("stage", "demonstration"));
        holds(read("opportunity", deal), Map.of("stage", "demonstration", "probability", "55"));
        me.act("opportunity", deal, "move", Map.of("stage", "trial"));
        holds(
                read("opportunity", deal),
                Map.of("stage", "trial", "probability", "65", "weightedRevenue", "65000", "open", "true"));
        assertThat(label("opportunity", "stage", "trial").get("th").asText()).isEqualTo("ทดลองใช้");
        assertThat(me.count(
                        "opportunity", Map.of("all", List.of(where("stage", "=", "trial"), where("id", "=", deal)))))
                .isEqualTo(1);
        assertThat(me.get("/api/records/opportunity/" + deal + "/history").toString())
                .contains("demonstration", "trial");

        stageOfTheCompany("trial", "ทดลองใช้ฟรี", "Free trial", 70);
        assertThat(label("opportunity", "stage", "trial").get("en").asText()).isEqualTo("Free trial");
        String next = deal();
        me.act("opportunity", next, "move", Map.of("stage", "trial"));
        holds(read("opportunity", next), Map.of("probability", "70"));
        assertThat(me.send("PUT", "/api/pick-lists/opportunityStage", stages()).statusCode())
                .as("nobody but the administrator")
                .isEqualTo(403);
    }

    private ArrayNode stages() {
        return (ArrayNode) team.administrator.get("/api/pick-lists/opportunityStage");
    }

    /** An open step, new or changed. */
    private void stageOfTheCompany(String code, String thai, String english, int percent) {
        ArrayNode rows = stages();
        rows.removeIf(row -> row.get("code").asText().equals(code));
        rows.addObject()
                .put("code", code)
                .put("active", true)
                .put("order", percent)
                .put("phase", "open")
                .put("percent", percent)
                .putObject("label")
                .put("th", thai)
                .put("en", english);
        team.administrator.ok("PUT", "/api/pick-lists/opportunityStage", rows);
    }

    @Test
    @Proves("OPP-05")
    public void anotherChanceThanThatOfTheStageNeedsAReason() {
        String deal = deal();
        assertThat(patch(deal, Map.of("probability", 55)).statusCode()).isEqualTo(422);
        assertThat(patch(deal, Map.of("probability", 55)).body()).contains("probabilityReason");
        change(deal, Map.of("probability", 55, "probabilityReason", "ลูกค้าให้คำมั่นแล้ว"));
        assertThat(read("opportunity", deal).get("probability").asInt()).isEqualTo(55);
    }

    @Test
    @Proves({"OPP-07", "OPP-09", "OPP-10", "OPP-25"})
    public void aDealTellsItsDatePartnerRivalsAndSource() {
        String partner = made("account", "name", "บริษัท คู่ค้า จำกัด", "relations", List.of("partner"));
        String rival = rival("คู่แข่งรายใหญ่");
        String deal = deal(
                "expectedCloseOn",
                "2098-12-31",
                "partner",
                partner,
                "source",
                "exhibition",
                "competitors",
                List.of(Map.of("competitor", rival, "price", 90000, "remark", "ให้ส่วนลดมาก")));
        JsonNode made = read("opportunity", deal);
        assertThat(made.get("expectedCloseOn").asText()).isEqualTo("2098-12-31");
        assertThat(made.at("/partner/label").asText()).isEqualTo("บริษัท คู่ค้า จำกัด");
        assertThat(made.at("/competitors/0/competitor/label").asText()).isEqualTo("คู่แข่งรายใหญ่");
        assertThat(made.at("/competitors/0/price").asLong()).isEqualTo(90000);
        assertThat(label("opportunity", "source", made.get("source").asText())
                        .get("th")
                        .asText())
                .isEqualTo("งานแสดงสินค้า");
    }

    @Test
    @Proves("OPP-07")
    public void dealsAreFoundByTheirExpectedClosingDate() {
        String customer = customer("บริษัท ปลายปี จำกัด");
        for (String day : List.of("2098-11-30", "2098-12-01", "2098-12-31", "2099-01-01")) {
            deal("account", customer, "name", day, "expectedCloseOn", day);
        }
        assertThat(closing(customer, "between", List.of("2098-12-01", "2098-12-31")))
                .containsExactlyInAnyOrder("2098-12-01", "2098-12-31");
        assertThat(closing(customer, "<", "2098-12-01")).containsExactly("2098-11-30");
        assertThat(closing(customer, ">=", "2098-12-31")).containsExactlyInAnyOrder("2098-12-31", "2099-01-01");
        assertThat(closing(customer, "within", "@thisMonth")).isEmpty();
    }

    private List<String> closing(String customer, String op, Object day) {
        return listed(
                "opportunity",
                "name",
                Map.of("all", List.of(where("account", "=", customer), where("expectedCloseOn", op, day))));
    }

    @Test
    @Proves({"OPP-13", "OPP-14"})
    public void severalContactsTakePartInADealEachInHisRole() {
        String boss = made("contact", "name", "ประธาน เด็ดขาด");
        String buyer = made("contact", "name", "จัดซื้อ รอบคอบ");
        String deal = deal(
                "contacts",
                List.of(
                        Map.of("contact", boss, "role", "decisionMaker"),
                        Map.of("contact", buyer, "role", "purchasing")));
        JsonNode contacts = read("opportunity", deal).get("contacts");
        assertThat(contacts.findValuesAsText("label")).contains("ประธาน เด็ดขาด", "จัดซื้อ รอบคอบ");
        assertThat(contacts.findValuesAsText("role")).containsExactly("decisionMaker", "purchasing");
    }

    @Test
    @Proves({"OPP-11", "OPP-27", "LCA-40"})
    public void aWonDealTellsWhyAndForHowMuch() {
        String deal = deal("expectedRevenue", 80000);
        assertThat(refused(deal, "close-won", Map.of())).contains("wonReason");
        me.act("opportunity", deal, "close-won", Map.of("wonReason", "quality", "wonAmount", 78500));
        JsonNode won = read("opportunity", deal);
        assertThat(won.get("stage").asText()).isEqualTo("won");
        assertThat(won.get("wonAmount").asLong()).isEqualTo(78500);
        assertThat(won.get("closedAt").asText()).isNotEmpty();
        assertThat(me.count(
                        "opportunity",
                        Map.of(
                                "all",
                                List.of(
                                        where("stage", "=", "won"),
                                        where("wonReason", "=", "quality"),
                                        where("id", "=", deal)))))
                .isEqualTo(1);
    }

    @Test
    @Proves({"OPP-12", "OPP-27", "OPP-28", "OPP-29", "LCA-40"})
    public void aLostDealTellsToWhomWhyAndHowMuch() {
        String rival = rival("คู่แข่งราคาถูก");
        String deal = deal("expectedRevenue", 50000);
        assertThat(refused(deal, "close-lost", Map.of("lostReason", "price"))).contains("lostCompetitor");
        me.act(
                "opportunity",
                deal,
                "close-lost",
                Map.of("lostReason", "price", "lostCompetitor", rival, "lostValue", 48000));
        JsonNode lost = read("opportunity", deal);
        assertThat(lost.get("stage").asText()).isEqualTo("lost");
        assertThat(lost.at("/lostCompetitor/label").asText()).isEqualTo("คู่แข่งราคาถูก");
        assertThat(lost.get("lostValue").asLong()).isEqualTo(48000);
        assertThat(label("opportunity", "lostReason", "price").get("th").asText())
                .isEqualTo("ราคาสู้คู่แข่งไม่ได้");
        assertThat(me.count("opportunity", where("lostCompetitor", "=", rival))).isEqualTo(1);
    }

    @Test
    @Proves("OPP-22")
    public void aManagerOpensAClosedDealAgain() {
        String deal = deal("expectedRevenue", 50000);
        me.act("opportunity", deal, "close-lost", Map.of("lostReason", "budget"));
        assertThat(me.send(
                                "POST",
                                action(deal, "reopen"),
                                Map.of("input", Map.of("stage", "needs")),
                                "If-Match",
                                version(deal))
                        .statusCode())
                .as("not everybody's right")
                .isEqualTo(403);
        me = team.manager;
        me.act("opportunity", deal, "reopen", Map.of("stage", "needs"));
        JsonNode open = read("opportunity", deal);
        assertThat(open.get("stage").asText()).isEqualTo("needs");
        assertThat(open.path("lostReason").isNull() || open.path("lostReason").isMissingNode())
                .isTrue();
        assertThat(me.get("/api/records/opportunity/" + deal + "/history").toString())
                .contains("budget");
    }

    private String deal(Object... values) {
        Map<String, Object> all =
                pairs("name", "ดีลทดสอบ", "account", customer("บริษัท ผู้ซื้อ จำกัด"), "expectedCloseOn", TO_CLOSE);
        all.putAll(pairs(values));
        return me.create("opportunity", all).get("id").asText();
    }

    private String rival(String name) {
        return made("competitor", "name", name);
    }

    private void change(String deal, Map<String, ?> values) {
        assertThat(patch(deal, values).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> patch(String deal, Map<String, ?> values) {
        return me.send("PATCH", "/api/records/opportunity/" + deal, values, "If-Match", version(deal));
    }

    private String refused(String deal, String action, Map<String, ?> input) {
        HttpResponse<String> answer =
                me.send("POST", action(deal, action), Map.of("input", input), "If-Match", version(deal));
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    private static String action(String deal, String action) {
        return "/api/records/opportunity/" + deal + "/actions/" + action;
    }

    private String version(String deal) {
        return '"' + read("opportunity", deal).get("version").asText() + '"';
    }
}
