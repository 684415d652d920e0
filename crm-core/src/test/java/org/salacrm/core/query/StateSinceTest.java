package org.salacrm.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Sort;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.store.Sql;

public class StateSinceTest extends ActionCase {

    @Test
    public void aRecordIsInItsStateSinceItsLastStep() {
        Instant begun = world.clock.instant();
        long lead = lead();
        assertThat(since(lead)).isEqualTo(begun);

        world.clock.forward(86_400);
        Instant worked = world.clock.instant();
        world.run("work", "lead", lead, Map.of());
        assertThat(since(lead)).isEqualTo(worked);

        world.clock.forward(86_400);
        world.records.update("lead", lead, 2, Map.of("remark", "Called back"));
        assertThat(since(lead)).isEqualTo(worked);
    }

    @Test
    public void ofTwoLifeCyclesTheLatestStepCounts() {
        long lead = lead();
        world.clock.forward(86_400);
        Instant worked = world.clock.instant();
        world.run("work", "lead", lead, Map.of());
        for (String first : List.of("new", "working")) {
            new Sql(world.store.tx())
                    .update(
                            "update core_stage_change set state_field = case when to_state = ? then 'source'"
                                    + " else 'status' end where record_id = ?",
                            first,
                            lead);
            assertThat(since(lead)).isEqualTo(worked);
        }
    }

    @Test
    public void nobodyLearnsItOfAStateHeMayNotRead() {
        long lead = lead();
        world.rights.add("!lead.status");

        assertThat(since(lead)).isNull();
    }

    @Test
    public void whatHasNoLifeCycleHasNoStateToBeIn() {
        long account = world.records
                .create("account", Map.of("name", "Company " + world.ids.incrementAndGet()))
                .id();

        assertThat(world.read("account", account, "stateSince")).containsExactly((Object) null);
    }

    @Test
    public void nobodyIsToldToSortByIt() {
        assertThatThrownBy(() -> world.queries.page(
                        Query.of("lead", "name").where(Filter.NONE).sorted(Sort.up("stateSince"))))
                .isInstanceOf(MalformedQueryException.class);
    }

    private long lead() {
        String company = "Company " + world.ids.incrementAndGet();
        return world.records
                .create("lead", Map.of("name", "Anan", "company", company))
                .id();
    }

    private Object since(long lead) {
        return world.read("lead", lead, "stateSince").get(0);
    }
}
