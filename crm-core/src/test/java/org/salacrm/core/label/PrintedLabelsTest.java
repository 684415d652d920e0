package org.salacrm.core.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.document.Documents;
import org.salacrm.api.document.Paper;
import org.salacrm.api.document.Paper.Line;
import org.salacrm.api.label.Labels;
import org.salacrm.api.label.Labels.Wish;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Sort;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.store.Sql;

public class PrintedLabelsTest extends ActionCase {
    private static final String SHEET = "core.a4-24";
    private static final Map<String, Object> MAIN =
            Map.of("kind", "main", "street", "1 ถ.สุขุมวิท", "province", "ชลบุรี", "postcode", "20000");
    private static final Map<String, Object> BILLING = Map.of("kind", "billing", "street", "ตู้ ปณ. 9");

    private final List<Paper> printed = new ArrayList<>();
    private Labels labels;
    private String mark;

    @Before
    public void open() {
        mark = "บริษัท " + world.ids.incrementAndGet();
        labels = new PrintedLabels(
                world.queries,
                new PrintedLabels.Reach(world.given, world.callers),
                new Addressees(world.queries, world.registry, world.types, world.picks),
                new Sender(world.queries),
                new PrintedLabels.Press(world.registry, new Printer(printed), world.messages, world.exportLog()));
    }

    /** Keeps what would be printed. */
    private record Printer(List<Paper> printed) implements Documents {
        @Override
        public Pages begin(String title, OutputStream out) {
            return new Pages() {
                @Override
                public void add(Paper page) {
                    printed.add(page);
                }

                @Override
                public void finish() {
                    assertThat(printed).isNotEmpty();
                }

                @Override
                public void close() {
                    assertThat(title).isNotEmpty();
                }
            };
        }

        @Override
        public void picture(Paper page, int width, OutputStream out) {
            printed.add(page);
        }
    }

    @Test
    public void theKindThatIsWishedIsPrintedElseTheMainOne() throws IOException {
        account("ก", BILLING, MAIN);
        account("ข", MAIN);

        print(wish("account", SHEET, "billing"));

        assertThat(texts(0)).containsExactly(mark + "ก", "ตู้ ปณ. 9");
        assertThat(texts(1)).containsExactly(mark + "ข", "1 ถ.สุขุมวิท", "จ.ชลบุรี  20000");
    }

    @Test
    public void aCustomersLabelNamesWhoIsWrittenToThere() throws IOException {
        long account = account("ก", MAIN);
        contact("อดีต พนักงาน", account, false);
        contact("คุณสมชาย ใจดี", account, true);
        contact("คุณคนที่สอง", account, true);

        print(wish("account", SHEET, "main"));
        assertThat(texts(0).get(0)).isEqualTo(mark + "ก");
        printed.clear();
        print(new Wish(wish("account", SHEET, "").query(), SHEET, "main", "th", 1, 1, true, true, false));
        assertThat(texts(0).subList(0, 3)).containsExactly("กรุณาส่ง", "เรียน คุณสมชาย ใจดี", mark + "ก");
    }

    @Test
    public void aContactWithoutAnAddressIsReachedAtHisCompany() throws IOException {
        long account = account("ก", MAIN);
        contact(mark + "ใจดี", account, true);
        Query query = query("contact");

        print(new Wish(query, SHEET, "billing", "en", 1, 1, true, false, false));

        assertThat(texts(0))
                .containsExactly("Attn. คุณ" + mark + "ใจดี", mark + "ก", "1 ถ.สุขุมวิท", "จ.ชลบุรี  20000");
    }

    @Test
    public void aUsedSheetGoesOnWhereItWasLeftAndEachIsPrintedAsOftenAsIsWished() throws IOException {
        account("ก", MAIN);
        account("ข", MAIN);

        print(new Wish(query("account"), SHEET, "main", "th", 23, 2, false, false, false));

        assertThat(printed).hasSize(2);
        assertThat(printed.get(0).blocks()).hasSize(2).allMatch(block -> block.top() > 250);
        assertThat(printed.get(0).blocks().get(0).left()).isEqualTo(75);
        assertThat(printed.get(1).blocks()).hasSize(2);
        assertThat(texts(3).get(0)).isEqualTo(mark + "ข");
        assertThatThrownBy(() -> print(new Wish(query("account"), SHEET, "", "th", 25, 1, false, false, false)))
                .hasMessageContaining("1 to 24");
    }

