package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Test;
import org.salacrm.itest.Person;
import org.salacrm.test.Proves;

/** Files that are no tables, or none that anybody needs: refused with words for a clerk, and Sala goes on. */
public class HostileFilesIT extends WorkTest {

    private void refused(String name, byte[] content, String code, String words) {
        long before = me.count("account");
        HttpResponse<String> answer = BroughtIn.offered(me, "account", name, content);
        assertThat(answer.statusCode()).as(name + answer.body()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode error = Person.read(answer.body()).at("/errors/0");
        assertThat(error.get("code").asText()).as(name).isEqualTo(code);
        assertThat(error.get("message").asText()).as(name).contains(words);
        assertThat(me.count("account")).isEqualTo(before);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int... start) {
        byte[] bytes = new byte[2048];
        for (int i = 0; i < start.length; i++) {
            bytes[i] = (byte) start[i];
        }
        return bytes;
    }

    @Test
    @Proves("CDB-13")
    public void whatIsNoTableIsCalledWhatItIs() {
        refused("customers.xlsx", text("%PDF-1.7\n1 0 obj"), "import.file.binary", "ไม่ใช่ตาราง");
        refused("customers.csv", new byte[0], "invalid.file.empty", "ไฟล์ว่างเปล่า");
        refused("customers.csv", text("ชื่อลูกค้า,โทรศัพท์\n"), "import.file.headerOnly", "มีแต่หัวคอลัมน์");
        int[] oldOrLocked = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
        refused("customers.xls", bytes(oldOrLocked), "import.file.oldExcel", "ตั้งรหัสผ่าน");
        refused("customers.xlsx", bytes('P', 'K', 3, 4), "import.file.workbook", "เปิดไฟล์ Excel นี้ไม่ได้");
        refused("customers.csv", text("<html><table>"), "import.file.html", "หน้าเว็บ");
    }

    @Test
    @Proves("CDB-13")
    public void whatIsTooLargeForATableIsRefusedBeforeItIsOne() throws IOException {
        String wide = "name" + ",x".repeat(2000);
        refused("wide.csv", text(wide + "\nA\n"), "import.file.columns", "มากกว่า 500 คอลัมน์");
        refused("long.csv", text("name\n" + "x".repeat(10_000_000)), "import.file.cell", "แถว 2");
        refused("bomb.xlsx", bomb(), "import.file.bomb", "แตกออกแล้วใหญ่เกิน");
    }

    @Test
    @Proves("CDB-13")
    public void nothingBesideTheWorkbookIsRead() throws IOException {
        String sheet = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
        refused("entities.xlsx", workbook(sheet), "import.file.damaged", "ไฟล์เสียหายที่แถว 1");
    }

    @Test
    @Proves("CDB-13")
    public void whatIsWrongIsSaidInEnglishToo() {
        me.ok("PUT", "/api/settings", Map.of("locale", "en"));
        try {
            refused("customers.csv", text("name,phone\n"), "import.file.headerOnly", "headers but no rows");
            refused("wide.csv", text("name" + ",x".repeat(2000) + "\nA\n"), "import.file.columns", "Row 1 has more");
            refused("long.csv", text("name\n" + "x".repeat(40_000)), "import.file.cell", "Row 2 has a cell longer");
        } finally {
            me.ok("PUT", "/api/settings", Map.of("locale", "th"));
        }
    }

    @Test
    @Proves("CDB-13")
    public void headersThatStandThereTwiceAreNoRowsAndFillNoFieldTwice() {
        BroughtIn file = BroughtIn.text(
                me,
                "account",
                "ชื่อลูกค้า,อีเมล,อีเมล",
                "บริษัท หน้าหนึ่ง จำกัด,a@one.co.th,b@one.co.th",
                "ชื่อลูกค้า,อีเมล,อีเมล",
                "บริษัท หน้าสอง จำกัด,a@two.co.th,b@two.co.th");
        assertThat(file.state().get("columns"))
                .extracting(column -> column.path("field").asText())
                .containsExactly("name", "email", "");
        Map<String, Object> twice =
                Map.of("columns", List.of(Map.of("index", 1, "field", "email"), Map.of("index", 2, "field", "email")));
        HttpResponse<String> answer = me.send("PATCH", file.address(), twice);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("import.columns.twice", "มีสองคอลัมน์จับคู่กับฟิลด์เดียวกัน: อีเมล");
        holds(file.run(), Map.of("rows", "2", "create", "2", "failed", "0", "repaired", "2"));
        assertThat(file.problems())
                .extracting(BroughtIn.Problem::row, BroughtIn.Problem::header, BroughtIn.Problem::message)
                .containsExactly(
                        tuple(1L, "อีเมล", "หัวคอลัมน์เหมือนคอลัมน์ที่ 2 ซึ่งอ่านแทนคอลัมน์นี้แล้ว"),
                        tuple(3L, "", "หัวคอลัมน์ที่ซ้ำอีก ไม่นับเป็นแถวข้อมูล 1 ครั้งในไฟล์"));
        holds(theOne("account", "name", "บริษัท หน้าสอง จำกัด"), Map.of("email", "a@two.co.th"));
    }

    @Test
    @Proves("CDB-13")
    public void whatASpreadsheetMadeOfDaysAndTelephonesIsMadeGood() throws IOException {
        String row = "<row><c t=\"inlineStr\"><is><t>%s</t></is></c><c t=\"inlineStr\"><is><t>%s</t></is></c>"
                + "<c t=\"%s\"><v>%s</v></c><c t=\"%s\"><v>%s</v></c></row>";
        BroughtIn file = BroughtIn.file(
                me,
                "contact",
                "list.xlsx",
                workbook("<worksheet><sheetData>"
                        + row.formatted("ชื่อ", "นามสกุล", "str", "วันเกิด", "str", "มือถือ")
                        + row.formatted("  ซีเรียล\u200B ", "ในตาราง\u00A0", "n", "36270", "n", "812345678")
                        + row.formatted("พุทธ", "ในตาราง", "str", " ๒๐/๐๔/๒๕๔๒ ", "str", "081-234-5678\u200B")
                        + row.formatted("วันเสีย", "ในตาราง", "str", "30/02/2567", "str", "0812345678")
                        + "</sheetData></worksheet>"));
        holds(file.run(), Map.of("rows", "3", "create", "2", "failed", "1"));
        for (String name : List.of("ซีเรียล ในตาราง", "พุทธ ในตาราง")) {
            holds(theOne("contact", "name", name), Map.of("birthday", "1999-04-20", "mobile", "081 234 5678"));
        }
        assertThat(file.problems())
                .extracting(BroughtIn.Problem::row, BroughtIn.Problem::header, BroughtIn.Problem::refused)
                .containsExactlyInAnyOrder(
                        tuple(2L, "มือถือ", false),
                        tuple(2L, "ชื่อ", false),
                        tuple(2L, "นามสกุล", false),
                        tuple(3L, "วันเกิด", false),
                        tuple(3L, "มือถือ", false),
                        tuple(4L, "วันเกิด", true));
    }

    @Test
    @Proves("CDB-13")
    public void cellsMergedDownwardsFillEachRowAndAreToldOnce() throws IOException {
        StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
        List<String> names = List.of("ชื่อลูกค้า", "บริษัท ผสาน ก", "บริษัท ผสาน ข", "บริษัท ผสาน ค");
        for (int i = 0; i < names.size(); i++) {
            String remark = i == 0 ? "หมายเหตุ" : i == 1 ? "เขตเหนือ" : "";
            String cells = "<row r=\"%1$d\"><c r=\"A%1$d\" t=\"str\"><v>%2$s</v></c>"
                    + "<c r=\"B%1$d\" t=\"str\"><v>%3$s</v></c></row>";
            sheet.append(cells.formatted(i + 1, names.get(i), remark));
        }
        sheet.append("</sheetData><mergeCells><mergeCell ref=\"B2:B4\"/></mergeCells></worksheet>");
        BroughtIn file = BroughtIn.file(me, "account", "merged.xlsx", workbook(sheet.toString()));
        holds(file.run(), Map.of("rows", "3", "create", "3", "repaired", "1"));
        holds(theOne("account", "name", "บริษัท ผสาน ค"), Map.of("remark", "เขตเหนือ"));
        assertThat(file.problems())
                .extracting(BroughtIn.Problem::row, BroughtIn.Problem::header, BroughtIn.Problem::message)
                .containsExactly(tuple(3L, "หมายเหตุ", "เซลล์ที่ผสานลงมา ทุกแถวได้ข้อความเดียวกัน 2 แถวในคอลัมน์นี้"));
    }

    @Test
    @Proves("CDB-13")
    public void whatIsLongerThanAnyTableIsRefusedBeforeItsFirstRowIsWritten() {
        BroughtIn file = BroughtIn.text(me, "account", "name", "ยาวเกิน" + "\n".repeat(2_000_000) + "ท้าย");
        JsonNode job = me.ended(file.start());
        assertThat(job.get("state").asText()).isEqualTo("failed");
        assertThat(job.get("message").asText()).isEqualTo("ไฟล์มีมากกว่า 2000000 แถว กรุณาแบ่งเป็นหลายไฟล์");
        assertThat(me.count("account", where("name", "=", "ยาวเกิน"))).isZero();
    }

    @Test
    @Proves("CDB-13")
    public void aFileOfMoreBytesThanTheCompanyAllowsIsRefused() {
        String settings = "/api/settings/company";
        JsonNode before = team.administrator.get(settings).get("upload.maxBytes");
        team.administrator.ok("PUT", settings, Map.of("upload.maxBytes", 1 << 20));
        try {
            refused("large.csv", text("name\n" + "x\n".repeat(1 << 19)), "invalid.file.size", "ไฟล์ใหญ่เกิน 1 MB");
            HttpResponse<String> answer =
                    BroughtIn.offered(me, "account", "larger.csv", text("name\n" + "x\n".repeat(1 << 22)));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("upload.large", "ไฟล์มีขนาดใหญ่เกินไป ไม่เกิน 1 MB");
        } finally {
            team.administrator.ok("PUT", settings, Map.of("upload.maxBytes", before.asLong()));
        }
    }

    private static byte[] workbook(String sheet) throws IOException {
        return workbook(List.of(text(sheet)));
    }

    /** A workbook of few bytes that unpacks to many. */
    private static byte[] bomb() throws IOException {
        List<byte[]> sheet = new ArrayList<>(List.of(text("<worksheet><sheetData>")));
        sheet.addAll(Collections.nCopies(1000, text("<row></row>".repeat(10_000))));
        return workbook(sheet);
    }

    private static byte[] workbook(List<byte[]> sheet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
            zip.write(text(
                    "<Relationships><Relationship Id=\"r1\" Type=\"/worksheet\" Target=\"s.xml\"/></Relationships>"));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(text("<workbook><sheets><sheet name=\"S\" id=\"r1\"/></sheets></workbook>"));
            zip.putNextEntry(new ZipEntry("xl/s.xml"));
            for (byte[] piece : sheet) {
                zip.write(piece);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    @Proves("CDB-13")
    public void aFileThatIsDamagedFurtherDownIsRefusedBeforeItsFirstRowIsWritten() {
        BroughtIn file = BroughtIn.text(me, "account", "name", "เสียหาย\n".repeat(3000) + "\"never closed");
        JsonNode job = me.ended(file.start());
        assertThat(job.get("state").asText()).isEqualTo("failed");
        assertThat(job.get("message").asText())
                .isEqualTo("เครื่องหมายคำพูดในแถว 3002 ไม่ถูกต้อง: ไม่มีตัวปิด หรือมีข้อความต่อท้ายตัวปิด");
        assertThat(me.count("account", where("name", "=", "เสียหาย"))).isZero();
    }

    @Test
    @Proves("CDB-13")
    public void aDamagedLetterRefusesItsRowAndNoOther() {
        byte[] list = text("ชื่อลูกค้า,หมายเหตุ\n" + "บริษัท ตัวอักษรดี จำกัด,ปกติ\n".repeat(30)
                + "บริษัท ตัวอักษรเสีย จำกัด,?\n");
        list[list.length - 2] = (byte) 0xE0;
        BroughtIn file = BroughtIn.file(me, "account", "list.csv", list);
        JsonNode summary = file.run();
        assertThat(summary.get("create").asInt()).isEqualTo(30);
        assertThat(file.problems())
                .extracting(BroughtIn.Problem::row, BroughtIn.Problem::header, BroughtIn.Problem::message)
                .containsExactly(tuple(32L, "หมายเหตุ", "มีตัวอักษรที่เสียหาย กรุณาตรวจการเข้ารหัสของไฟล์"));
    }
}
