package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports.Change;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.api.record.InvalidRecordException;

/** The years of a column of dates are found out cell by cell, or meant as somebody says. */
public class ErasTest extends ImportCase {
    private static final String[] PEOPLE = {"ชื่อ,วันเกิด", "ก้อง,5/6/38", "ขวัญ,7/8/2538", "คิด,1995-09-10"};

    private ImportState in(String era) {
        Map<Integer, String> eras = Map.of(1, era);
        return world.imports.change(
                ImportWorld.ID, new Change(null, null, null, null, Map.of(0, "name"), null, null, null, null, eras));
    }

    private static List<String> days(ImportState state) {
        return state.columns().get(1).days();
    }

    @Test
    public void theSamplesShowWhichDaysTheyAreReadAs() {
        upload("contact", PEOPLE);
        assertThat(days(world.imports.get(ImportWorld.ID))).containsExactly("2038-06-05", "1995-08-07", "1995-09-10");
        assertThat(days(in("BE"))).containsExactly("1995-06-05", "1995-08-07", "1995-09-10");
        assertThat(days(in("CE"))).containsExactly("2038-06-05", "", "1995-09-10");
        assertThat(world.imports.get(ImportWorld.ID).columns().get(0).days())
                .as("no date")
                .isEmpty();
    }

    @Test
    public void whatIsImportedIsWhatWasShown() {
        upload("contact", PEOPLE);
        in("BE");
        world.run();
        assertThat(world.values("contact", "birthday")).containsExactly("1995-06-05", "1995-08-07", "1995-09-10");
    }

    @Test
    public void aYearOfTheOtherEraIsRefusedAndKeepsItsDayInTheFileOfTheRefused() {
        upload("contact", "ชื่อ,วันเกิด,อีเมล", "ก้อง,7/8/2538,", "ขวัญ,5/6/38,wrong");
        in("CE");
        world.run();
        assertThat(world.imports.problems(ImportWorld.ID, true, "", 9).items())
                .extracting(Problem::messageKey)
                .contains("import.date.era");
        ByteArrayOutputStream refused = new ByteArrayOutputStream();
        world.imports.failed(ImportWorld.ID, "csv", refused);
        assertThat(refused.toString(StandardCharsets.UTF_8))
                .contains("7/8/2538")
                .contains("ขวัญ,2038-06-05,wrong");
    }

    @Test
    public void theNextFileOfTheSameHeadingsIsReadInTheEraOfTheOneBefore() {
        upload("contact", PEOPLE);
        in("BE");
        world.check();
        byte[] content = String.join("\n", PEOPLE).getBytes(StandardCharsets.UTF_8);
        ImportState next = world.imports.upload("contact", "next.csv", new ByteArrayInputStream(content));
        assertThat(next.columns().get(1).era()).isEqualTo("BE");
        assertThat(days(next)).startsWith("1995-06-05");
    }

    @Test
    public void thereAreNoOtherEras() {
        upload("contact", PEOPLE);
        assertThatThrownBy(() -> in("AH")).isInstanceOf(InvalidRecordException.class);
    }
}
