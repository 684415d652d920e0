package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.salacrm.api.importing.ImportState;
import org.salacrm.core.entity.MetadataRegistry;
import org.salacrm.core.model.CoreModule;
import org.salacrm.core.testing.MessageFiles;

/** Files as customers send them: read for what they are, and mapped by their headers. */
public class FilesOfCustomersTest {
    private static final Path EXAMPLES = Path.of("../examples/import");

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final ColumnMapper mapper = new ColumnMapper(
            new MetadataRegistry(List.of(new CoreModule())), new MessageFiles("CRM-INF", "CRM-INF/import"));

    private Map<String, String> mapped(String entity, Path file) {
        Map<String, String> mapped = new TreeMap<>();
        Preview preview = Preview.best(mapper.headers(entity), entity, file, FormatFinder.find(file));
        for (ImportState.Column column : preview.columns()) {
            mapped.put(column.index() + " " + column.header(), column.field());
        }
        return mapped;
    }

    private static List<SourceRow> rows(Path file) {
        List<SourceRow> rows = new ArrayList<>();
        try (TableFile table = TableFile.open(file, FormatFinder.find(file))) {
            table.rows().forEachRemaining(rows::add);
        }
        return rows;
    }

    @Test
    public void aThaiCodePageFileOfCustomersIsMappedByItself() {
        Path file = EXAMPLES.resolve("customers-th.csv");
        assertThat(FormatFinder.find(file).charset()).isEqualTo("windows-874");
        assertThat(mapped("account", file))
                .containsEntry("0 รหัสลูกค้า", "code")
                .containsEntry("1 ชื่อลูกค้า", "name")
                .containsEntry("2 เลขประจำตัวผู้เสียภาษี", "taxId")
                .containsEntry("3 สาขา", "branchCode")
                .containsEntry("4 ประเภทธุรกิจ", "businessType")
                .containsEntry("5 โทรศัพท์", "phone")
                .containsEntry("6 โทรศัพท์", "otherPhone")
                .containsEntry("7 อีเมล", "email")
                .containsEntry("8 เว็บไซต์", "website")
                .containsEntry("9 ที่อยู่", "addresses.street")
                .containsEntry("10 ตำบล/แขวง", "addresses.subDistrict")
                .containsEntry("11 อำเภอ/เขต", "addresses.district")
                .containsEntry("12 จังหวัด", "addresses.province")
                .containsEntry("13 รหัสไปรษณีย์", "addresses.postcode")
                .containsEntry("14 เครดิต (วัน)", "creditDays")
                .containsEntry("15 เขตการขาย", "territory")
                .containsEntry("16 ผู้ดูแล", "owner")
                .containsEntry("17 หมายเหตุ", "remark");
        assertThat(rows(file)).hasSize(2025);
    }

    @Test
    public void aSemicolonFileOfLeadsIsMappedByItself() {
        Path file = EXAMPLES.resolve("leads-th.csv");
        assertThat(FormatFinder.find(file).charset()).isEqualTo("UTF-8");
        assertThat(FormatFinder.find(file).separator()).isEqualTo(";");
        assertThat(mapped("lead", file).values())
                .containsExactlyInAnyOrder(
                        "name",
                        "company",
                        "mobile",
                        "email",
                        "source",
                        "rating",
                        "contactedOn",
                        "expectedValue",
                        "interests",
                        "remark");
    }

    @Test
    public void aWorkbookOfContactsIsMappedByItself() {
        assertThat(mapped("contact", EXAMPLES.resolve("contacts-th.xlsx")).values())
                .containsExactlyInAnyOrder(
                        "salutation",
                        "firstName",
                        "lastName",
                        "position",
                        "role",
                        "account",
                        "mobile",
                        "email",
                        "birthday");
    }

    @Test
    public void aTableOfPostcodesIsMappedByItself() {
        Path file = EXAMPLES.resolve("postcodes-th.csv");
        assertThat(mapped("postalArea", file))
                .containsEntry("0 รหัสไปรษณีย์", "postcode")
                .containsEntry("1 ตำบล/แขวง", "subDistrict")
                .containsEntry("2 อำเภอ/เขต", "district")
                .containsEntry("3 จังหวัด", "province");
        assertThat(rows(file)).hasSize(127);
    }

    @Test
    public void otherHeadersOrdersAndTitleLinesWorkAsWell() throws IOException {
        Path file =
                write("Customer list 2026\n\nE-mail\tCompany name\tTel.\tCustomer no\na@b.co\tSiam\t021234567\tX1\n");
        assertThat(mapped("account", file).values()).containsExactly("email", "name", "phone", "code");
        assertThat(Preview.best(mapper.headers("account"), "account", file, FormatFinder.find(file))
                        .headerRow())
                .isEqualTo(3);
    }

