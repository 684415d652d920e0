package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.Test;
import org.salacrm.itest.Person;
import org.salacrm.itest.Wait;
import org.salacrm.itest.work.BroughtIn.Problem;
import org.salacrm.test.Proves;

/** Lists of an office of its own kind: who may bring them in, what of them, and how far. */
public class OwnListsIT extends WorkTest {
    @Test
    @Proves({"CDB-13", "LCA-01"})
    public void whoIsThereAlreadyIsNotMadeTwiceWhenSomebodySaysByWhat() {
        String[] rows = {"ชื่อ,อีเมล", "คุณเดิม มาก่อน,here@before.co.th", "คุณซ้ำ ในไฟล์,HERE@before.co.th"};
        BroughtIn file = BroughtIn.text(me, "lead", rows);
        file.change(Map.of("key", "email"));
        holds(file.check(), Map.of("create", "1", "failed", "1"));
        holds(file.run(), Map.of("create", "1", "failed", "1"));
        assertThat(file.problems())
                .extracting(Problem::row, Problem::header, Problem::message)
                .containsExactly(tuple(3L, "อีเมล", "มีข้อมูลนี้อยู่แล้ว"));
        BroughtIn again = BroughtIn.text(me, "lead", rows);
        again.change(Map.of("key", "email"));
        holds(again.run(), Map.of("create", "0", "failed", "2"));
        BroughtIn unmapped = BroughtIn.text(me, "lead", "ชื่อ", "คุณใหม่ ไม่มีอีเมล");
        unmapped.change(Map.of("key", "email"));
        assertThat(me.send("POST", unmapped.address() + "/run", null).statusCode())
                .as("a field that no column is read into finds nobody")
                .isEqualTo(422);
    }

    @Test
    @Proves({"CDB-13", "LCA-01"})
    public void aFileWithOtherHeadersInAnotherOrderWorksAsWell() {
        BroughtIn file = BroughtIn.text(
                me,
                "account",
                "Customers of the north 2569",
                "",
                "Tel.\tZip\tCompany Name\tCustomer no\tCredit term\tTax No.",
                "0 2712 3456\t10110\tบริษัท แปดริ้ว จำกัด\tOTHER-1\t45 วัน\t107544000108",
                "call me\t10110\tบริษัท ไม่ผ่าน จำกัด\tOTHER-2\t30\t",
                "\t\tบริษัท สั้น จำกัด\tOTHER-1\t\t");
        assertThat(file.fields())
                .isEqualTo(Map.of(
                        "Tel.", "phone",
                        "Zip", "addresses.postcode",
                        "Company Name", "name",
                        "Customer no", "code",
                        "Credit term", "creditDays",
                        "Tax No.", "taxId"));
        holds(file.run(), Map.of("rows", "3", "create", "1", "failed", "2"));
        JsonNode made = theOne("account", "code", "OTHER-1");
        holds(
                made,
                Map.of(
                        "phone",
                        "02 712 3456",
                        "taxId",
                        "0107544000108",
                        "creditDays",
                        "45",
                        "name",
                        "บริษัท แปดริ้ว จำกัด"));
        assertThat(file.problems().stream().filter(Problem::refused))
                .extracting(Problem::row, Problem::code)
                .containsExactly(tuple(5L, "import.phone.unknown"), tuple(6L, "invalid.unique"));
    }

    @Test
    @Proves("CDB-13")
    public void aColumnThatNamesNobodyIsLeftOut() {
        BroughtIn file =
                BroughtIn.text(me, "account", "ชื่อลูกค้า,เขตการขาย,ผู้ดูแล", "บริษัท ไม่มีเขต จำกัด,แดนไกล,คนเก่า");
        assertThat(file.check().get("failed").asInt()).isEqualTo(1);
        file.leaveOut("เขตการขาย", "ผู้ดูแล");
        holds(file.run(), Map.of("rows", "1", "create", "1", "failed", "0"));
        holds(theOne("account", "name", "บริษัท ไม่มีเขต จำกัด"), Map.of("owner/label", "seller"));
    }

    @Test
    @Proves({"CDB-13", "LCA-01"})
    public void onlyThoseImportWhoMayAndOnlyTheirOwnFilesAreTheirs() {
        byte[] list = "name\nบริษัท ห้าม จำกัด\n".getBytes(StandardCharsets.UTF_8);
        Person service = team.hire("service", "Service", "");
        assertThat(BroughtIn.offered(service, "account", "list.csv", list).statusCode())
                .as("without the right to import")
                .isEqualTo(403);
        Person reader = team.hire("reader", reading(), "");
        BroughtIn file = BroughtIn.file(reader, "account", "list.csv", list);
        holds(file.run(), Map.of("rows", "1", "create", "0", "failed", "1"));
        assertThat(file.problems())
                .as("without the right to create")
                .extracting(Problem::message)
                .containsExactly("คุณไม่มีสิทธิ์บันทึกแถวนี้");
        assertThat(team.colleague.send("GET", file.address(), null).statusCode())
                .isEqualTo(404);
        assertThat(team.colleague.send("POST", file.address() + "/run", null).statusCode())
                .isEqualTo(404);
    }

    /** A role that may import customers but not create them. */
    private String reading() {
        String role = team.administrator
                .create("role", Map.of("name", "ผู้อ่าน", "nameEn", "Reader"))
                .get("id")
                .asText();
        team.administrator.ok(
                "PUT",
                "/api/roles/" + role + "/rights",
                Map.of("entities", Map.of("account", Map.of("read", "all", "import", "all"))));
        return "Reader";
    }

    @Test
    @Proves("CDB-13")
    public void aRunThatIsStoppedGoesOnWhereItWas() {
        List<String> names =
                IntStream.range(0, 8000).mapToObj(i -> "ชะงัก " + i).toList();
        BroughtIn file = BroughtIn.text(me, "lead", "ชื่อ\r\n" + String.join("\r\n", names));
        String job = file.start();
        Wait.until(
                () -> "the first rows are in",
                Duration.ofSeconds(30),
                () -> me.get("/api/jobs/" + job).get("done").asLong() > 0);
        me.ok("DELETE", "/api/jobs/" + job, null);
        assertThat(me.ended(job).get("state").asText()).isEqualTo("cancelled");
        assertThat(file.state().get("state").asText()).isEqualTo("stopped");
        long there = me.count("lead", where("name", "startsWith", "ชะงัก "));
        assertThat(there)
                .isBetween(1L, 7999L)
                .isEqualTo(file.state().at("/summary/create").asLong());
        assertThat(me.send("POST", file.address() + "/check", null).statusCode())
                .as("it can only go on")
                .isEqualTo(409);
        holds(file.run(), Map.of("rows", "8000", "create", "8000", "failed", "0"));
        assertThat(me.count("lead", where("name", "startsWith", "ชะงัก "))).isEqualTo(8000);
        assertThat(me.count("lead", where("name", "=", "ชะงัก 7999"))).isEqualTo(1);
    }
}
