package org.salacrm.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.History.Difference;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Shares.Grants;
import org.salacrm.api.security.Shares.Share;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.record.HistoryReader;
import org.salacrm.core.store.Sql;
import org.salacrm.core.testing.FakeCallers;
import org.salacrm.core.testing.Steps;

public class SharingTest extends ActionCase {
    private BulkWorld jobs;

    @Before
    public void open() {
        jobs = new BulkWorld(world);
    }

    @Test
    public void manyAreSharedBesideTheSharesTheyHaveAndThatIsTakenBack() {
        String first = person("Anan");
        String second = person("Boon");
        List<String> leads = leads(3);
        run("share", leads.subList(0, 1), List.of(share(first, "read")));

        Map<String, Object> result = run("share", leads, List.of(share(second, "write"), share(first, "append")));

        assertThat(result).containsEntry("done", 3);
        assertThat(with(leads.get(0))).containsOnly("Anan r--a", "Boon rw--");
        assertThat(with(leads.get(2))).containsOnly("Anan r--a", "Boon rw--");
        assertThat(jobs.undo.run(result, new Steps())).containsEntry("done", 3);
        assertThat(with(leads.get(0))).containsOnly("Anan r---");
        assertThat(with(leads.get(2))).isEmpty();
    }

    @Test
    public void whatWasSharedOtherwiseSinceStaysSo() {
        String person = person("Anan");
        List<String> leads = leads(2);
        Map<String, Object> result = run("share", leads, List.of(share(person, "read")));
        run("share", leads.subList(1, 2), List.of(share(person, "delete")));

        assertThat(jobs.undo.run(result, new Steps())).containsEntry("done", 1).containsEntry("left", 1);
        assertThat(with(leads.get(1))).containsOnly("Anan r-d-");
    }

    @Test
    public void sharesOfManyEndAndComeBack() {
        String person = person("Anan");
        String stays = person("Boon");
        List<String> leads = leads(2);
        run("share", leads, List.of(share(person, "read"), share(stays, "read")));

        Map<String, Object> result = run("unshare", leads, List.of(share(person, "read")));

        assertThat(with(leads.get(1))).containsOnly("Boon r---");
        jobs.undo.run(result, new Steps());
        assertThat(with(leads.get(1))).containsOnly("Anan r---", "Boon r---");
    }

    @Test
    public void theHistorySaysWithWhomAndHowLongAndTheOneWhoGotItIsToldOnce() {
        String person = person("Anan");
        List<String> leads = leads(20);
        Map<String, Object> until = new HashMap<>(share(person, "write"));
        until.put("until", "2026-12-31T17:00:00Z");

        run("share", leads, List.of(until));
        run("unshare", leads, List.of(share(person, "read")));

        HistoryReader history = new HistoryReader(world.store.tx(), world.types, world.callers, world.given);
        var entries = history.of("lead", Long.parseLong(leads.get(0)), "").items();
        assertThat(entries.get(1).verb()).isEqualTo("share");
        assertThat(entries.get(1).changes())
                .extracting(Difference::field, Difference::now)
                .containsExactly(
                        tuple("sharedRead", Optional.of("Anan → 2026-12-31")),
                        tuple("sharedWrite", Optional.of("Anan → 2026-12-31")));
        assertThat(entries.get(0).changes().get(0).old()).contains("Anan → 2026-12-31");
        List<Integer> told = new Sql(world.store.tx())
                .list("select more from core_alert_told where user_id = ?", row -> row.getInt(1), Long.valueOf(person));
        assertThat(told).containsExactly(19);
    }

