package org.salacrm.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.testing.Steps;

/** Nothing new comes to somebody who has left; what he has stays what it is. */
public class LeftOwnerTest extends ActionCase {
    private BulkWorld jobs;
    private BulkJob bulk;
    private UndoJob undo;

    @Before
    public void open() {
        jobs = new BulkWorld(world);
        bulk = jobs.bulk;
        undo = jobs.undo;
    }

    @Test
    public void nothingGoesToSomebodyWhoHasLeftButWhatIsTakenBack() {
        long left = jobs.people(1).get(0);
        List<Long> leads = jobs.leads(2);
        assign(texts(leads), Map.of("owner", String.valueOf(left)));
        Map<String, Object> result = assign(
                texts(leads), Map.of("owner", String.valueOf(jobs.people(1).get(0))));
        world.leaves(left);

        assertThatThrownBy(() -> world.records.update("lead", leads.get(0), -1, Map.of("owner", left)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("owner");
        assertThat(undo.run(result, new Steps())).containsEntry("done", 2);
        assertThat(owner("lead", leads.get(0))).isEqualTo(left);
    }

    @Test
    public void whoLeavesWhileRecordsAreAssignedToHimGetsNoMore() {
        long left = jobs.people(1).get(0);
        Map<String, Object> job = Map.of(
                "entity",
                "lead",
                "verb",
                "assign",
                "ids",
                texts(jobs.leads(150)),
                "values",
                Map.of("owner", String.valueOf(left)));

        Map<String, Object> result = bulk.run(job, new Steps() {
            @Override
            public void report(long done, long total) {
                world.leaves(left);
            }
        });

        assertThat(result).containsEntry("done", 100).containsEntry("failed", 50);
        assertThat(result.get("refusals").toString()).contains("out of use");
        assertThatThrownBy(() -> bulk.check(job))
                .as("before it becomes a job")
                .isInstanceOf(InvalidRecordException.class);
    }

    @Test
    public void nothingIsMadeForSomebodyWhoHasLeftButWhatHeHasIsEdited() {
        long left = jobs.people(1).get(0);
        long his = world.records
                .create("lead", Map.of("name", "Lead", "owner", left))
                .id();
        world.leaves(left);

        assertThatThrownBy(() -> world.records.create("lead", Map.of("name", "New", "owner", left)))
                .isInstanceOfSatisfying(InvalidRecordException.class, why -> assertThat(why.refusals())
                        .extracting(refusal -> refusal.field() + " " + refusal.messageKey())
                        .containsExactly("owner assign.left"));
        world.records.update("lead", his, -1, Map.of("name", "Edited", "owner", left));
        assertThat(world.read("lead", his, "name")).containsExactly("Edited");
    }

    @Test
    public void whatIsMadeOfARecordStaysWithItsOwnerAlsoWhereHeHasLeft() {
        long left = jobs.people(1).get(0);
        long lead = world.records
                .create("lead", Map.of("name", "Lead", "company", "Shop", "owner", left))
                .id();
        world.leaves(left);

        world.run("qualify", "lead", lead, Map.of("account.name", "Shop", "contact.name", "Somchai"));

        assertThat(world.queries.count("account", Filter.eq("owner", String.valueOf(left))))
                .isEqualTo(1);
    }

    private Map<String, Object> assign(List<String> ids, Map<String, Object> values) {
        return bulk.run(Map.of("entity", "lead", "verb", "assign", "ids", ids, "values", values), new Steps());
    }

    private long owner(String entity, long id) {
        return ((Ref) world.read(entity, id, "owner").get(0)).id();
    }

    private static List<String> texts(List<Long> ids) {
        return ids.stream().map(String::valueOf).toList();
    }
}
