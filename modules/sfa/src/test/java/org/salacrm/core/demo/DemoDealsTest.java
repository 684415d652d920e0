package org.salacrm.core.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.core.model.CoreModule;
import org.salacrm.core.store.TestStore;
import org.salacrm.sfa.OppModule;
import org.salacrm.sfa.OpportunityHook;

/** The deals of the made-up company, as they come when the sales module has been installed. */
public class DemoDealsTest {
    private static TestStore store;
    private static DemoStage demo;

    @BeforeClass
    public static void play() {
        store = TestStore.derby();
        store.open("sfa", "db/sfa.xml", OppModule.class);
        demo = new DemoStage(
                store,
                List.of(new CoreModule(), new OppModule()),
                (queries, pickLists, clock) -> List.of(new OpportunityHook(queries, pickLists, clock)));
        new DemoCompany(demo.stage).fill();
        new DemoDeals(demo.stage).fill();
    }

    @AfterClass
    public static void close() {
        store.close();
    }

    @Test
    public void dealsAreInEveryState() {
        assertThat(count(Filter.NONE)).isBetween(385L, 400L);
        assertThat(count(Filter.eq("open", true))).isBetween(90L, 240L);
        assertThat(count(Filter.eq("stage", "won"))).isBetween(60L, 200L);
        assertThat(count(Filter.eq("stage", "lost"))).isBetween(60L, 220L);
        for (String stage : List.of("contacted", "needs", "considering", "comparing", "negotiating")) {
            assertThat(count(Filter.eq("stage", stage))).as(stage).isPositive();
        }
    }

    @Test
    public void endsHaveTheirReasonsAmountsAndTimes() {
        assertThat(count(Filter.all(Filter.eq("stage", "won"), Filter.where("wonReason", Op.EMPTY))))
                .isZero();
        assertThat(count(Filter.all(Filter.eq("stage", "lost"), Filter.where("lostValue", Op.EMPTY))))
                .isZero();
        assertThat(count(Filter.where("lostCompetitor", Op.NOT_EMPTY))).isPositive();
        assertThat(count(Filter.where("closedAt", Op.LT, "@today-180d"))).isPositive();
        assertThat(count(Filter.where("lead", Op.NOT_EMPTY))).isPositive();
    }

    @Test
    public void thisMonthIsNotEmpty() {
        assertThat(count(Filter.all(Filter.eq("open", true), Filter.where("expectedCloseOn", Op.WITHIN, "@thisMonth"))))
                .isPositive();
    }

    private static long count(Filter filter) {
        return demo.stage.asSystem(() -> demo.queries.count("opportunity", filter));
    }
}