    @Test
    public void rowsCountAsASpreadsheetShowsThem() throws IOException {
        Path file = write("name,remark\nA,\"two\nlines\"\n\nB,x\n");
        assertThat(rows(file)).extracting(SourceRow::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(rows(file).get(2).blank()).isTrue();
    }

    @Test
    public void quotesThatDoNotFitSayInWhichRow() throws IOException {
        assertThatThrownBy(() -> rows(write("name,remark\nA,x\n\"B,x\nC,x\n")))
                .hasMessageContaining("import.file.quote at row 3");
        assertThatThrownBy(() -> rows(write("name,remark\nA,\"x\"y\n")))
                .hasMessageContaining("import.file.quote at row 2");
        assertThat(rows(write("\uFEFF\"na,me\", \"remark\" \n5\" pipe,x\n"))
                        .get(0)
                        .cells())
                .extracting(SourceRow.Cell::text)
                .containsExactly("na,me", "remark");
    }

    @Test
    public void aCellLongerThanASpreadsheetTakesIsRefused() {
        assertThatThrownBy(() -> rows(write("name,remark\nA," + "x".repeat(40_000) + "\n")))
                .hasMessageContaining("import.file.cell at row 2");
    }

    @Test
    public void whatNoTableOfCustomersHoldsIsRefusedForItsSize() {
        assertThatThrownBy(() -> rows(write("name,remark\nA," + "x".repeat(10_000_000) + "\n")))
                .hasMessageContaining("import.file.cell at row 2");
        assertThatThrownBy(() -> rows(write("name,remark\nA,\"" + "x\n".repeat(5_000_000) + "\"\n")))
                .hasMessageContaining("import.file.cell at row 2");
        assertThatThrownBy(() -> rows(write("name\nA" + ",x".repeat(2000) + "\n")))
                .hasMessageContaining("import.file.columns at row 2");
        assertThatThrownBy(() -> rows(write("name\nA" + ",x".repeat(20_000) + "\n")))
                .hasMessageContaining("import.file.columns at row 2");
        assertThatThrownBy(() -> rows(write("name\nA" + ("," + "x".repeat(30_000)).repeat(10) + "\n")))
                .hasMessageContaining("import.file.row at row 2");
    }

    @Test
    public void aTableHasAnEnd() {
        TableFile.check(TableFile.MAX_ROWS, 1);
        assertThatThrownBy(() -> TableFile.check(TableFile.MAX_ROWS + 1, 1)).hasMessageContaining("import.file.rows");
    }

    @Test
    public void oneDamagedLetterDoesNotTurnAUnicodeFileIntoAnother() throws IOException {
        byte[] text = ("ชื่อลูกค้า,หมายเหตุ\n" + "บริษัท ทดสอบ จำกัด,ปกติ\n".repeat(20) + "ก,?\n")
                .getBytes(StandardCharsets.UTF_8);
        text[text.length - 2] = (byte) 0xE0;
        Path file = bytes(text);
        assertThat(FormatFinder.find(file).charset()).isEqualTo("UTF-8");
        assertThat(rows(file).get(21).cell(1).text()).isEqualTo("\uFFFD");
    }

    @Test
    public void theEndMarkOfOldProgramsIsNoRow() throws IOException {
        assertThat(rows(write("name\nA\n\032"))).filteredOn(row -> !row.blank()).hasSize(2);
    }

    @Test
    public void theSheetWithTheTableIsFound() throws IOException {
        Path file = new TestWorkbook()
                .sheet("ปก", TestWorkbook.row(1, "รายชื่อลูกค้า", "ปี 2567"))
                .sheet("ว่าง", "")
                .sheet(
                        "ข้อมูล",
                        TestWorkbook.row(3, "รหัสลูกค้า", "ชื่อลูกค้า") + TestWorkbook.row(4, "C1", "ก", "ลับ"))
                .write(folder.newFile().toPath());
        Preview preview = Preview.best(mapper.headers("account"), "account", file, FormatFinder.find(file));
        assertThat(preview.format().sheet()).isEqualTo("ข้อมูล");
        assertThat(preview.headerRow()).isEqualTo(3);
        assertThat(preview.columns()).extracting(ImportState.Column::field).containsExactly("code", "name", "");
        assertThat(preview.columns().get(2).samples())
                .as("a column without a header is shown")
                .containsExactly("ลับ");
    }

    @Test
    public void headersWithoutRowsAreToldApartFromAnEmptyFile() throws IOException {
        Path file = write("name,phone\n\n");
        assertThatThrownBy(() -> mapped("account", file)).hasMessageContaining("import.file.headerOnly");
        assertThatThrownBy(() -> mapped("account", write("\n \n"))).hasMessageContaining("import.file.empty");
    }

    @Test
    public void whatIsNoTableIsRefusedForWhatItIs() throws IOException {
        assertThatThrownBy(() -> FormatFinder.find(bytes(new byte[0]))).hasMessageContaining("import.file.empty");
        assertThatThrownBy(() -> FormatFinder.find(bytes(new byte[] {1, 0, 0, 2, 0, 5})))
                .hasMessageContaining("import.file.binary");
        assertThatThrownBy(() -> FormatFinder.find(bytes("PK\3\4 no workbook".getBytes())))
                .hasMessageContaining("import.file.workbook");
        assertThatThrownBy(() -> FormatFinder.find(write("\u0089PNG\r\n\032\n\1\2\3")))
                .hasMessageContaining("import.file.binary");
        assertThatThrownBy(() -> FormatFinder.find(write("<html><table><tr><td>name</td></tr></table>")))
                .hasMessageContaining("import.file.html");
        assertThatThrownBy(() -> FormatFinder.find(write("%PDF-1.7 x"))).hasMessageContaining("import.file.binary");
        byte[] oldOrLocked = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        assertThatThrownBy(() -> FormatFinder.find(bytes(oldOrLocked))).hasMessageContaining("import.file.oldExcel");
    }

    private Path write(String text) throws IOException {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path bytes(byte[] bytes) throws IOException {
        return Files.write(folder.newFile().toPath(), bytes);
    }
}
