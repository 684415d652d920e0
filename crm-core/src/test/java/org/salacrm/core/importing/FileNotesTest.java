package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.Test;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.test.Proves;

/** What is made good all over a file is said once for each column. */
public class FileNotesTest extends ImportCase {

    private List<String> told() {
        return world.imports.problems(ImportWorld.ID, false, "", 100).items().stream()
                .map(FileNotesTest::told)
                .toList();
    }

    private static String told(Problem problem) {
        return problem.row() + "/" + problem.column() + " " + problem.severity() + " " + problem.messageKey()
                + new java.util.TreeMap<>(problem.values());
    }

    @Test
    @Proves("CDB-13")
    public void eachIsToldOnceWithItsFirstRowItsColumnAndHowManyThereAre() {
        String[] lines = new String[452];
        java.util.Arrays.fill(lines, "plain,p@x.co.th,");
        lines[0] = "name,email,email";
        lines[1] = " A ,a@x.co.th,other@x.co.th";
        lines[2] = "name,email,email";
        lines[3] = "B\u200B,\u00A0b@x.co.th,";
        lines[300] = "C\u00A0,c@x.co.th, ";
        lines[301] = "name,email,email";
        upload("account", lines);

        List<String> all = List.of(
                "1/2 repaired import.repaired.twice{other=2}",
                "2/0 repaired import.repaired.tidied{count=3}",
                "3/-1 repaired import.repaired.header{count=2}",
                "4/1 repaired import.repaired.tidied{count=1}");
        assertThat(world.check().repaired()).isEqualTo(4);
        assertThat(told()).containsExactlyElementsOf(all);
        assertThat(world.checks.rows(ImportWorld.ID, "repaired", 0, 100).items())
                .extracting(row -> row.row())
                .containsExactly(2L, 3L, 4L);
        assertThat(world.run().repaired()).isEqualTo(4);
        assertThat(told()).containsExactlyElementsOf(all);
    }

    @Test
    public void whatIsTidyIsNotToldOf() {
        for (String text : List.of("", " ", "A B", "บริษัท ก", "👨‍👩‍👧", "'=1")) {
            assertThat(FileNotes.isTidy(text)).as(text).isTrue();
        }
        for (String text : List.of(" A", "A\t", "A\u3000", "A\u200BB", "\uFEFFA")) {
            assertThat(FileNotes.isTidy(text)).as(text).isFalse();
        }
    }
}
