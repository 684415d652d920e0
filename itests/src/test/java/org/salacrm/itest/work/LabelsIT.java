package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.itest.Pdf;
import org.salacrm.itest.Person;
import org.salacrm.test.Proves;

/** Addresses of records on labels and envelopes. */
public class LabelsIT extends WorkTest {
    private static final Map<String, Object> BANGKOK = Map.of(
            "kind", "main",
            "street", "99/9 อาคารน้ำทิพย์ ถ.พระราม 9",
            "subDistrict", "ห้วยขวาง",
            "district", "ห้วยขวาง",
            "province", "กรุงเทพมหานคร",
            "postcode", "10310");
    private static final Map<String, Object> BILLING = Map.of(
            "kind", "billing",
            "street", "12 หมู่ 3",
            "subDistrict", "ช้างเผือก",
            "district", "เมืองเชียงใหม่",
            "province", "เชียงใหม่",
            "postcode", "50300");

    @Test
    @Proves({"LCA-39", "RPT-13"})
    public void chosenCustomersArePrintedOnEachOfSeveralPapersWithTheAddressThatIsWished() {
        String mark = "บริษัท ปู่ที่น้ำ " + database;
        String first = made("account", "name", mark + " 1", "addresses", List.of(BANGKOK, BILLING));
        String second = made("account", "name", mark + " 2", "addresses", List.of(BANGKOK));
        made("contact", "name", "นางสาวปุ้ย ที่รัก", "account", first);
        Map<String, Object> both = where("id", "in", List.of(first, second));

        Map<String, String> papers = new HashMap<>();
        for (JsonNode format : check(me, "account", both).get("formats")) {
            String id = format.get("id").asText();
            byte[] file = printed(me, "account", both, Map.of("format", id, "kind", "billing"))
                    .body();
            assertThat(Pdf.lines(file))
                    .as(id)
                    .contains(mark + " 1", "ต.ช้างเผือก อ.เมืองเชียงใหม่", "จ.เชียงใหม่  50300")
                    .contains(mark + " 2", "แขวงห้วยขวาง เขตห้วยขวาง", "กรุงเทพมหานคร  10310");
            papers.put(id, String.join(", ", Pdf.pages(file)));
        }
        assertThat(papers)
                .containsEntry("core.a4-24", "210 × 297")
                .containsEntry("core.a4-14", "210 × 297")
                .containsEntry("core.a4-8", "210 × 297")
                .containsEntry("core.envelope-dl", "220 × 110, 220 × 110")
                .containsEntry("core.envelope-c5", "229 × 162, 229 × 162");

        Map<String, Object> wish =
                Map.of("format", "core.a4-24", "start", 24, "copies", 2, "person", true, "heading", true);
        byte[] file = printed(me, "account", both, wish).body();
        assertThat(Pdf.pages(file)).hasSize(2);
        assertThat(Pdf.lines(file))
                .containsSubsequence("กรุณาส่ง", "เรียน นางสาวปุ้ย ที่รัก", mark + " 1", "กรุณาส่ง", mark + " 2");
    }

    @Test
    @Proves("RPT-07")
    public void chosenLeadsArePrintedAndWhoHasNoAddressIsToldBefore() {
        String mark = "ลูกค้าใหม่ " + database;
        String addressed = made("lead", "name", "ฝั่งฟ้า ซื้อดี", "company", mark, "addresses", List.of(BANGKOK));
        String without = made("lead", "name", "ไม่มีที่อยู่", "company", mark);
        Map<String, Object> both = where("id", "in", List.of(addressed, without));

        JsonNode check = check(me, "lead", both);
        holds(
                check,
                Map.of("records", "2", "missing", "1", "without/0/id", without, "without/0/label", "ไม่มีที่อยู่"));
        Map<String, Object> sheet = Map.of("format", "core.a4-14", "person", true);
        assertThat(Pdf.lines(printed(me, "lead", both, sheet).body()))
                .contains("เรียน คุณฝั่งฟ้า ซื้อดี", mark)
                .doesNotContain("เรียน คุณไม่มีที่อยู่");
        Map<String, Object> all = Map.of("format", "core.a4-14", "person", true, "nameless", true);
        assertThat(Pdf.lines(printed(me, "lead", both, all).body())).contains("เรียน คุณไม่มีที่อยู่");
        HttpResponse<byte[]> picture = me.file("/api/records/lead/labels/picture", wish(both, all));
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(new String(picture.body(), 1, 3, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("PNG");
        assertThat(printed(me, "lead", where("id", "=", without), sheet).statusCode())
                .isEqualTo(422);
    }

    @Test
    public void onlyWhoMayExportPrintsAndOnlyWhatHisRightReaches() {
        String mark = "ของใคร " + database;
        made("lead", "name", mark + " ฉัน", "addresses", List.of(BANGKOK));
        team.colleague.create("lead", pairs("name", mark + " เพื่อน", "addresses", List.of(BANGKOK)));
        Map<String, Object> both = where("name", "startsWith", mark);
        Map<String, Object> sheet = Map.of("format", "core.a4-24");

        assertThat(me.count("lead", both)).as("he reads both").isEqualTo(2);
        assertThat(Pdf.text(printed(me, "lead", both, sheet).body()))
                .contains("ฉัน")
                .doesNotContain("เพื่อน");
        assertThat(check(me, "lead", both).get("records").asInt()).isEqualTo(1);
        assertThat(Pdf.text(printed(team.manager, "lead", both, sheet).body())).contains("ฉัน", "เพื่อน");
        Person service = team.hire("no-labels", "Service", "");
        assertThat(printed(service, "lead", both, sheet).statusCode()).isEqualTo(403);
        assertThat(service.file("/api/records/lead/labels/picture", wish(both, sheet))
                        .statusCode())
                .isEqualTo(403);
        assertThat(printed(me, "activity", both, sheet).statusCode())
                .as("activities have no addresses")
                .isIn(400, 403);
        assertThat(me.get("/api/types/lead").at("/features/labels").asBoolean()).isTrue();
        assertThat(me.get("/api/types/activity").at("/features/labels").asBoolean())
                .isFalse();
    }

    private static JsonNode check(Person who, String entity, Map<String, Object> filter) {
        return who.ok("POST", "/api/records/" + entity + "/labels/check", Map.of("filter", filter));
    }

    private static HttpResponse<byte[]> printed(
            Person who, String entity, Map<String, Object> filter, Map<String, Object> how) {
        return who.file("/api/records/" + entity + "/labels", wish(filter, how));
    }

    private static Map<String, Object> wish(Map<String, Object> filter, Map<String, Object> how) {
        Map<String, Object> wish = new HashMap<>(how);
        wish.put("filter", filter);
        wish.put("sort", List.of(Map.of("path", "name")));
        wish.put("language", "th");
        return wish;
    }
}
