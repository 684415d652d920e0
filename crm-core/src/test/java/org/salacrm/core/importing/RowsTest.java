package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.api.record.ConflictException;
import org.salacrm.core.entity.MetadataRegistry;
import org.salacrm.core.model.CoreModule;
import org.salacrm.core.testing.MessageFiles;
import org.salacrm.core.testing.ModuleFiles;
import org.salacrm.test.FakePickLists;

/** What becomes of whole rows: nothing of them is lost without a word. */
public class RowsTest {
    private final MessageFiles messages = new MessageFiles("CRM-INF", "CRM-INF/import");
    private final ColumnMapper mapper = new ColumnMapper(new MetadataRegistry(List.of(new CoreModule())), messages);
    private final FakePickLists pickLists = new FakePickLists();

    public RowsTest() {
        new ModuleFiles(new CoreModule()).definitions(PickList.class).forEach(pickLists::save);
    }

    @Test
    public void recordsThatNeverComeOutOfAFileAreRefusedAtOnce() {
        assertThatThrownBy(() -> mapper.checkRecord("company"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.messageKey()).isEqualTo("import.entity"));
    }

    @Test
    public void aStateThatOnlyTheFileKnowsIsOpen() {
        new NewPicks(pickLists, Optional.of((list, code) -> pickLists.save(list))).add("leadStatus", "Called twice");

        assertThat(pickLists.get("leadStatus").items())
                .filteredOn(item -> item.label().en().equals("Called twice"))
                .extracting(PickList.Item::phase)
                .containsExactly("open");
    }

    private RowMapper mapper(String entity, String... headers) {
        List<List<String>> samples =
                List.of(headers).stream().map(h -> List.<String>of()).toList();
        List<ImportState.Column> proposed = mapper.headers(entity).propose(List.of(headers), samples);
        List<RowMapper.Column> columns = proposed.stream()
                .filter(c -> !c.field().isEmpty())
                .map(c -> new RowMapper.Column(
                        c.index(),
                        c.header(),
                        mapper.target(entity, c.field()).orElseThrow(),
                        DateCell.Written.USUALLY))
                .toList();
        FieldCells cells = new FieldCells(
                pickLists, messages, LocalDate.of(2026, 11, 22), ZoneId.of("Asia/Bangkok"), Optional.empty());
        return new RowMapper(
                new RowMapper.Plan(columns, headers.length, Map.of()),
                cells,
                new References(null, new NothingThere(), messages, null),
                new Spares(mapper.targets(entity), messages));
    }

    private static SourceRow row(String... cells) {
        return new SourceRow(2, List.of(cells).stream().map(SourceRow.Cell::of).toList());
    }

    private static RowMapper.Mapped mapped(RowMapper rows, String... cells) {
        return rows.map(List.of(row(cells))).get(0);
    }

    /** With the further numbers of a cell, as they would be written into a record that holds the stored values. */
    private Map<String, Object> phones(Map<String, Object> stored, List<Problem> told, String... cells) {
        RowMapper rows = mapper("account", "ชื่อลูกค้า", "โทรศัพท์", "โทรศัพท์", "หมายเหตุ");
        RowMapper.Mapped mapped = mapped(rows, cells);
        told.addAll(rows.furtherPhones(mapped, stored));
        return mapped.values();
    }

    @Test
    public void theSecondNumberOfACellGoesWhereThereIsRoom() {
        List<Problem> told = new ArrayList<>();
        assertThat(phones(Map.of(), new ArrayList<>(), "ก", "023799075, 1150", "", ""))
                .containsEntry("phone", "02 379 9075")
                .containsEntry("otherPhone", "1150");
        assertThat(phones(Map.of(), told, "ก", "023799075, 0653799075", "", ""))
                .containsEntry("phone", "02 379 9075")
                .containsEntry("otherPhone", "065 379 9075");
        assertThat(told).hasSize(1);
        assertThat(messages.format("th", told.get(0).messageKey(), told.get(0).values()))
                .isEqualTo("ย้าย 065 379 9075 ไปไว้ที่ “โทรศัพท์อื่น”");
        assertThat(messages.format("en", told.get(0).messageKey(), told.get(0).values()))
                .isEqualTo("Moved 065 379 9075 to “Other phone”");
    }

