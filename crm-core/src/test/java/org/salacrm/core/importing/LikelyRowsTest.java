package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.importing.ImportChecks.CheckedRow;
import org.salacrm.api.importing.ImportChecks.Choice;
import org.salacrm.api.importing.ImportChecks.Fix;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.core.store.Sql;

/** Rows that look like records that are there, or like each other, are told and done with as somebody decides. */
public class LikelyRowsTest extends ImportCase {
    private long there;

    /** Row 2 is the record that is there, row 3 is new, row 4 is row 3 again. */
    @Before
    public void open() {
        Map<String, Object> values =
                Map.of("name", "บริษัท สยามการค้า จำกัด", "taxId", "0105536000313", "phone", "021234567");
        there = world.world.records.create("account", values).id();
        upload(
                "account",
                "ชื่อลูกค้า,เลขประจำตัวผู้เสียภาษี,โทรศัพท์,อีเมล",
                "สยามการค้า,0105536000313,029999999,siam@b.co.th",
                "บริษัท ไทยรุ่งเรืองกิจ จำกัด,0107536000269,,one@c.co.th",
                "ไทยรุ่งเรืองกิจ,0107536000269,,two@c.co.th");
    }

    private void decide(long row, String choice) {
        world.checks.decide(ImportWorld.ID, new Choice(row, choice, 0));
    }

    private List<CheckedRow> likely() {
        return world.checks.rows(ImportWorld.ID, "likely", 0, 10).items();
    }

    private List<String> emails() {
        return world.values("account", "email");
    }

    @Test
    public void nobodyLooksUnlessItWasSaidWhatIsDoneThen() {
        assertThat(world.check()).isEqualTo(new Summary(3, 3, 0, 0, 0));
        assertThat(world.run()).isEqualTo(new Summary(3, 3, 0, 0, 0));
    }

    @Test
    public void rowsThatMayBeThereAlreadyAreToldAndSkipped() {
        decide(0, "skip");

        assertThat(world.check()).isEqualTo(new Summary(3, 1, 0, 0, 0, 2, 2));

        assertThat(likely()).extracting(CheckedRow::row).containsExactly(2L, 4L);
        assertThat(likely().get(0).twins().likely()).singleElement().satisfies(twin -> {
            assertThat(twin.record()).isEqualTo(there);
            assertThat(twin.title()).isEqualTo("บริษัท สยามการค้า จำกัด");
            assertThat(twin.reasons()).contains("taxId", "name");
            assertThat(twin.score()).isGreaterThan(90);
        });
        assertThat(likely().get(1).twins().likely().get(0).otherRow()).isEqualTo(3);
        assertThat(world.run()).isEqualTo(new Summary(3, 1, 0, 0, 0, 2, 2));
        assertThat(emails()).containsExactly("", "one@c.co.th");
    }

    @Test
    public void aRowIsDecidedOtherwiseThanTheOthersAndCountsSoAtOnce() {
        decide(0, "skip");
        world.check();

        Summary decided =
                world.checks.decide(ImportWorld.ID, new Choice(4, "create", 0)).summary();

        assertThat(decided).isEqualTo(new Summary(3, 2, 0, 0, 0, 1, 2));
        assertThat(likely().get(1).twins().choice()).isEqualTo("create");
        decide(4, "");
        assertThat(world.checks.rows(ImportWorld.ID, "", 0, 1).summary()).isEqualTo(new Summary(3, 1, 0, 0, 0, 2, 2));
        decide(4, "create");
        assertThat(world.run()).isEqualTo(new Summary(3, 2, 0, 0, 0, 1, 2));
        assertThat(emails()).containsExactly("", "one@c.co.th", "two@c.co.th");
    }

    @Test
    public void theRecordThatIsThereIsUpdated() {
        decide(0, "skip");
        world.check();
        decide(2, "update");

        assertThat(world.run()).isEqualTo(new Summary(3, 1, 1, 0, 0, 1, 2));

        assertThat(emails()).contains("siam@b.co.th");
        assertThat(world.values("account", "phone")).contains("02 999 9999").doesNotContain("02 123 4567");
    }

