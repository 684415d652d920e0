package org.salacrm.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.store.Sql;
import org.salacrm.core.testing.Steps;

public class LeaveJobTest extends ActionCase {
    private BulkWorld jobs;
    private String leaver;

    @Before
    public void open() {
        jobs = new BulkWorld(world);
        world.callers.be(new Caller(7, "admin", "en", Set.of(), Set.of(), Caller.Kind.ADMINISTRATOR, "test"));
        leaver = person();
    }

    @Test
    public void eachKindGoesByItsRuleAndComesBackWithoutTheLeaver() {
        String next = person();
        List<String> turn = List.of(person(), person());
        own("account", 3);
        own("lead", 4);
        own("competitor", 2);

        Map<String, Object> result = leave(
                Map.of("account", Map.of("owner", next), "lead", Map.of("rule", "turn", "people", turn)), new Steps());

        assertThat(result).containsEntry("done", 7).containsEntry("failed", 0);
        assertThat(owned("account", next)).isEqualTo(3);
        assertThat(turn.stream().map(user -> owned("lead", user))).containsExactly(2L, 2L);
        assertThat(owned("competitor", leaver)).isEqualTo(2);
        assertThat(active()).isFalse();

        assertThat(jobs.undo.run(result, new Steps())).containsEntry("done", 7);
        assertThat(owned("account", leaver)).isEqualTo(3);
        assertThat(owned("lead", leaver)).isEqualTo(4);
        assertThat(active()).isFalse();
    }

    @Test
    public void brokenOffItGoesOnWhereItWasAndIsUndoneAsOne() {
        String next = person();
        own("account", 130);
        own("lead", 120);
        Map<String, Object> rules = Map.of("account", Map.of("owner", next), "lead", Map.of("owner", next));
        Steps steps = new Steps();
        steps.stopAfter = 3;

        leave(rules, steps);
        long before = owned("account", next) + owned("lead", next);
        steps.stopAfter = Integer.MAX_VALUE;
        Map<String, Object> result = leave(rules, steps);

        assertThat(before).isBetween(1L, 249L);
        assertThat(result).containsEntry("done", 250);
        assertThat(owned("account", next) + owned("lead", next)).isEqualTo(250);
        assertThat(jobs.undo.run(result, new Steps())).containsEntry("done", 250);
        assertThat(owned("account", leaver) + owned("lead", leaver)).isEqualTo(250);
    }

    @Test
    public void nothingIsToldToHimAnyMore() {
        Sql sql = new Sql(world.store.tx());
        long lead = Long.parseLong(own("lead", 1).get(0));
        world.alertDesk.handed(Long.parseLong(leaver), "core.assigned", new Ref("lead", lead, ""), 1, "");
        String unread = "select id from core_alert_told where user_id = ? and (read_at is null or mail <> '')";
        assertThat(sql.list(unread, row -> row.getLong(1), Long.valueOf(leaver)))
                .hasSize(1);

        leave(Map.of(), new Steps());

        assertThat(sql.list(unread, row -> row.getLong(1), Long.valueOf(leaver)))
                .isEmpty();
    }

    @Test
    public void heIsNotPutOutOfUseWhereWhatHeOwnsCannotBeGivenAway() {
        own("lead", 1);
        String left = person();
        world.records.update("user", Long.parseLong(left), Records.ANY_VERSION, Map.of("active", false));

        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("owner", leaver),
                Map.of("owner", left),
                Map.of("rule", "turn", "people", List.of(person(), leaver)),
                Map.of("rule", "load", "people", List.of(left)))) {
            assertThatThrownBy(() -> leave(Map.of("lead", wrong), new Steps()))
                    .as("%s", wrong)
                    .isInstanceOf(InvalidRecordException.class);
        }
        assertThatThrownBy(() -> leave(Map.of("lead", Map.of("rule", "dice")), new Steps()))
                .isInstanceOf(MalformedQueryException.class);
        assertThat(active()).isTrue();
    }

    @Test
    public void nobodyIsHandedOverWhoIsNotThere() {
        assertThatThrownBy(() -> jobs.leave.check(Map.of("user", "4242", "rules", Map.of())))
                .isInstanceOf(AbsentRecordException.class);
    }

    @Test
    public void onlyAdministratorsHandOverForOthers() {
        world.asUser();

        assertThatThrownBy(() -> leave(Map.of(), new Steps())).isInstanceOf(ForbiddenException.class);
    }

    private Map<String, Object> leave(Map<String, Object> rules, Steps steps) {
        return jobs.leave.run(Map.of("user", leaver, "rules", rules), steps);
    }

    private boolean active() {
        return (Boolean) world.read("user", Long.parseLong(leaver), "active").get(0);
    }

    private long owned(String entity, String user) {
        return world.queries.count(entity, Filter.eq("owner", user));
    }

    private String person() {
        String name = "p" + world.ids.incrementAndGet();
        return String.valueOf(world.records
                .create("user", Map.of("name", name, "login", name))
                .id());
    }

    private List<String> own(String entity, int number) {
        return world.records.transaction(() -> {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                ids.add(String.valueOf(world.records
                        .create(entity, Map.of("name", entity + i, "owner", leaver))
                        .id()));
            }
            return ids;
        });
    }
}
