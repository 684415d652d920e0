package org.salacrm.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.event.Live;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.store.Sql;
import org.salacrm.core.testing.Steps;

public class AssigningTest extends ActionCase {
    private BulkWorld jobs;
    private BulkJob bulk;
    private UndoJob undo;
    private Sql sql;

    @Before
    public void open() {
        sql = new Sql(world.store.tx());
        jobs = new BulkWorld(world);
        bulk = jobs.bulk;
        undo = jobs.undo;
    }

    @Test
    public void severalGetTheRecordsInTurnAlsoWhereOneIsRefused() {
        List<Long> people = jobs.people(3);
        List<Long> leads = jobs.leads(9);

        List<String> ids = new ArrayList<>(texts(leads));
        ids.add(4, "99");
        Map<String, Object> result = assign(ids, Map.of("rule", "turn", "people", texts(people)));

        assertThat(result).containsEntry("done", 9).containsEntry("failed", 1);
        for (int i = 0; i < leads.size(); i++) {
            assertThat(owner("lead", leads.get(i))).isEqualTo(people.get(i % 3));
        }
    }

    @Test
    public void whoHasLeastOpenRecordsGetsTheNext() {
        List<Long> people = jobs.people(2);
        jobs.leads(3).forEach(id -> world.records.update("lead", id, -1, Map.of("owner", people.get(0))));

        List<Long> leads = jobs.leads(5);
        assign(texts(leads), Map.of("rule", "load", "people", texts(people)));

        assertThat(leads.stream().map(id -> owner("lead", id)))
                .containsExactly(people.get(1), people.get(1), people.get(1), people.get(0), people.get(1));
    }

    @Test
    public void theLeaderOfTheTerritoryGetsItsRecordsAndWhatLiesInNoneIsRefused() {
        long leader = jobs.people(1).get(0);
        long territory = world.records
                .create("territory", Map.of("name", "North", "manager", leader))
                .id();
        long within = world.records
                .create("account", Map.of("name", "In it", "territory", territory))
                .id();
        long outside = account();

        Map<String, Object> result = bulk.run(
                Map.of(
                        "entity",
                        "account",
                        "verb",
                        "assign",
                        "ids",
                        texts(List.of(within, outside)),
                        "values",
                        Map.of("rule", "territory")),
                new Steps());

        assertThat(result).containsEntry("done", 1).containsEntry("failed", 1);
        assertThat(result.get("refusals").toString()).contains("nobody leads it");
        assertThat(owner("account", within)).isEqualTo(leader);
    }

    @Test
    public void openWorkOfTheFormerOwnerGoesAlongAndComesBack() {
        long next = jobs.people(1).get(0);
        long former = jobs.people(1).get(0);
        Map<String, Object> his = Map.of("owner", former);
        long account = account();
        world.records.update("account", account, -1, his);
        long open = activity(account, his);
        long done = activity(account, his);
        world.run("complete", "activity", done, Map.of("result", "ok"));
        long ofAnother = activity(account, Map.of("owner", jobs.people(1).get(0)));
        long elsewhere = activity(account(), his);
        long about = about(account, former);

        Map<String, Object> result = bulk.run(
                Map.of(
                        "entity",
                        "account",
                        "verb",
                        "assign",
                        "ids",
                        texts(List.of(account)),
                        "values",
                        Map.of("owner", String.valueOf(next), "along", List.of("activity"))),
                new Steps());

        assertThat(owner("account", account)).isEqualTo(next);
        assertThat(owner("activity", open)).isEqualTo(next);
        assertThat(owner("activity", about)).isEqualTo(next);
        assertThat(owner("activity", done)).isEqualTo(former);
        assertThat(owner("activity", ofAnother)).isNotEqualTo(next);
        assertThat(owner("activity", elsewhere)).isEqualTo(former);

        assertThat(undo.run(result, new Steps())).containsEntry("failed", 0);
        assertThat(Stream.of(open, about).map(id -> owner("activity", id))).containsOnly(former);
        assertThat(owner("account", account)).isEqualTo(former);
    }

    @Test
    public void theNewOwnerIsToldOnceOfAllWithTheRemark() {
        long next = jobs.people(1).get(0);

        assign(texts(jobs.leads(230)), Map.of("owner", String.valueOf(next), "remark", "Please call them"));
        assign(texts(jobs.leads(3)), Map.of("owner", String.valueOf(next)));

        List<String> told = sql.list(
                "select more, remark from core_alert_told where user_id = ? order by id",
                row -> row.getInt(1) + " " + row.getString(2),
                next);
        assertThat(told).hasSize(2).startsWith("229 Please call them");
        assertThat(told.get(1)).startsWith("2");
    }

    @Test
    public void whatWasTakenBackIsToldNoMoreAndKeepsNothingElseFromBeingTold() {
        long next = jobs.people(1).get(0);
        List<Long> leads = jobs.leads(6);
        Map<String, Object> first = give(leads.subList(0, 2), next);
        undo.run(first, new Steps());
        assertThat(told(next)).isEmpty();

        give(leads.subList(2, 3), next);
        assertThat(told(next)).containsExactly("0 " + leads.get(2));
        Map<String, Object> second = give(leads.subList(3, 6), next);
        assertThat(told(next)).containsExactly("3 " + leads.get(2));
        undo.run(second, new Steps());
        assertThat(told(next)).containsExactly("0 " + leads.get(2));
    }

