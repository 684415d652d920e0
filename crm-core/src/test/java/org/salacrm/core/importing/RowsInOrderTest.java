package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;

/** Rows that name others of their file come in behind them, wherever they stand. */
public class RowsInOrderTest extends ImportCase {
    @Test
    public void aBranchFindsItsHouseFurtherDown() {
        upload("account", "รหัสลูกค้า,ชื่อลูกค้า,บริษัทในเครือของ", "C3,หลาน,ลูก", "C2,ลูก,C1", "C1,แม่,");

        assertThat(world.check()).isEqualTo(new Summary(3, 3, 0, 0, 0, 0, 0));
        assertThat(world.run()).isEqualTo(new Summary(3, 3, 0, 0, 0, 0, 0));
        assertThat(parents()).containsExactlyInAnyOrder("หลาน of ลูก", "ลูก of แม่", "แม่ of -");
    }

    @Test
    public void thoseThatWaitForEachOtherAreRefusedAndNoOther() {
        upload("account", "รหัสลูกค้า,ชื่อลูกค้า,บริษัทในเครือของ", "C3,วน,C2", "C2,เวียน,C3", "C1,แม่,", "C4,ตน,C4");

        assertThat(world.run()).isEqualTo(new Summary(4, 1, 0, 3, 0, 0, 0));
        assertThat(world.imports.problems(ImportWorld.ID, true, "", 10).items())
                .extracting(Problem::messageKey)
                .containsOnly("import.reference.unknown");
    }

    private List<String> parents() {
        List<String> found = new ArrayList<>();
        world.world.queries.each(Query.of("account", "name", "parent"), row -> {
            Object parent = row.values().get(1);
            found.add(row.values().get(0) + " of " + (parent instanceof Ref ref ? ref.label() : "-"));
        });
        return found;
    }
}