    @Test
    public void aListAsksForWhatIsSharedWithOneOrHisTeamsToday() {
        long anan = Long.parseLong(person("Anan"));
        List<String> leads = leads(3);
        Map<String, Object> ended = new HashMap<>(share(String.valueOf(anan), "read"));
        ended.put("until", world.clock.instant().plusSeconds(60).toString());
        run("share", leads.subList(0, 1), List.of(share(String.valueOf(anan), "read")));
        run("share", leads.subList(1, 2), List.of(ended));
        world.clock.forward(61);
        Filter mine =
                Filter.where("id", Op.IN, leads.stream().map(Long::valueOf).toArray());
        Filter shared = Filter.all(mine, Filter.where("id", Op.IN, "@shared"));
        Filter others = Filter.all(mine, Filter.not(Filter.where("id", Op.IN, "@shared")));
        long team = 77;
        Caller colleague = new Caller(anan + 1, "colleague", "en", Set.of(team), Set.of(), Caller.Kind.USER, "test");
        new Sql(world.store.tx())
                .update(
                        "insert into core_share (entity, principal_id, record_id, can_read, can_write, can_delete,"
                                + " can_append) values ('lead', ?, ?, true, false, false, false)",
                        team,
                        Long.valueOf(leads.get(2)));

        world.callers.be(FakeCallers.user(anan));
        assertThat(asked(shared)).containsExactly(leads.get(0));
        assertThat(asked(others)).containsExactlyInAnyOrder(leads.get(1), leads.get(2));
        world.callers.be(colleague);
        assertThat(asked(shared)).containsExactly(leads.get(2));
    }

    private List<String> asked(Filter filter) {
        List<String> ids = new ArrayList<>();
        world.queries.each(Query.of("lead", "name").where(filter), (Row row) -> ids.add(String.valueOf(row.id())));
        return ids;
    }

    @Test
    public void nothingIsSharedWithOneselfOrWithSomebodyWhoHasLeftButWhatHeHasStays() {
        String left = person("Anan");
        String stays = person("Boon");
        List<String> leads = leads(1);
        run("share", leads, List.of(share(left, "read")));
        world.leaves(Long.parseLong(left));
        jobs = new BulkWorld(world);

        Map<String, Object> result = run("share", leads, List.of(share(left, "write")));

        assertThat(result.get("refusals").toString()).contains("out of use");
        assertThat(run("share", leads, List.of(share(stays, "read")))).containsEntry("done", 1);
        world.callers.be(FakeCallers.user(Long.parseLong(stays)));
        assertThatThrownBy(() -> jobs.bulk.check(job("share", leads, List.of(share(stays, "write")))))
                .as("before it becomes a job")
                .isInstanceOf(MalformedQueryException.class)
                .hasMessageContaining("oneself");
        jobs.bulk.check(job("unshare", leads, List.of(share(stays, "read"))));
        assertThat(with(leads.get(0))).containsOnly("Anan r---", "Boon r---");
    }

    @Test
    public void sharingNeedsSomebody() {
        List<String> leads = leads(1);

        assertThatThrownBy(() -> run("share", leads, List.of())).isInstanceOf(MalformedQueryException.class);
        assertThatThrownBy(() -> run("share", leads, List.of(Map.of("read", true))))
                .isInstanceOf(MalformedQueryException.class);
        List<Map<String, Object>> unknown = List.of(share("12345", "read"));
        assertThatThrownBy(() -> jobs.bulk.check(job("share", leads, unknown)))
                .as("before it becomes a job")
                .isInstanceOfSatisfying(
                        InvalidRecordException.class,
                        e -> assertThat(e.refusals().get(0).messageKey()).isEqualTo("share.principal"));
        jobs.bulk.check(job("unshare", leads, unknown));
    }

    private Map<String, Object> run(String verb, List<String> ids, List<Map<String, Object>> shares) {
        return jobs.bulk.run(job(verb, ids, shares), new Steps());
    }

    private static Map<String, Object> job(String verb, List<String> ids, List<Map<String, Object>> shares) {
        return Map.of("entity", "lead", "verb", verb, "ids", ids, "values", Map.of("shares", shares));
    }

    private static Map<String, Object> share(String person, String level) {
        return Map.of("principal", Map.of("kind", "user", "id", person), level, true);
    }

    private List<String> with(String lead) {
        return jobs.shares.of("lead", Long.parseLong(lead)).stream()
                .map(SharingTest::words)
                .toList();
    }

    private static String words(Share share) {
        Grants g = share.grants();
        return share.label() + " " + (g.read() ? "r" : "-") + (g.write() ? "w" : "-") + (g.delete() ? "d" : "-")
                + (g.append() ? "a" : "-");
    }

    private String person(String name) {
        String login = "p" + world.ids.incrementAndGet();
        long id = world.records
                .create("user", Map.of("name", name, "login", login))
                .id();
        return String.valueOf(id);
    }

    private List<String> leads(int number) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            ids.add(String.valueOf(
                    world.records.create("lead", Map.of("name", "Lead " + i)).id()));
        }
        return ids;
    }
}
