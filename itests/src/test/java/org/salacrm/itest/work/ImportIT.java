package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Test;
import org.salacrm.itest.work.BroughtIn.Problem;
import org.salacrm.test.Proves;

/** Untidy files of customers, contacts and leads: each cell is read as it was meant, or its row is refused with why. */
public class ImportIT extends WorkTest {

    private Samples samples() {
        return Samples.of(team);
    }

    private List<Problem> told(BroughtIn file, String language) {
        team.manager.ok("PUT", "/api/settings", Map.of("locale", language));
        try {
            return file.problems();
        } finally {
            team.manager.ok("PUT", "/api/settings", Map.of("locale", "th"));
        }
    }

    private static Map<String, Long> refusals(List<Problem> problems) {
        return problems.stream()
                .filter(Problem::refused)
                .collect(Collectors.groupingBy(Problem::code, Collectors.counting()));
    }

    private static Problem at(List<Problem> problems, long row, String header) {
        return problems.stream()
                .filter(one -> one.row() == row && one.header().equals(header))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is said of " + header + " in row " + row));
    }

    @Test
    @Proves({"CDB-13", "LCA-01"})
    public void manyCustomersComeInAtOnceAndEveryCellIsReadAsItWasMeant() {
        samples();
        JsonNode first = theOne("account", "code", "C700000");
        holds(
                first,
                Map.of("name", "Chao-Phraya Foods 275 Co., Ltd.", "taxId", "0830166131868", "branchCode", "00000"));
        holds(first, Map.of("phone", "099 603 0824", "email", "info0@bkk0.co.th", "website", "https://c0.example"));
        holds(first, Map.of("businessType", "manufacturing", "creditDays", "0", "remark", "ติดต่อหลัง 14.00 น."));
        holds(first, Map.of("territory/label", "กลาง", "owner/label", "สมชาย ขยันขาย"));
        holds(first, Map.of("addresses/0/street", "186/14 ถ.รามคำแหง", "addresses/0/subDistrict", "ช้างเผือก"));
        holds(first, Map.of("addresses/0/district", "เมืองเชียงใหม่", "addresses/0/postcode", "50300"));
        JsonNode formula = theOne("account", "code", "C700002");
        holds(formula, Map.of("remark", "=HYPERLINK(\"http://x\",\"คลิก\")", "businessType", "hospital"));
        JsonNode phones = theOne("account", "code", "C700004");
        holds(
                phones,
                Map.of("phone", "084 395 7551", "otherPhone", "02 379 9075", "remark", "065 379 9075", "email", ""));
        JsonNode thai = theOne("account", "code", "C700006");
        holds(thai, Map.of("phone", "088 017 5989", "businessType", "manufacturing", "owner/label", "สมหญิง ยิ้มแย้ม"));
        holds(thai, Map.of("addresses/0/province", "กรุงเทพมหานคร", "taxId", "0180588871809"));
        holds(theOne("account", "code", "C700008"), Map.of("name", "บริษัท แก้วศรีประกันภัย จำกัด", "taxId", ""));
        holds(theOne("account", "code", "C700029"), Map.of("creditDays", "0"));
        JsonNode history =
                team.manager.get("/api/records/account/" + first.get("id").asText() + "/history");
        assertThat(history.findValuesAsText("verb")).containsExactly("create");
    }

    @Test
    @Proves("CDB-13")
    public void aCheckTellsWhatTheRunWillComeToAndWritesNothing() {
        assertThat(samples().keptByTheCheck).isZero();
        assertThat(samples().checked).isEqualTo(samples().imported);
        holds(samples().imported, Map.of("rows", "2000", "create", "1318", "update", "0", "failed", "682"));
    }

    @Test
    @Proves({"CDB-13", "LCA-01"})
    public void everyRefusedCellIsNamedWithItsReasonInBothLanguages() {
        List<Problem> thai = told(samples().customers, "th");
        List<Problem> english = told(samples().customers, "en");
        assertThat(refusals(thai))
                .isEqualTo(Map.of(
                        "import.reference.unknown",
                        505L,
                        "import.postcode.unknown",
                        88L,
                        "import.email.unknown",
                        108L,
                        "import.taxId.check",
                        40L));
        Problem owner = at(thai, 3, "ผู้ดูแล");
        assertThat(owner.value()).isEqualTo("คนเก่า");
        assertThat(owner.message())
                .isEqualTo("ไม่มีผู้ใช้ที่มีชื่อหรือรหัสนี้ กรุณาแก้ไข"
                        + " หรือเพิ่มผู้ใช้ก่อน หรือเลือก “ไม่นำเข้า” ที่คอลัมน์นี้");
        assertThat(at(english, 3, "ผู้ดูแล").message())
                .isEqualTo("There is no user of this name or code: correct it, add the user first,"
                        + " or choose “Do not import” for this column");
        assertThat(at(thai, 20, "รหัสไปรษณีย์")).satisfies(one -> {
            assertThat(one.value()).isEqualTo("1024");
            assertThat(one.message()).isEqualTo("รหัสไปรษณีย์ไทยต้องมี 5 หลัก");
        });
        assertThat(at(english, 20, "รหัสไปรษณีย์").message()).isEqualTo("A Thai postcode has 5 digits");
        assertThat(at(english, 28, "อีเมล").message()).startsWith("This is no valid e-mail address");
        assertThat(at(thai, 62, "เลขประจำตัวผู้เสียภาษี").message())
                .isEqualTo("เลขประจำตัวผู้เสียภาษีไม่ถูกต้อง (เลขตรวจสอบหลักสุดท้ายไม่ตรง)");
        assertThat(at(english, 8, "ประเภทธุรกิจ"))
                .as("what was made good is told as well")
                .satisfies(one -> assertThat(one.refused()).isFalse())
                .satisfies(one -> assertThat(one.message()).startsWith("Probably "));
    }

