package org.salacrm.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Sort;
import org.salacrm.core.action.ActionCase;

public class NextActivityTest extends ActionCase {
    private static final String SOON = "2026-11-23T03:00:00Z";
    private static final String LATER = "2026-12-01T03:00:00Z";

    private String mark;

    @Before
    public void open() {
        mark = "Company " + world.ids.incrementAndGet();
    }

    @Test
    public void theEarliestOfWhatIsStillToBeDoneIsTheNext() {
        long busy = lead("A");
        lead("B");
        activity("lead", busy, LATER, "notStarted");
        activity("lead", busy, SOON, "notStarted");
        activity("lead", busy, "2026-11-20T03:00:00Z", "completed");

        assertThat(next("lead")).containsExactly(Instant.parse(SOON), null);
    }

    @Test
    public void aCustomersNextActivityIsThatOfAnythingOfHis() {
        long account = made("account", Map.of("name", mark));
        long contact = made("contact", Map.of("name", "Anan", "account", account));
        activity("contact", contact, SOON, "notStarted");

        assertThat(next("account")).containsExactly(Instant.parse(SOON));
    }

    @Test
    public void whoMayNotReadActivitiesSeesNothingOfThem() {
        activity("lead", lead("A"), SOON, "notStarted");
        world.rights.add("!activity.read");

        assertThat(next("lead")).containsExactly((Object) null);
    }

    @Test
    public void nobodyIsToldToSortOrAskByWhatIsWorkedOut() {
        Query query = query("lead");
        assertThatThrownBy(() -> world.queries.page(query.sorted(Sort.up("nextActivity"))))
                .isInstanceOf(MalformedQueryException.class);
    }

    private long lead(String name) {
        return made("lead", Map.of("name", name, "company", mark));
    }

    private long made(String entity, Map<String, Object> values) {
        return world.records.create(entity, values).id();
    }

    private void activity(String entity, long id, String due, String status) {
        made(
                "activity",
                Map.of(
                        "subject",
                        "Call",
                        "type",
                        "task",
                        "status",
                        status,
                        "regarding",
                        Map.of("entity", entity, "id", id),
                        "dueAt",
                        due));
    }

    private Query query(String entity) {
        String named = entity.equals("lead") ? "company" : "name";
        return Query.of(entity, "nextActivity").where(Filter.eq(named, mark)).sorted(Sort.up("name"));
    }

    private List<Object> next(String entity) {
        return world.queries.page(query(entity)).rows().stream()
                .map(row -> row.values().get(0))
                .toList();
    }
}
