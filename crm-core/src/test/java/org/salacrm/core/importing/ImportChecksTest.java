package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.api.importing.ImportChecks.CheckedRow;
import org.salacrm.api.importing.ImportChecks.Choice;
import org.salacrm.api.importing.ImportChecks.Fix;
import org.salacrm.api.importing.ImportChecks.Fixed;
import org.salacrm.api.importing.Imports.Change;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.InvalidRecordException;

/** What a check refused is corrected beside the file, and the run reads it so. */
public class ImportChecksTest extends ImportCase {
    private static final int EMAIL = 1;
    private static final int SOURCE = 2;

    /** Two rows whose mail is none, two of a source nobody knows, one that is right. */
    private void list() {
        upload(
                "account",
                "ชื่อลูกค้า,อีเมล,แหล่งที่มา",
                "หนึ่ง,one,",
                "สอง,two@b.co.th,กทม.",
                "สาม,three,",
                "สี่,four@b.co.th,กทม.",
                "ห้า,five@b.co.th,");
        assertThat(world.check()).isEqualTo(new Summary(5, 1, 0, 4, 0));
    }

    private static Fix cell(long row, int column, String value) {
        return new Fix(row, column, "", value, 0);
    }

    private List<Long> rows(String show) {
        return world.checks.rows(ImportWorld.ID, show, 0, 100).items().stream()
                .map(CheckedRow::row)
                .toList();
    }

    @Test
    public void aCorrectedCellIsCheckedAtOnceAndReadSoByTheRun() {
        list();

        Fixed fixed = world.checks.fix(ImportWorld.ID, cell(2, EMAIL, "one@b.co.th"));

        assertThat(fixed.summary()).isEqualTo(new Summary(5, 2, 0, 3, 0));
        assertThat(fixed.rows()).singleElement().satisfies(row -> {
            assertThat(row.problems()).isEmpty();
            assertThat(row.cells()).as("as it stands in the file").containsExactly("หนึ่ง", "one", "");
            assertThat(row.fixes()).containsExactly(cell(2, EMAIL, "one@b.co.th"));
        });
        assertThat(rows("error")).containsExactly(3L, 4L, 5L);
        assertThat(rows("fixed")).containsExactly(2L);
        assertThat(world.check()).as("all rows again").isEqualTo(new Summary(5, 2, 0, 3, 0));
        assertThat(rows("fixed")).containsExactly(2L);
        assertThat(world.run()).isEqualTo(new Summary(5, 2, 0, 3, 0));
        assertThat(world.values("account", "email")).containsExactly("five@b.co.th", "one@b.co.th");
    }

    @Test
    public void aCorrectionThatIsNoBetterKeepsItsReason() {
        list();

        Fixed fixed = world.checks.fix(ImportWorld.ID, cell(2, EMAIL, "still none"));

        assertThat(fixed.summary()).isEqualTo(new Summary(5, 1, 0, 4, 0));
        assertThat(fixed.rows().get(0).problems())
                .extracting(problem -> problem.value() + " " + problem.messageKey())
                .containsExactly("still none import.email.unknown");
    }

    @Test
    public void allEqualCellsAreCorrectedTogetherAndOneOfThemOtherwise() {
        list();

        Fixed fixed = world.checks.fix(ImportWorld.ID, new Fix(0, SOURCE, " กทม. ", "website", 0));
        world.checks.fix(ImportWorld.ID, cell(5, SOURCE, "referral"));

        assertThat(fixed.touched()).isEqualTo(2);
        assertThat(fixed.open()).isFalse();
        assertThat(fixed.summary()).isEqualTo(new Summary(5, 3, 0, 2, 0));
        world.run();
        assertThat(world.values("account", "source")).containsExactly("", "referral", "website");
    }

