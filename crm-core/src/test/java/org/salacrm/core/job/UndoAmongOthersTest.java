package org.salacrm.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.entity.UnknownEntityException;
import org.salacrm.api.job.Undos;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.store.Sql;

/** An undo beside what else goes on: modules that are away, people who look, wishes that do not fit. */
public class UndoAmongOthersTest extends ActionCase {
    private UndoParts parts;
    private Sql sql;

    @Before
    public void open() {
        parts = new UndoParts(world);
        sql = new Sql(world.store.tx());
    }

    private List<Long> imported(long undo, int number) {
        parts.rows.begin(undo, 7);
        return world.records.keeping(undo, () -> {
            List<Long> made = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                made.add(world.records
                        .create("account", Map.of("name", "New " + i))
                        .id());
            }
            return made;
        });
    }

    @Test
    public void whatBelongsToAModuleThatIsAwayStaysAndGoesOnWhenItIsBack() {
        long undo = world.ids.incrementAndGet();
        List<Long> made = imported(undo, 2);
        sql.update("update core_undo_step set entity = 'ship' where record_id = ?", made.get(0));

        parts.making.with(new NoModules());
        Map<String, Object> result = parts.undo(undo);
        assertThat(result).containsEntry("done", 1).containsEntry("failed", 1);
        assertThat(result.get("refusals").toString()).contains("ship").contains("not installed");
        assertThat(parts.left(undo)).extracting(Undos.Left::entity).containsExactly("ship");

        sql.update("update core_undo_step set entity = 'account' where entity = 'ship'");
        assertThat(parts.undo(undo)).containsEntry("done", 1).containsEntry("failed", 0);
        assertThat(parts.left(undo)).isEmpty();
    }

    @Test
    public void whatBelongsToAModuleThatIsBackInAMomentWaitsForIt() {
        long undo = world.ids.incrementAndGet();
        imported(undo, 1);
        sql.update("update core_undo_step set entity = 'ship' where undo_id = ?", undo);

        assertThatThrownBy(() -> parts.undo(undo)).isInstanceOf(UnknownEntityException.class);
    }

    @Test
    public void theStatesThatAreWrittenDownOfEachLeadKeepNoneOfThem() {
        long undo = world.ids.incrementAndGet();
        parts.rows.begin(undo, 7);
        long lead = world.records.keeping(
                undo, () -> world.records.create("lead", Map.of("name", "New")).id());
        assertThat(sql.first(
                        "select to_state from core_stage_change where record_id = ?", row -> row.getString(1), lead))
                .contains("new");

        assertThat(parts.undo(undo)).containsEntry("done", 1);
        assertThat(parts.left(undo)).isEmpty();
        assertThat(world.queries.one("lead", lead, List.of())).isEmpty();
    }

    @Test
    public void whoLooksDoesNotWaitForWhatIsBeingUndone() throws SQLException {
        long undo = world.ids.incrementAndGet();
        imported(undo, 2);
        try (Connection busy = world.store.database().dataSource().getConnection();
                Statement undoing = busy.createStatement()) {
            busy.setAutoCommit(false);
            undoing.executeUpdate("delete from core_undo_step where undo_id = " + undo);
            try {
                assertThat(parts.undos().get(undo).undone()).isFalse();
                assertThat(parts.rows.next(undo, Long.MAX_VALUE, 10)).hasSizeLessThanOrEqualTo(2);
            } finally {
                busy.rollback();
            }
        }
    }

    @Test
    public void whoInsistsOnWhatIsNotKeptIsToldSo() {
        long undo = world.ids.incrementAndGet();
        imported(undo, 1);
        long step = parts.left(undo).get(0).step();
        Undos undos = parts.undos();

        assertThatThrownBy(() -> undos.insist(undo, List.of(new Undos.Choice(4242, Set.of()))))
                .isInstanceOf(AbsentRecordException.class);
        assertThatThrownBy(() -> undos.insist(undo, List.of(new Undos.Choice(step, Set.of("nothing")))))
                .isInstanceOf(MalformedQueryException.class);
    }
}
