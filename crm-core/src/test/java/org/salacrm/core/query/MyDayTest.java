package org.salacrm.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.definition.View;
import org.salacrm.api.query.Query;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.store.Sql;

/** The clock stands at eleven on the 22nd of November in Bangkok. */
public class MyDayTest extends ActionCase {
    private static final long ME = 7;
    private static final long OTHER = 8;

    @Before
    public void emptyDay() {
        Sql sql = new Sql(world.store.tx());
        sql.update("delete from core_activity");
        sql.update("delete from core_user where id = ?", OTHER);
        sql.update(
                "insert into core_user (id, version, created_at, modified_at, name, login, language, active)"
                        + " values (?, 1, ?, ?, 'Other', 'other', 'th', true)",
                OTHER,
                world.clock.instant(),
                world.clock.instant());
    }

    @Test
    public void theDayGoesInTheOrderOfTheBeginnings() {
        activity("Visit", ME, Map.of("startAt", "2026-11-22T02:30:00Z", "minutes", 400));
        activity("Call", ME, Map.of("dueAt", "2026-11-22T03:00:00Z"));
        activity("Tomorrow", ME, Map.of("startAt", "2026-11-22T17:00:00Z", "minutes", 60));
        activity("Yesterday", ME, Map.of("dueAt", "2026-11-21T16:59:00Z"));

        assertThat(list("core.my-activities-today")).containsExactly("Visit", "Call");
        assertThat(list("core.my-overdue-activities")).containsExactly("Yesterday");
        assertThat(list("core.my-open-activities")).containsExactly("Yesterday", "Visit", "Call", "Tomorrow");
    }

    @Test
    public void whatLastsSeveralDaysIsOfEachOfThem() {
        activity("First day", ME, Map.of("fromDay", "2026-11-22", "toDay", "2026-11-24"));
        activity("Second day", ME, Map.of("fromDay", "2026-11-21", "toDay", "2026-11-23"));
        activity("Last day", ME, Map.of("fromDay", "2026-11-20", "toDay", "2026-11-22"));
        activity("Over", ME, Map.of("fromDay", "2026-11-19", "toDay", "2026-11-21"));
        activity("To come", ME, Map.of("fromDay", "2026-11-23", "toDay", "2026-11-25"));

        assertThat(list("core.my-activities-today")).containsExactly("Last day", "Second day", "First day");
        assertThat(list("core.my-overdue-activities")).containsExactly("Over");
    }

    @Test
    public void whatIWasAskedToIsMineOnceISaidYes() {
        Map<String, Object> now = Map.of("startAt", "2026-11-22T05:00:00Z");
        activity("Asked", OTHER, with(now, "none"));
        activity("Accepted", OTHER, with(now, "accepted"));
        activity("Declined", OTHER, with(now, "declined"));
        activity("Theirs", OTHER, now);

        assertThat(list("core.my-activities-today")).containsExactly("Accepted");
        assertThat(list("core.my-invitations")).containsExactly("Asked");
    }

    /** What an older version stored is given what the hook gives to what is saved today. */
    @Test
    public void whatWasStoredBeforeIsToldByItsBeginningToo() throws IOException {
        activity("Visit", ME, Map.of("startAt", "2026-11-22T02:30:00Z", "minutes", 90));
        activity("Task", ME, Map.of("dueAt", "2026-11-22T03:00:00Z"));
        activity("Fair", ME, Map.of("fromDay", "2026-11-20", "toDay", "2026-11-22"));
        activity("Day", ME, Map.of("fromDay", "2026-12-31"));
        activity("Some time", ME, Map.of());
        List<String> before = planned();
        Sql sql = new Sql(world.store.tx());
        sql.update("update core_activity set planned_at = null");
        sql.update(migration());

        assertThat(planned()).isEqualTo(before);
    }

    private List<String> planned() {
        return world.queries.page(Query.of("activity", "subject", "plannedAt").limit(10)).rows().stream()
                .map(row -> row.values().toString())
                .sorted()
                .toList();
    }

    private String migration() throws IOException {
        String changes = Files.readString(Path.of("src/main/resources/db/domain.xml"));
        Matcher sql = Pattern.compile(
                        "<sql dbms=\"" + vendor.name().toLowerCase(Locale.ROOT) + "\">(update core_activity .*?)</sql>",
                        Pattern.DOTALL)
                .matcher(changes);
        assertThat(sql.find()).isTrue();
        return sql.group(1);
    }

    private static Map<String, Object> with(Map<String, Object> times, String answer) {
        Map<String, Object> values = new HashMap<>(times);
        values.put("participants", List.of(Map.of("user", ME, "answer", answer)));
        return values;
    }

    private void activity(String subject, long owner, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.putAll(Map.of("subject", subject, "type", "appointment", "owner", owner));
        world.records.create("activity", values);
    }

    private List<Object> list(String id) {
        View view = world.registry.find(View.class, id).orElseThrow();
        Query query = new Query(
                view.entity(), List.of("subject"), view.filter(), view.sort(), 20, "", Query.Count.NONE, List.of());
        return world.queries.page(query).rows().stream()
                .map(row -> row.values().get(0))
                .toList();
    }
}