    @Test
    public void aNumberWithoutRoomIsKeptInTheRemark() {
        List<Problem> told = new ArrayList<>();
        assertThat(phones(Map.of(), told, "ก", "023799075, 0653799075", "0812345678 / 0898765432", "โทรเช้า"))
                .containsEntry("phone", "02 379 9075")
                .containsEntry("otherPhone", "081 234 5678")
                .doesNotContainKey("fax")
                .containsEntry("remark", "โทรเช้า\n065 379 9075\n089 876 5432");
        assertThat(told).hasSize(2);
    }

    @Test
    public void whatARecordHoldsIsNotOverwrittenByASecondNumber() {
        List<Problem> told = new ArrayList<>();
        Map<String, Object> stored = Map.of("otherPhone", "053 111 222", "remark", "ลูกค้าเก่า");
        assertThat(phones(stored, told, "ก", "023799075, 0653799075", "", ""))
                .doesNotContainKey("otherPhone")
                .containsEntry("remark", "ลูกค้าเก่า\n065 379 9075");
        assertThat(phones(Map.of("otherPhone", "065 379 9075"), told, "ก", "023799075, 0653799075", "", ""))
                .doesNotContainKeys("otherPhone", "remark");
        assertThat(told).hasSize(1);
    }

    @Test
    public void namesAndAddressesInPiecesAreJoined() {
        RowMapper rows = mapper("lead", "ชื่อ", "นามสกุล", "ที่อยู่", "หมู่", "ซอย", "ถนน", "จังหวัด");
        assertThat(mapped(rows, "สมชาย", "ใจดี", "99/1", "3", "สุขใจ", "รามคำแหง", "ตาก")
                        .values())
                .containsEntry("name", "สมชาย ใจดี")
                .containsEntry("addresses", List.of(Map.of("street", "99/1 หมู่ 3 สุขใจ รามคำแหง", "province", "ตาก")));
    }

    @Test
    public void aCellBeyondTheHeadersRefusesItsRow() {
        RowMapper rows = mapper("account", "ชื่อลูกค้า", "ที่อยู่");
        RowMapper.Mapped cut = mapped(rows, "ก", "99/1 ถ.พระราม 4", "แขวงคลองเตย");
        assertThat(cut.refused()).isTrue();
        Problem problem = cut.problems().get(0);
        assertThat(problem.value()).isEqualTo("แขวงคลองเตย");
        assertThat(messages.format("en", problem.messageKey(), problem.values()))
                .startsWith("This row has 3 cells but there are 2 headers");
        assertThat(mapped(rows, "ก", "99/1 ถ.พระราม 4", " ").refused()).isFalse();
    }

    @Test
    public void headersOfOtherThingsStayOut() {
        for (String entity : List.of("account", "lead", "contact")) {
            for (String header : List.of(
                    "ประเภทลูกค้า",
                    "Customer Type",
                    "เลขที่สัญญา",
                    "Branch Name",
                    "Product Code",
                    "รหัสสินค้า",
                    "ชื่อสินค้า",
                    "เลขที่บัญชีธนาคาร",
                    "ที่อยู่จัดส่ง",
                    "Due Date",
                    "วันที่สร้าง",
                    "จังหวัดที่เกิด",
                    "Account Manager Email",
                    "ลำดับ",
                    "No.",
                    "แถวในไฟล์",
                    "เหตุผลที่ไม่นำเข้า",
                    "Row in the file",
                    "Why it was not imported")) {
                assertThat(mapper.headers(entity).namedIn(List.of(header)))
                        .as(entity + " " + header)
                        .isZero();
            }
        }
    }
}