    @Test
    @Proves({"CDB-13", "LCA-01"})
    public void refusedRowsComeBackWithReasonsAndGoInWhenCorrected() {
        List<List<String>> rows = samples().customers.failed();
        assertThat(rows).hasSize(683);
        assertThat(rows.get(0)).startsWith("แถวในไฟล์", "เหตุผลที่ไม่นำเข้า", "รหัสลูกค้า", "ชื่อลูกค้า");
        assertThat(rows.get(1))
                .startsWith(
                        "3",
                        "ผู้ดูแล: "
                                + at(samples().customers.problems(), 3, "ผู้ดูแล")
                                        .message(),
                        "C700001");
        holds(samples().corrected, Map.of("rows", "682", "create", "682", "failed", "0"));
        JsonNode corrected = theOne("account", "code", "C700001");
        holds(corrected, Map.of("owner/label", "สมชาย ขยันขาย", "phone", "086 018 9555", "creditDays", "30"));
        holds(corrected, Map.of("remark", "ลูกค้า \"พิเศษ\", ให้ส่วนลด 10%"));
    }

    @Test
    @Proves("CDB-13")
    public void contactsOfAWorkbookFindTheirCustomersByCode() {
        holds(samples().contacts.state().get("summary"), Map.of("rows", "2000", "create", "1918", "failed", "82"));
        JsonNode contact = theOne("contact", "email", "p0@x0.co.th");
        holds(
                contact,
                Map.of("firstName", "วีระชัย", "lastName", "บุญมี", "name", "วีระชัย บุญมี", "role", "consultant"));
        holds(contact, Map.of("mobile", "083 386 6299", "birthday", "1975-10-07", "salutation", "khun"));
        holds(theOne("contact", "email", "p1@x1.co.th"), Map.of("birthday", "1999-04-20"));
        String account = contact.at("/account/id").asText();
        holds(team.manager.get("/api/records/account/" + account), Map.of("code", "C701014"));
        List<Problem> problems = samples().contacts.problems();
        assertThat(refusals(problems)).isEqualTo(Map.of("import.reference.unknown", 82L));
        assertThat(at(problems, 9, "รหัสลูกค้า").value()).isEqualTo("C999999");
        assertThat(at(problems, 2, "มือถือ").message()).isEqualTo("เติมเลข 0 ที่หายไป เป็น 083 386 6299");
    }

    @Test
    @Proves("LCA-01")
    public void manyLeadsComeInAtOnceWithDatesOfBothErasAndAmountsInWords() {
        holds(samples().leads.state().get("summary"), Map.of("rows", "2000", "create", "1969", "failed", "31"));
        JsonNode first = theOne("lead", "email", "lead0@mail0.com");
        holds(
                first,
                Map.of("contactedOn", "2024-03-09", "source", "advertising", "rating", "hot", "expectedValue", ""));
        JsonNode million = theOne("lead", "email", "lead2@mail2.com");
        holds(million, Map.of("expectedValue", "1500000", "contactedOn", "2023-10-24", "interests/0", "crm"));
        holds(
                theOne("lead", "email", "lead3@mail3.com"),
                Map.of("expectedValue", "1234567", "contactedOn", "2025-01-09"));
        holds(theOne("lead", "email", "lead5@mail5.com"), Map.of("expectedValue", "50000", "source", "facebook"));
        holds(theOne("lead", "email", "lead10@mail10.com"), Map.of("remark", "<script>alert(1)</script>"));
        holds(theOne("lead", "email", "lead15@mail15.com"), Map.of("contactedOn", "2026-06-12"));
        List<Problem> problems = told(samples().leads, "en");
        assertThat(refusals(problems)).isEqualTo(Map.of("import.date.noLeapYear", 15L, "import.date.absent", 16L));
        assertThat(at(problems, 24, "วันที่ติดต่อ").value()).isEqualTo("29/02/2566");
        assertThat(at(problems, 24, "วันที่ติดต่อ").message()).isEqualTo("There is no 29 February in 2566");
        assertThat(team.manager.count("lead", where("email", "=", "lead22@mail22.com")))
                .as("nothing of a refused row is there")
                .isZero();
    }
}