    @Test
    public void ofTwoThatAreToldAsOneTheOtherIsNamedWhenTheFirstIsTakenBack() {
        long next = jobs.people(1).get(0);
        List<Long> leads = jobs.leads(5);
        Map<String, Object> first = give(leads.subList(0, 2), next);
        give(leads.subList(2, 4), next);
        world.records.update(
                "lead", leads.get(1), -1, Map.of("owner", jobs.people(1).get(0)));
        world.rung.clear();

        undo.run(first, new Steps());
        assertThat(told(next).get(0)).as("one of the first was changed since").isEqualTo("2 " + leads.get(1));
        assertThat(world.rung).extracting(Live.Message::user).contains(next);
        undo.run(whole(first, leads.get(1)), new Steps());
        assertThat(told(next)).containsExactly("1 " + leads.get(2));
    }

    /** What was given is taken from him in another way: he sees no alert of it. */
    @Test
    public void nothingJoinsWhatHeIsToldOfARecordThatHeMayNotReadAnyMore() {
        long next = jobs.people(1).get(0);
        List<Long> leads = jobs.leads(2);
        give(leads.subList(0, 1), next);
        sql.update("update core_alert_told set entity = 'case' where user_id = ?", next);
        world.rights.add("!case.read");
        give(leads.subList(1, 2), next);
        assertThat(told(next)).containsExactly("0 " + leads.get(0), "0 " + leads.get(1));
    }

    private Map<String, Object> give(List<Long> leads, long owner) {
        return assign(texts(leads), Map.of("owner", String.valueOf(owner)));
    }

    private Map<String, Object> whole(Map<String, Object> undone, long lead) {
        Map<String, Object> anyway = new HashMap<>(undone);
        long step = sql.first("select step from core_undo_step where record_id = ?", row -> row.getLong(1), lead)
                .orElseThrow();
        anyway.put(UndoJob.ANYWAY, Map.of(String.valueOf(step), List.of()));
        return anyway;
    }

    private List<String> told(long user) {
        return sql.list(
                "select more, record_id from core_alert_told where user_id = ? order by id",
                row -> row.getInt(1) + " " + row.getLong(2),
                user);
    }

    @Test
    public void theTeamFollowsItsNewOwnerWhereThatIsWished() {
        long team = world.records
                .create("team", Map.of("name", "T" + world.ids.incrementAndGet()))
                .id();
        long next = jobs.people(1).get(0);
        sql.update("update core_user set team_id = ? where id = ?", team, next);
        List<Long> leads = jobs.leads(2);

        assign(texts(leads.subList(0, 1)), Map.of("owner", String.valueOf(next), "withTeam", true));
        assign(texts(leads.subList(1, 2)), Map.of("owner", String.valueOf(next)));

        assertThat(team(leads.get(0))).contains(team);
        assertThat(team(leads.get(1))).isEmpty();
    }

    @Test
    public void aTeamTakesWhatNobodyOwns() {
        long team = world.records
                .create("team", Map.of("name", "T" + world.ids.incrementAndGet()))
                .id();
        List<Long> leads = jobs.leads(1);
        Map<String, Object> values = new HashMap<>(Map.of("team", String.valueOf(team)));
        values.put("owner", null);

        assertThat(assign(texts(leads), values)).containsKeys("done", "undo");
        assertThat(world.read("lead", leads.get(0), "owner").get(0)).isNull();
    }

    @Test
    public void whoHasLeftTakesNoTurnAndRulesThatDoNotFitAreRefused() {
        long left = jobs.people(1).get(0);
        sql.update("update core_user set active = false where id = ?", left);
        List<String> ids = texts(jobs.leads(1));

        assertThatThrownBy(() -> assign(ids, Map.of("rule", "turn", "people", texts(List.of(left)))))
                .isInstanceOf(InvalidRecordException.class);
        assertThatThrownBy(() -> assign(ids, Map.of("owner", String.valueOf(left))))
                .isInstanceOf(InvalidRecordException.class);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("name", "x"),
                Map.of("remark", "x"),
                Map.of("rule", "turn"),
                Map.of("rule", "best", "people", List.of("1")),
                Map.of("owner", "1", "along", List.of("product")))) {
            assertThatThrownBy(() -> assign(ids, wrong)).isInstanceOf(MalformedQueryException.class);
        }
    }

    private Map<String, Object> assign(List<String> ids, Map<String, Object> values) {
        return bulk.run(Map.of("entity", "lead", "verb", "assign", "ids", ids, "values", values), new Steps());
    }

    private long account() {
        return world.records.create("account", Map.of("name", "Shop")).id();
    }

    private long activity(long account, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("subject", "Call");
        all.put("account", account);
        return world.records.create("activity", all).id();
    }

    /** It names the customer as what it is about, and so belongs to him as well. */
    private long about(long account, long owner) {
        Map<String, Object> regarding = Map.of("id", account, "entity", "account");
        return world.records
                .create("activity", Map.of("subject", "About", "regarding", regarding, "owner", owner))
                .id();
    }

    private long owner(String entity, long id) {
        return ((Ref) world.read(entity, id, "owner").get(0)).id();
    }

    private List<Long> team(long lead) {
        return sql.list(
                "select team_id from core_lead where id = ? and team_id is not null", row -> row.getLong(1), lead);
    }

    private static List<String> texts(List<Long> ids) {
        return ids.stream().map(String::valueOf).toList();
    }
}
