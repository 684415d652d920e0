package org.salacrm.core.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Query;
import org.salacrm.core.model.CoreModule;
import org.salacrm.core.store.TestStore;

public class DemoCompanyTest {
    private static TestStore store;
    private static DemoStage demo;

    @BeforeClass
    public static void play() {
        store = TestStore.derby();
        demo = new DemoStage(store, List.of(new CoreModule()));
        long start = System.nanoTime();
        new DemoCompany(demo.stage).fill();
        System.out.println("demo company in " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }

    @AfterClass
    public static void close() {
        store.close();
    }

    @Test
    public void companyHasTheSizeThatIsPromised() {
        assertThat(count("team", Filter.NONE)).isEqualTo(3);
        assertThat(count("user", Filter.NONE)).isEqualTo(12);
        assertThat(count("lead", Filter.NONE)).isGreaterThan(480);
        assertThat(count("account", Filter.NONE)).isBetween(280L, 320L);
        assertThat(count("contact", Filter.NONE)).isGreaterThan(400);
    }

    @Test
    public void todayIsNotEmptyForAnybody() {
        demo.stage.asSystem(() -> {
            demo.queries.each(Query.of("user", "login"), user -> assertThat(count(
                            "activity",
                            Filter.all(
                                    Filter.eq("owner", user.id()),
                                    Filter.eq("open", true),
                                    Filter.where("dueAt", Op.WITHIN, "@today"))))
                    .as("%s", user.values().get(0))
                    .isGreaterThan(2));
            return true;
        });
        assertThat(count("lead", Filter.where("createdAt", Op.WITHIN, "@last7")))
                .isGreaterThan(10);
    }

    @Test
    public void whatHappenedBeforeHasItsOwnTimeAndAuthor() {
        assertThat(count("lead", Filter.where("createdAt", Op.LT, "@today-300d")))
                .isGreaterThan(50);
        assertThat(count("account", Filter.where("createdBy", Op.EMPTY))).isZero();
        assertThat(count("activity", Filter.where("account", Op.EMPTY))).isZero();
    }

    @Test
    public void taxIdsAreRightAndNobodyHasThemTwice() {
        Set<Object> seen = new TreeSet<>();
        demo.stage.asSystem(() -> {
            demo.queries.each(
                    Query.of("account", "taxId"), row -> seen.add(row.values().get(0)));
            return true;
        });
        assertThat((long) seen.size()).isEqualTo(count("account", Filter.NONE));
        assertThat(seen).allSatisfy(id -> assertThat((String) id).hasSize(13));
    }

    @Test
    public void secondStartAddsNothing() {
        long before = count("lead", Filter.NONE);
        new DemoCompany(demo.stage).fill();

        assertThat(count("lead", Filter.NONE)).isEqualTo(before);
    }

    private static long count(String entity, Filter filter) {
        return demo.stage.asSystem(() -> demo.queries.count(entity, filter));
    }
}
