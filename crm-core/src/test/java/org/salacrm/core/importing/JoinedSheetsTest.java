package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.salacrm.core.importing.TestWorkbook.row;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.importing.JoinedSheets.Joined;
import org.salacrm.api.job.Undos;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Sort;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.core.job.UndoParts;

/** A workbook in which the records stand on one sheet, and what belongs to them on another, joined by a column. */
public class JoinedSheetsTest extends ImportCase {
    private static final String ACCOUNTS =
            row(1, "รหัสลูกค้า", "ชื่อลูกค้า") + row(2, "K1", "หนึ่ง") + row(3, "K2", "สอง");

    private ImportState book(String... people) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < people.length; i++) {
            rows.append(row(i + 1, people[i].split(",", -1)));
        }
        return book(new TestWorkbook()
                .sheet("Accounts", ACCOUNTS)
                .sheet("People", rows.toString())
                .sheet("Empty", "")
                .sheet("Else", row(1, "เดือน", "ยอด") + row(2, "1", "2")));
    }

    private ImportState book(TestWorkbook workbook) {
        try {
            Path file = workbook.write(folder.newFile("book.xlsx").toPath());
            try (InputStream content = Files.newInputStream(file)) {
                return world.imports.upload("account", "book.xlsx", content);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> contacts() {
        return world.world.queries.page(Query.of("contact", "name", "account").sorted(Sort.up("name"))).rows().stream()
                .map(row -> row.values().get(0) + " "
                        + (row.values().get(1) instanceof Ref account ? account.label() : "-"))
                .toList();
    }

    @Test
    public void theSheetWhoseColumnNamesTheRecordsComesBehind() {
        ImportState accounts = book("ลูกค้า,ชื่อ-นามสกุล", "K1,ก้อง", "K2,ขวัญ", "K1,คิด", "K9,งาม");
        assertThat(accounts.sheet()).isEqualTo("Accounts");
        assertThat(world.sheets.of(accounts.id()))
                .containsExactly(new Joined("People", "contact", 0, "ลูกค้า", "account"));

        assertThat(world.run(accounts.id())).isEqualTo(new Summary(2, 2, 0, 0, 0));
        ImportState people = world.sheets.take(accounts.id(), "People");
        assertThat(people.entity() + people.sheet() + people.file()).isEqualTo("contactPeoplebook.xlsx");
        assertThat(world.run(people.id())).isEqualTo(new Summary(4, 3, 0, 1, 0));
        assertThat(contacts()).containsExactly("ก้อง หนึ่ง", "ขวัญ สอง", "คิด หนึ่ง");
    }

    @Test
    public void aColumnOfTheSameHeadingJoinsThemThoughItIsNoWordForThem() {
        ImportState accounts = book(new TestWorkbook()
                .sheet("Accounts", row(1, "ลำดับพิเศษ", "ชื่อลูกค้า") + row(2, "K1", "หนึ่ง"))
                .sheet("People", row(1, "ชื่อ-นามสกุล", "มือถือ", "ลำดับพิเศษ") + row(2, "ก้อง", "0811111111", "K1")));
        assertThat(world.sheets.of(accounts.id()))
                .as("nothing says that it names them")
                .isEmpty();
        world.map(accounts.id(), 0, "code");
        world.run(accounts.id());
        ImportState people = world.sheets.take(accounts.id(), "People");
        assertThat(people.columns().get(2).field()).isEqualTo("account");
        world.run(people.id());
        assertThat(contacts()).containsExactly("ก้อง หนึ่ง");
    }

    @Test
    public void onlySheetsThatAreJoinedAreTaken() {
        ImportState accounts = book("ลูกค้า,ชื่อ-นามสกุล", "K1,ก้อง");
        for (String sheet : List.of("Else", "Accounts", "None")) {
            assertThatThrownBy(() -> world.sheets.take(accounts.id(), sheet))
                    .as(sheet)
                    .isInstanceOf(InvalidRecordException.class);
        }
    }

    @Test
    public void undoneAloneTheFirstLeavesAndNamesWhatTheSecondHangsOn() {
        ImportState accounts = book("ลูกค้า,ชื่อ-นามสกุล", "K1,ก้อง");
        world.run(accounts.id());
        ImportState people = world.sheets.take(accounts.id(), "People");
        world.run(people.id());
        UndoParts parts = new UndoParts(world.world);

        assertThat(parts.undo(accounts.id())).containsEntry("done", 1).containsEntry("left", 1);
        assertThat(parts.left(accounts.id()))
                .extracting(Undos.Left::label, Undos.Left::verb)
                .containsExactly(tuple("หนึ่ง", "create"));
        assertThat(contacts()).containsExactly("ก้อง หนึ่ง");

        assertThat(parts.undo(people.id())).containsEntry("done", 1).containsEntry("left", 0);
        parts.insist(accounts.id(), chosen(parts, accounts.id()));
        assertThat(parts.left(accounts.id())).isEmpty();
        assertThat(world.values("account", "name")).isEmpty();
    }

    @Test
    public void whatIsTakenOutFromUnderTheSecondAllTheSameComesBackWithItsOwn() {
        ImportState accounts = book("ลูกค้า,ชื่อ-นามสกุล", "K1,ก้อง");
        world.run(accounts.id());
        world.run(world.sheets.take(accounts.id(), "People").id());
        UndoParts parts = new UndoParts(world.world);
        parts.undo(accounts.id());
        long account = parts.left(accounts.id()).get(0).record();

        parts.insist(accounts.id(), chosen(parts, accounts.id()));
        assertThat(contacts()).containsExactly("ก้อง ");
        world.world.records.restore("account", account);
        assertThat(contacts()).containsExactly("ก้อง หนึ่ง");
    }

    private static Map<String, List<String>> chosen(UndoParts parts, long undo) {
        return parts.left(undo).stream().collect(Collectors.toMap(left -> "" + left.step(), left -> List.of()));
    }

    @Test
    public void whoMayNotImportTheOthersIsNotOfferedThem() {
        ImportState accounts = book("ลูกค้า,ชื่อ-นามสกุล", "K1,ก้อง");
        world.world.rights.add("!contact.import");
        assertThat(world.sheets.of(accounts.id())).isEmpty();
    }

    @Test
    public void whatOthersImportIsTheirs() {
        ImportState accounts = book("ลูกค้า,ชื่อ-นามสกุล", "K1,ก้อง");
        world.world.callers.be(new Caller(8, "user8", "th", Set.of(), Set.of(), Caller.Kind.USER, "test"));
        assertThatThrownBy(() -> world.sheets.of(accounts.id())).isInstanceOf(AbsentRecordException.class);
        assertThatThrownBy(() -> world.sheets.take(accounts.id(), "People")).isInstanceOf(AbsentRecordException.class);
    }

    @Test
    public void aTextHasNoOtherSheets() {
        upload("account", "ชื่อลูกค้า", "A");
        assertThat(world.sheets.of(ImportWorld.ID)).isEmpty();
    }
}
