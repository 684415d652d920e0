package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.test.Proves;

/** Finding in lists: by letters, in one column, by periods; what one hides and moves stays his. */
public class ListsIT extends WorkTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Bangkok"));

    @Test
    @Proves("GEN-10")
    public void typingPartOfATextNarrowsTheList() {
        customer("บริษัท เมืองไทยประกันภัย จำกัด");
        customer("Bangkok Steel Works");
        assertThat(found("account", "ประกัน", ""))
                .contains("บริษัท เมืองไทยประกันภัย จำกัด")
                .doesNotContain("Bangkok Steel Works");
        assertThat(found("account", "steel w", ""))
                .contains("Bangkok Steel Works")
                .doesNotContain("บริษัท เมืองไทยประกันภัย จำกัด");
    }

    @Test
    @Proves("GEN-10")
    public void dealsAndPeopleAreFoundByTheirCustomer() {
        String customer = customer("บริษัท น้ำตาลกุมภวาปี จำกัด");
        made("opportunity", "name", "เครื่องชั่ง", "account", customer, "expectedCloseOn", TO_CLOSE);
        made("contact", "name", "หวานใจ", "account", customer);
        assertThat(found("opportunity", "กุมภวา", "")).containsExactly("เครื่องชั่ง");
        assertThat(found("contact", "กุมภวา", "")).containsExactly("หวานใจ");
        assertThat(found("contact", "กุมภวา", "name")).isEmpty();
    }

    @Test
    @Proves("GEN-10")
    public void aLetterFindsThaiNamesUnderTheirConsonant() {
        List<String> ofK = List.of("กาแฟดอยคำ", "เกษตรก้าวหน้า", "แก้วใส", "โกดังสินค้า", "ใกล้รุ่ง", "ไก่ทอง");
        List<String> ofP = List.of("แพรไหม", "เพชรงาม", "พัดลม");
        named("TH", ofK);
        named("TH", ofP);
        named("TH", List.of("มะกอก", "เมืองกาญจน์", "แม่กลอง", "เ ก", "A ก"));
        assertThat(under("TH", "ก")).containsExactlyInAnyOrderElementsOf(ofK);
        assertThat(under("TH", "พ")).containsExactlyInAnyOrderElementsOf(ofP);
        assertThat(under("TH", "ฮ")).isEmpty();
    }

    @Test
    @Proves("GEN-10")
    public void aLetterFindsEnglishNamesThatBeginWithIt() {
        named("EN", List.of("Apex Tools", "apple farm", "Bangkok Apex", "แอปเปิล", "(A) Motors"));
        assertThat(under("EN", "A")).containsExactlyInAnyOrder("Apex Tools", "apple farm");
        assertThat(under("EN", "B")).containsExactly("Bangkok Apex");
    }

    @Test
    @Proves("GEN-11")
    public void oneColumnIsSearchedAlone() {
        made("lead", "name", "คุณทองดี", "company", "ร้านเงินงาม");
        made("lead", "name", "คุณเงินมา", "company", "ร้านทองดีพาณิชย์");
        assertThat(found("lead", "ทองดี", "name")).contains("คุณทองดี").doesNotContain("คุณเงินมา");
        assertThat(found("lead", "ทองดี", "company")).contains("คุณเงินมา").doesNotContain("คุณทองดี");
    }

    @Test
    @Proves({"GEN-14", "GEN-15", "GEN-16"})
    public void presetsFindTodayTheLastSevenDaysAndThisMonth() {
        String customer = customer("บริษัท ช่วงเวลา จำกัด");
        due(customer, "วันนี้", TODAY);
        due(customer, "สามวันก่อน", TODAY.minusDays(3));
        due(customer, "ต้นเดือน", TODAY.withDayOfMonth(1));
        due(customer, "แปดวันก่อน", TODAY.minusDays(8));
        due(customer, "สิ้นเดือนก่อน", TODAY.withDayOfMonth(1).minusDays(1));
        assertThat(within(customer, "@today")).contains("วันนี้").doesNotContain("สามวันก่อน", "แปดวันก่อน");
        assertThat(within(customer, "@last7")).contains("วันนี้", "สามวันก่อน").doesNotContain("แปดวันก่อน");
        assertThat(within(customer, "@thisMonth"))
                .contains("วันนี้", "ต้นเดือน")
                .doesNotContain("สิ้นเดือนก่อน");
    }

    @Test
    @Proves("GEN-17")
    public void furtherPresetsAndAFreePeriodAreOffered() {
        String customer = customer("บริษัท ช่วงอิสระ จำกัด");
        due(customer, "เมื่อวาน", TODAY.minusDays(1));
        due(customer, "ปีที่แล้ว", TODAY.minusYears(1));
        assertThat(within(customer, "@yesterday")).containsExactly("เมื่อวาน");
        assertThat(within(customer, "@lastYear")).contains("ปีที่แล้ว");
        LocalDate from = TODAY.minusYears(1).minusDays(2);
        Map<String, Object> free = where("dueAt", "between", List.of(noon(from), noon(from.plusDays(5))));
        assertThat(listed("activity", "subject", Map.of("all", List.of(where("account", "=", customer), free))))
                .containsExactly("ปีที่แล้ว");
    }

    @Test
    @Proves({"GEN-12", "GEN-13"})
    public void columnsOfAListAreKeptForTheirUser() {
        List<String> own = List.of("phone", "name", "owner");
        me.ok("PUT", "/api/preferences/list.account", Map.of("columns", own));
        assertThat(me.get("/api/preferences/list.account").get("columns"))
                .extracting(JsonNode::asText)
                .isEqualTo(own);
        assertThat(team.colleague
                        .send("GET", "/api/preferences/list.account", null)
                        .body())
                .doesNotContain("phone");
    }

    private List<String> found(String entity, String text, String column) {
        Map<String, Object> query = new HashMap<>(Map.of("fields", List.of("name"), "text", text, "limit", 200));
        if (!column.isEmpty()) {
            query.put("textField", column);
        }
        return me.query(entity, query).get("items").findValuesAsText("name");
    }

    /** Customers whose codes begin alike. */
    private void named(String code, List<String> names) {
        names.forEach(name -> made("account", "name", name, "code", code + name));
    }

    /** What a letter above the list finds of them: a vowel written before its consonant does not count. */
    private List<String> under(String code, String letter) {
        return listed(
                "account",
                "name",
                Map.of("all", List.of(where("code", "startsWith", code), where("name", "startsWith", letter))));
    }

    private void due(String customer, String subject, LocalDate day) {
        made("activity", "type", "task", "subject", subject, "dueAt", noon(day), "account", customer);
    }

    private static String noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZoneId.of("Asia/Bangkok")).toInstant().toString();
    }

    private List<String> within(String customer, String period) {
        Map<String, Object> his = where("account", "=", customer);
        return listed("activity", "subject", Map.of("all", List.of(his, where("dueAt", "within", period))));
    }
}