    @Test
    public void aCorrectionIsTakenBack() {
        list();
        Fix all = new Fix(0, SOURCE, "กทม.", "website", 0);
        world.checks.fix(ImportWorld.ID, all);

        assertThat(world.checks.takeBack(ImportWorld.ID, all).summary()).isEqualTo(new Summary(5, 1, 0, 4, 0));

        assertThat(rows("fixed")).isEmpty();
        assertThat(rows("error")).containsExactly(2L, 3L, 4L, 5L);
        assertThat(world.run()).isEqualTo(new Summary(5, 1, 0, 4, 0));
    }

    @Test
    public void rowsComeInPages() {
        list();
        List<Long> all = new ArrayList<>();
        long after = 0;
        do {
            var page = world.checks.rows(ImportWorld.ID, "error", after, 3);
            page.items().forEach(row -> all.add(row.row()));
            after = page.next();
        } while (after != 0);

        assertThat(all).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    public void aRecordThatWasChosenIsMeantWhateverTheCellSays() {
        long owner = world.world
                .records
                .create("account", Map.of("name", "แม่", "code", "P1"))
                .id();
        world.world.records.create("account", Map.of("name", "แม่", "code", "P2"));
        upload("account", "ชื่อลูกค้า,บริษัทในเครือของ", "ลูก,แม่");
        assertThat(world.check().failed()).as("two of that name").isEqualTo(1);

        Fixed fixed = world.checks.fix(ImportWorld.ID, new Fix(2, 1, "", "แม่", owner));

        assertThat(fixed.summary()).isEqualTo(new Summary(1, 1, 0, 0, 0));
    }

    @Test
    public void whatIsCorrectedInRefusedRowsStandsInTheFileOfThem() throws IOException {
        upload("account", "ชื่อลูกค้า,อีเมล,โทรศัพท์", "หนึ่ง,one,x");
        world.check();
        world.checks.fix(ImportWorld.ID, cell(2, EMAIL, "one@b.co.th"));
        world.run();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        world.imports.failed(ImportWorld.ID, "csv", out);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("one@b.co.th");
    }

    @Test
    public void whatWasBroughtInIsNotCorrectedAnyMore() {
        list();
        world.run();

        assertThatThrownBy(() -> world.checks.fix(ImportWorld.ID, cell(2, EMAIL, "x")))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    public void aCellOutsideTheTableIsRefused() {
        list();

        assertThatThrownBy(() -> world.checks.fix(ImportWorld.ID, cell(2, 3, "x")))
                .isInstanceOf(InvalidRecordException.class);
    }

    @Test
    public void aRowThatTheFileDoesNotHaveIsRefused() {
        list();
        noSuchRows();
        world.imports.change(
                ImportWorld.ID, new Change(null, null, null, null, null, "create", null, null, null, null));
        noSuchRows();

        assertThat(world.checks.fix(ImportWorld.ID, cell(6, EMAIL, "x@b.co.th")).touched())
                .as("not checked yet")
                .isZero();
    }

    private void noSuchRows() {
        for (long row : List.of(-5L, 1L, 7L, 99_999L)) {
            assertThatThrownBy(() -> world.checks.fix(ImportWorld.ID, cell(row, EMAIL, "x")))
                    .as("row %s", row)
                    .isInstanceOf(MalformedQueryException.class)
                    .hasMessageContaining("no row " + row);
            assertThatThrownBy(() -> world.checks.decide(ImportWorld.ID, new Choice(row, "skip", 0)))
                    .as("row %s", row)
                    .isInstanceOf(MalformedQueryException.class);
        }
    }

    @Test
    public void anotherHeaderRowForgetsWhatWasCorrected() {
        list();
        world.checks.fix(ImportWorld.ID, cell(2, EMAIL, "one@b.co.th"));

        world.imports.change(ImportWorld.ID, new Change(null, null, null, 2, null, null, null, null, null, null));
        world.imports.change(
                ImportWorld.ID,
                new Change(null, null, null, 1, Map.of(0, "name", 1, "email"), null, null, null, null, null));

        assertThat(world.check().failed()).isGreaterThanOrEqualTo(2);
        assertThat(rows("fixed")).isEmpty();
    }
}
