package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.importing.Imports.Change;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.RecordHook;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.store.Sql;

/** Words that only the file knows come into the list of their field. */
public class NewWordsTest extends ImportCase {
    private static final String LIST = "leadSource";

    @Before
    public void open() {
        world.world.rights.add("core.configure");
    }

    private void list(String... lines) {
        upload("account", lines);
        world.imports.change(ImportWorld.ID, new Change(null, null, null, null, null, null, null, null, true, null));
    }

    private List<String> added() {
        return new Sql(world.world.store.tx())
                .list("select body from core_undo_step where verb = 'pick'", row -> row.getString(1));
    }

    private List<String> labels() {
        return world.world.picks.get(LIST).items().stream()
                .map(item -> item.label().th())
                .toList();
    }

    @Test
    public void severalWordsOfOneListComeInTogetherAlsoThaiOnes() {
        list("ชื่อลูกค้า,แหล่งที่มา", "หนึ่ง,งานวัด", "สอง,Night market", "สาม,ตลาดน้ำ", "สี่,งานวัด");
        int before = labels().size();

        assertThat(world.check()).isEqualTo(new Summary(4, 4, 0, 0, 3));
        assertThat(labels()).as("a check adds nothing").hasSize(before);
        assertThat(world.run()).isEqualTo(new Summary(4, 4, 0, 0, 3));

        assertThat(labels()).contains("งานวัด", "Night market", "ตลาดน้ำ").hasSize(before + 3);
        assertThat(world.values("account", "source"))
                .containsExactlyInAnyOrder(code("งานวัด"), code("งานวัด"), code("ตลาดน้ำ"), "nightmarket");
        assertThat(added()).hasSize(3);
    }

    private String code(String word) {
        return world.world.picks.get(LIST).items().stream()
                .filter(item -> item.label().th().equals(word))
                .map(PickList.Item::code)
                .findFirst()
                .orElseThrow();
    }

    @Test
    public void aWordIsThereAlsoWhereItsBatchIsTakenBackAndDoneRowByRow() {
        world.world.records.with(List.of(new Late()), List.of());
        list("ชื่อลูกค้า,แหล่งที่มา", "หนึ่ง,งานวัด", "late,งานวัด", "สาม,งานวัด");

        assertThat(world.run()).isEqualTo(new Summary(3, 2, 0, 1, 0));

        assertThat(labels()).contains("งานวัด");
        assertThat(added()).hasSize(1);
    }

    @Test
    public void whoMayNotChangeListsBringsNoWords() {
        world.world.rights.remove("core.configure");

        assertThatThrownBy(() -> list("ชื่อลูกค้า,แหล่งที่มา", "หนึ่ง,งานวัด")).isInstanceOf(ForbiddenException.class);
    }

    /** Refuses what is written already. */
    private static final class Late implements RecordHook {
        @Override
        public String entity() {
            return "account";
        }

        @Override
        public void after(org.salacrm.api.record.Change change) {
            if (change.value("name").orElse("").equals("late")) {
                throw new InvalidRecordException("name", "invalid.late");
            }
        }
    }
}
