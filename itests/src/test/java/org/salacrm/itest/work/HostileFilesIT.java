package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

    /** A workbook of few bytes that unpacks to many. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
            zip.write(text(
                    "<Relationships><Relationship Id=\"r1\" Type=\"/worksheet\" Target=\"s.xml\"/></Relationships>"));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(text("<workbook><sheets><sheet name=\"S\" id=\"r1\"/></sheets></workbook>"));
            zip.putNextEntry(new ZipEntry("xl/s.xml"));
            zip.write(text("<worksheet><sheetData>"));
            byte[] rows = text("<row></row>".repeat(10_000));
            for (int i = 0; i < 1000; i++) {
                zip.write(rows);
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
                .extracting(BroughtIn.Problem::row, BroughtIn.Problem::message)
                .containsExactly(tuple(32L, "มีตัวอักษรที่เสียหาย กรุณาตรวจการเข้ารหัสของไฟล์"));
    }
}