    @Test
    public void anEnvelopeBearsTheSender() throws IOException {
        world.records.create(
                "company",
                Map.of(
                        "nameTh",
                        "บริษัท ผู้ส่ง จำกัด",
                        "branches",
                        List.of(
                                Map.of("code", "00001", "name", "สาขา", "street", "อื่น"),
                                Map.of("code", "00000", "name", "ใหญ่", "street", "8 ถ.สีลม"))));
        account("ก", MAIN);

        print(wish("account", "core.envelope-dl", "main"));

        assertThat(printed.get(0).width()).isEqualTo(220);
        assertThat(texts(0)).containsExactly("บริษัท ผู้ส่ง จำกัด", "8 ถ.สีลม");
        assertThat(texts(1)).contains(mark + "ก");
        Paper.Block sender = printed.get(0).blocks().get(0);
        Paper.Block receiver = printed.get(0).blocks().get(1);
        assertThat(sender.left() + sender.width()).isLessThan(receiver.left() + 10);
        assertThat(sender.top() + sender.height()).isLessThan(receiver.top());
    }

    @Test
    public void whoHasNoAddressIsToldAndLeftOutOrPrintedByName() throws IOException {
        account("ก", MAIN);
        long without = account("ข");

        Labels.Survey survey = labels.survey(wish("account", SHEET, "main"));
        assertThat(survey.records()).isEqualTo(2);
        assertThat(survey.without()).containsExactly(new Ref("account", without, mark + "ข"));
        print(wish("account", SHEET, "main"));
        assertThat(printed.get(0).blocks()).hasSize(1);
        printed.clear();
        print(new Wish(query("account"), SHEET, "main", "th", 1, 1, false, false, true));
        assertThat(texts(1)).containsExactly(mark + "ข");
    }

    @Test
    public void tooManyAreRefusedAndSoIsNone() {
        account("ก", MAIN);
        Query query = query("account");

        assertThat(labels.prepare(new Wish(query, SHEET, "", "th", 1, 5000, false, false, false)))
                .isNotNull();
        account("ข", MAIN);
        assertThatThrownBy(() -> labels.prepare(new Wish(query, SHEET, "", "th", 1, 2501, false, false, false)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("labels.tooMany");
        Query nothing = query.where(Filter.where("name", "=", "nobody"));
        assertThatThrownBy(() -> labels.prepare(new Wish(nothing, SHEET, "", "th", 1, 1, false, false, false)))
                .hasMessageContaining("labels.none");
        assertThatThrownBy(() -> labels.survey(wish("product", SHEET, ""))).hasMessageContaining("no addresses");
    }

    @Test
    public void whoMayNotExportPrintsNothingAndWhatIsPrintedIsKept() throws IOException {
        account("ก", MAIN);
        print(wish("account", SHEET, "main"));
        assertThat(new Sql(world.store.tx())
                        .list(
                                "select entity, format, row_count from core_export order by id desc",
                                row -> List.of(row.getString(1), row.getString(2), row.getLong(3)))
                        .get(0))
                .isEqualTo(List.of("account", "labels", 1L));

        world.rights.add("!account.export");
        assertThatThrownBy(() -> labels.survey(wish("account", SHEET, ""))).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> labels.prepare(wish("account", SHEET, ""))).isInstanceOf(ForbiddenException.class);
    }

    private void print(Wish wish) throws IOException {
        labels.prepare(wish).pdf(OutputStream.nullOutputStream());
    }

    private Wish wish(String entity, String format, String kind) {
        return new Wish(query(entity), format, kind, "th", 1, 1, false, false, false);
    }

    private Query query(String entity) {
        return Query.of(entity, "id")
                .where(Filter.where("name", "startsWith", mark))
                .sorted(new Sort("name", false));
    }

    private List<String> texts(int label) {
        return printed.stream().flatMap(page -> page.blocks().stream()).toList().get(label).lines().stream()
                .map(Line::text)
                .toList();
    }

    private long account(String name, Object... addresses) {
        return world.records
                .create("account", Map.of("name", mark + name, "addresses", List.of(addresses)))
                .id();
    }

    private void contact(String name, long account, boolean active) {
        world.records.create("contact", Map.of("name", name, "account", account, "active", active));
    }
}
