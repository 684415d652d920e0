package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.salacrm.core.importing.TestWorkbook.cell;
import static org.salacrm.core.importing.TestWorkbook.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Worksheets as spreadsheets show them, and files that would do harm. */
public class WorkbookFileTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private List<SourceRow> rows(TestWorkbook workbook) {
        try {
            Path file = workbook.write(folder.newFile().toPath());
            List<SourceRow> rows = new ArrayList<>();
            try (TableFile table = TableFile.open(file, FormatFinder.find(file))) {
                table.rows().forEachRemaining(rows::add);
            }
            return rows;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> texts(TestWorkbook workbook) {
        return rows(workbook).stream()
                .flatMap(row -> row.cells().stream())
                .map(SourceRow.Cell::text)
                .toList();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> reading(TestWorkbook workbook) {
        return assertThatThrownBy(() -> rows(workbook)).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    public void numbersReadAsTheirFormatShowsThem() {
        String cells = cell("A1", "s=\"1\"", "<v>45657</v>")
                + cell("B1", "s=\"2\"", "<v>45657.604166666664</v>")
                + cell("C1", "s=\"3\"", "<v>0.15</v>")
                + cell("D1", "s=\"4\"", "<v>12</v>")
                + cell("E1", "s=\"5\"", "<v>1234.5</v>")
                + cell("F1", "s=\"6\"", "<v>7</v>")
                + cell("G1", "", "<v>1.07544000108E+11</v>")
                + cell("H1", "", "<v>19.989999999999998</v>");
        assertThat(texts(new TestWorkbook()
                        .styles(
                                "[$-107041E]d\\ mmmm\\ yyyy;@",
                                "d/m/yy h:mm",
                                "0%",
                                "00000",
                                "#,##0.00\\ &quot;dry&quot;",
                                "&quot;C-&quot;0000")
                        .sheet("S", "<row r=\"1\">" + cells + "</row>")))
                .containsExactly(
                        "2024-12-31", "2024-12-31 14:30", "15%", "00012", "1234.5", "C-0007", "107544000108", "19.99");
    }

    @Test
    public void aFormulaCountsAsTheValueItHadAndAnErrorAsAnError() {
        String cells = cell("A1", "", "<f>1+1</f><v>2</v>")
                + cell("B1", "t=\"str\"", "<f>A1</f><v>เอ</v>")
                + cell("C1", "s=\"1\"", "<f>TODAY()</f><v>45657</v>")
                + cell("D1", "t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>")
                + cell("E1", "t=\"b\"", "<v>1</v>")
                + cell("F1", "t=\"d\"", "<v>2024-12-31T00:00:00</v>");
        assertThat(texts(new TestWorkbook().styles("d/m/yyyy").sheet("S", "<row r=\"1\">" + cells + "</row>")))
                .containsExactly("2", "เอ", "2024-12-31", "#DIV/0!", "true", "2024-12-31T00:00:00");
    }

    @Test
    public void textsKeepTheirPiecesAndLoseTheirReadingAids() {
        String items = "<si><r><t>แก้ว</t></r><r><t xml:space=\"preserve\"> ศรี</t></r><rPh><t>ruby</t></rPh></si>"
                + "<si><t>a_x000D_&#10;b</t></si>";
        String cells = cell("A1", "t=\"s\"", "<v>0</v>") + cell("B1", "t=\"s\"", "<v>1</v>");
        assertThat(texts(new TestWorkbook().texts(items).sheet("S", "<row r=\"1\">" + cells + "</row>")))
                .containsExactly("แก้ว ศรี", "a\r\nb");
    }

    @Test
    public void daysOfOldMacsAreCountedFrom1904() {
        String cells = cell("A1", "s=\"1\"", "<v>44195</v>");
        assertThat(texts(new TestWorkbook()
                        .countedFrom1904()
                        .styles("d/m/yyyy")
                        .sheet("S", "<row r=\"1\">" + cells + "</row>")))
                .containsExactly("2024-12-31");
    }

    @Test
    public void rowsAndCellsWithoutAddressStandInOrder() {
        List<SourceRow> rows = rows(new TestWorkbook()
                .sheet("S", "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"/><row><c><v>3</v></c></row>"));
        assertThat(rows).extracting(SourceRow::number).containsExactly(1L, 5L, 6L);
        assertThat(rows.get(0).cell(1).text()).isEqualTo("2");
    }

    @Test
    public void cellsMergedDownwardsAllHoldTheText() {
        List<SourceRow> rows = rows(new TestWorkbook()
                .sheet(
                        "S",
                        "",
                        row(1, "บริษัท", "ชื่อ")
                                + row(2, "ก จำกัด", "สมชาย")
                                + row(3, "", "สมหญิง")
                                + row(4, "", "ใคร"),
                        "<mergeCells count=\"2\"><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"C1:D1\"/></mergeCells>"));
        assertThat(rows).extracting(r -> r.cell(0).text()).containsExactly("บริษัท", "ก จำกัด", "ก จำกัด", "");
    }

    @Test
    public void hiddenSheetsComeLast() throws IOException {
        Path file = new TestWorkbook()
                .sheet("secret", "state=\"hidden\"", row(1, "x"), "")
                .sheet("shown", row(1, "y"))
                .write(folder.newFile().toPath());
        assertThat(FormatFinder.find(file).sheets()).containsExactly("shown", "secret");
    }

    @Test
    public void whatUnpacksToTooMuchIsRefusedOnTheWay() {
        String row = row(1, "x").repeat(1_200_000);
        reading(new TestWorkbook().sheet("S", row)).hasMessageContaining("import.file.bomb");
        String texts = "<si><t>a</t></si>".repeat(4_200_000);
        reading(new TestWorkbook().texts(texts).sheet("S", "<row><c t=\"s\"><v>0</v></c></row>"))
                .hasMessageContaining("import.file.bomb");
    }

    @Test
    public void aSheetThatOnlyUnpacksIsNotEvenLookedThroughForMergedCells() {
        reading(new TestWorkbook().sheet("S", "", row(1, "x"), "<x/>".repeat(18 << 20)))
                .hasMessageContaining("import.file.bomb");
    }

    @Test
    public void oneLongTextThatAllCellsShowDoesNotFillTheMemory() {
        String texts = "<si><t>" + "ก".repeat(32_000) + "</t></si>";
        String cells = "<c t=\"s\"><v>0</v></c>".repeat(400);
        reading(new TestWorkbook().texts(texts).sheet("S", ("<row>" + cells + "</row>").repeat(200)))
                .hasMessageContaining("import.file.row at row 1");
    }

    @Test
    public void aTextThatDoesNotEndIsRefused() {
        reading(new TestWorkbook().sheet("S", row(1, "x") + row(2, "A".repeat(40_000))))
                .hasMessageContaining("import.file.cell at row 2");
        reading(new TestWorkbook().sheet("S", row(1, "x") + row(2, "A".repeat(5_000_000))))
                .hasMessageContaining("import.file.cell at row 2");
        reading(new TestWorkbook().sheet("S", "<row r=\"" + "1".repeat(5_000_000) + "\"/>"))
                .hasMessageContaining("import.file");
    }

    @Test
    public void tooManyColumnsAreRefused() {
        String cells = "<c><v>1</v></c>".repeat(5000);
        reading(new TestWorkbook().sheet("S", "<row>" + cells + "</row>"))
                .hasMessageContaining("import.file.columns at row 1");
        String empty = "<c s=\"1\"/>".repeat(5000);
        assertThat(rows(new TestWorkbook().sheet("S", "<row><c><v>1</v></c>" + empty + "</row>")))
                .hasSize(1);
    }

    @Test
    public void nothingOutsideTheFileIsRead() {
        String dtd = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        String sheet = dtd + "<worksheet><sheetData>" + row(1, "x").replace("x", "&e;") + "</sheetData></worksheet>";
        reading(new TestWorkbook().sheet("S", "").part("xl/worksheets/sheet1.xml", sheet))
                .hasMessageContaining("import.file.damaged");
    }

    @Test
    public void aDamagedPartSaysInWhichRow() {
        reading(new TestWorkbook().sheet("S", row(1, "x") + "<row r=\"2\"><c r=\"A2\"><v>1</row>"))
                .hasMessageContaining("import.file.damaged at row 2");
        reading(new TestWorkbook().texts("<si><t>a</t></si>").sheet("S", "<row><c t=\"s\"><v>9</v></c></row>"))
                .hasMessageContaining("import.file.damaged at row 1");
        reading(new TestWorkbook().sheet("S", "<a>".repeat(200))).hasMessageContaining("import.file.damaged");
        reading(new TestWorkbook()).hasMessageContaining("import.file.workbook");
    }

    @Test
    public void aCellThatNoSheetHasIsNamed() {
        for (String address : List.of("ZZZZZZZ2", "XFE2", "ZZZ2", "2", "A", "a2")) {
            String rows = row(1, "x") + "<row r=\"2\">" + cell(address, "", "<v>1</v>") + "</row>";
            reading(new TestWorkbook().sheet("S", rows))
                    .extracting(
                            e -> ((UnreadableFileException) e).messageKey() + ((UnreadableFileException) e).values())
                    .asString()
                    .startsWith("import.file.address")
                    .contains("cell=" + address, "row=2");
        }
        reading(new TestWorkbook().sheet("S", "<row r=\"1\">" + cell("XFD1", "", "<v>1</v>") + "</row>"))
                .hasMessageContaining("import.file.columns");
        assertThat(texts(new TestWorkbook().sheet("S", "<row r=\"1\">" + cell("XFD1", "", "") + "</row>")))
                .isEmpty();
    }
}
