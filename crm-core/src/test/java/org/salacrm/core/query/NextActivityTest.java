package org.salacrm.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
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
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
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
    public void anAppointmentIsToldByItsStart() {
        begins(lead("A"), Map.of("startAt", SOON, "minutes", 90));

        assertThat(next("lead")).containsExactly(Instant.parse(SOON));
    }

    @Test
    public void whatLastsSeveralDaysIsTodaysWhileItDoesAndLateAfterwards() {
        LocalDate today = LocalDate.ofInstant(world.clock.instant(), BANGKOK);
        begins(lead("A"), Map.of("fromDay", today.minusDays(1), "toDay", today.plusDays(1)));
        begins(lead("B"), Map.of("fromDay", today.minusDays(3), "toDay", today.minusDays(1)));

        assertThat(next("lead")).containsExactly(start(today), start(today.minusDays(3)));
    }

    @Test
    public void whatIsLateComesBeforeWhatIsGoingOn() {
        LocalDate today = LocalDate.ofInstant(world.clock.instant(), BANGKOK);
        long lead = lead("A");
        begins(lead, Map.of("fromDay", today.minusDays(9), "toDay", today.plusDays(1)));
        begins(lead, Map.of("fromDay", today.minusDays(2)));

        assertThat(next("lead")).containsExactly(start(today.minusDays(2)));
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

    private void begins(long lead, Map<String, Object> times) {
        Map<String, Object> values = new HashMap<>(times);
        values.putAll(Map.of("subject", "Visit", "type", "appointment"));
        values.put("regarding", Map.of("entity", "lead", "id", lead));
        made("activity", values);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BANGKOK).toInstant();
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