    @Test
    public void onlyWhatIsMissingIsFilledIntoTheRecordThatIsThere() {
        decide(0, "merge");

        assertThat(world.check()).isEqualTo(new Summary(3, 1, 2, 0, 0, 0, 2));
        assertThat(world.run()).isEqualTo(new Summary(3, 1, 2, 0, 0, 0, 2));

        assertThat(emails()).containsExactly("one@c.co.th", "siam@b.co.th");
        assertThat(world.values("account", "phone")).contains("021234567").doesNotContain("02 999 9999");
        assertThat(world.values("account", "name")).contains("บริษัท สยามการค้า จำกัด");
    }

    @Test
    public void aRowUpdatesWhatTheRowAboveItMade() {
        decide(0, "update");

        assertThat(world.check()).isEqualTo(new Summary(3, 1, 2, 0, 0, 0, 2));
        assertThat(world.run()).isEqualTo(new Summary(3, 1, 2, 0, 0, 0, 2));

        assertThat(emails()).containsExactly("siam@b.co.th", "two@c.co.th");
    }

    @Test
    public void aRowFarBelowUpdatesWhatTheRowAboveItMade() {
        List<String> lines = new ArrayList<>(List.of(
                "ชื่อลูกค้า,เลขประจำตัวผู้เสียภาษี,อีเมล", "บริษัท ไทยรุ่งเรืองกิจ จำกัด,0107536000269,one@c.co.th"));
        lines.addAll(Collections.nCopies(250, "บริษัท,,one"));
        lines.add("ไทยรุ่งเรืองกิจ,0107536000269,two@c.co.th");
        new Sql(world.world.store.tx()).update("delete from core_import");
        upload("account", lines.toArray(String[]::new));
        decide(0, "update");
        Summary one = new Summary(252, 1, 1, 250, 0, 0, 1);

        assertThat(world.check()).as("rows of other batches are taken back").isEqualTo(one);
        assertThat(world.run()).isEqualTo(one);

        assertThat(emails()).contains("two@c.co.th").doesNotContain("one@c.co.th");
    }

    @Test
    public void aRowThatIsToUpdateTheOneAboveItCountsSoAtOnce() {
        decide(0, "skip");
        world.check();

        Summary decided =
                world.checks.decide(ImportWorld.ID, new Choice(4, "update", 0)).summary();

        assertThat(decided).isEqualTo(new Summary(3, 1, 1, 0, 0, 1, 2));
    }

    @Test
    public void whatIsDecidedForAllCountsAtOnceForThoseOfWhichNothingElseWasDecided() {
        decide(0, "skip");
        world.check();
        decide(2, "skip");

        Summary all =
                world.checks.decide(ImportWorld.ID, new Choice(0, "create", 0)).summary();

        assertThat(all).isEqualTo(new Summary(3, 2, 0, 0, 0, 1, 2));
    }

    @Test
    public void aFurtherNumberDoesNotTakeThePlaceOfWhatTheRecordHolds() {
        world.world.records.update(
                "account",
                there,
                Records.ANY_VERSION,
                Map.of("otherPhone", "023334444", "fax", "025556666", "remark", "Pays late"));
        world.checks.fix(ImportWorld.ID, new Fix(2, 2, "", "02 999 9999 / 02 888 8888", 0));
        decide(0, "update");

        assertThat(world.run().updated()).isEqualTo(2);

        assertThat(world.values("account", "otherPhone")).containsExactly("", "023334444");
        assertThat(world.values("account", "remark")).containsExactly("", "Pays late\n02 888 8888");
    }

    @Test
    public void whatWasDecidedOfOneRowLetsNobodyLookForTheOthers() {
        decide(0, "skip");
        world.check();
        decide(2, "skip");
        decide(0, "");

        assertThat(world.check()).isEqualTo(new Summary(3, 3, 0, 0, 0));
        assertThat(world.run()).isEqualTo(new Summary(3, 3, 0, 0, 0));
    }

    @Test
    public void somethingElseCannotBeDecided() {
        assertThatThrownBy(() -> decide(2, "explode")).isInstanceOf(InvalidRecordException.class);
    }
}
