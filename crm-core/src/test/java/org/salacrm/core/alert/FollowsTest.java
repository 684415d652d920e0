package org.salacrm.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.api.alert.Alerts.Alert;
import org.salacrm.api.event.RecordEvent;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.record.outbox.EventText;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.Sql;
import org.salacrm.core.testing.FakeCallers;

@RunWith(Parameterized.class)
public class FollowsTest {
    private static final long ME = 7;
    private static final long COLLEAGUE = 8;
    private static final Map<Database.Vendor, ActionWorld> WORLDS = new EnumMap<>(Database.Vendor.class);

    @Parameter
    public Database.Vendor vendor;

    private ActionWorld world;
    private Sql sql;
    private StoredFollows follows;
    private StoredAlerts alerts;
    private FollowListener listener;
    private long account;

    @Parameters(name = "{0}")
    public static Database.Vendor[] databases() {
        return Database.Vendor.values();
    }

    /** I follow a customer. */
    @Before
    public void follow() {
        world = WORLDS.computeIfAbsent(vendor, FollowsTest::world).asUser();
        sql = new Sql(world.store.tx());
        sql.update("delete from core_alert_told");
        sql.update("delete from core_follower");
        follows = new StoredFollows(world.followers, world.types, world.queries, world.callers);
        alerts = world.alerts();
        listener = new FollowListener(
                world.registry,
                new FollowedActivities(world.store.tx(), world.followers, world.alertDesk),
                world.followTold,
                world.clock);
        account = made("account", Map.of("name", "Siam Rice"));
        follows.set("account", account, true);
        heard();
    }

    @After
    public void activeAgain() {
        sql.update("update core_user set active = true");
    }

    @AfterClass
    public static void close() {
        WORLDS.values().forEach(ActionWorld::close);
        WORLDS.clear();
    }

    private static ActionWorld world(Database.Vendor vendor) {
        ActionWorld made = new ActionWorld(vendor, "");
        for (long user : new long[] {ME, COLLEAGUE}) {
            new Sql(made.store.tx())
                    .update(
                            "insert into core_user (id, version, created_at, modified_at, name, login, language,"
                                    + " active) values (?, 1, ?, ?, ?, ?, 'en', true)",
                            user,
                            made.clock.instant(),
                            made.clock.instant(),
                            "User" + user,
                            "user" + user);
        }
        return made;
    }

    private long made(String entity, Map<String, Object> values) {
        return world.records.create(entity, values).id();
    }

    private void byColleague(Runnable work) {
        world.callers.be(FakeCallers.user(COLLEAGUE));
        work.run();
        world.callers.be(FakeCallers.user(ME));
        heard();
    }

    private void change(String name) {
        world.records.update("account", account, Records.ANY_VERSION, Map.of("name", name));
    }

    /** What was done is told as it is from the outbox. */
    private void heard() {
        List<RecordEvent> events = new ArrayList<>();
        sql.list("select events from core_outbox order by id", row -> row.getString(1))
                .forEach(text -> events.addAll(EventText.read(text)));
        sql.update("delete from core_outbox");
        listener.on(events);
    }

    private List<Alert> told() {
        return alerts.list("all", "").items();
    }

    @Test
    public void whoFollowsIsToldWhatSomebodyElseChanged() {
        byColleague(() -> change("Siam Rice 2"));

        assertThat(told())
                .extracting(Alert::kind, Alert::text)
                .containsExactly(tuple("followed", "User8 changed Siam Rice 2"));
    }

    @Test
    public void whatOneDoesOneselfIsNotTold() {
        change("Mine");
        world.followTold.noted("account", account, 1, Set.of());
        heard();

        assertThat(told()).isEmpty();
    }

    @Test
    public void whoStoppedIsNotTold() {
        follows.set("account", account, false);
        byColleague(() -> change("B"));

        assertThat(follows.has("account", account)).isFalse();
        assertThat(told()).isEmpty();
    }

    @Test
    public void theNewestTakesThePlaceOfWhatWasNotRead() {
        byColleague(() -> change("B"));
        byColleague(() -> change("C"));
        assertThat(told()).extracting(Alert::text).containsExactly("User8 changed C");

        alerts.read(Set.of(), true);
        byColleague(() -> change("D"));
        assertThat(told()).hasSize(2);
    }

    @Test
    public void aStateNotesFilesAndActivitiesAreToldAsWhatTheyAre() {
        long lead = made("lead", Map.of("name", "Malee"));
        follows.set("lead", lead, true);
        byColleague(() -> {
            world.run("work", "lead", lead, Map.of());
            world.followTold.noted("lead", lead, 1, Set.of());
            world.followTold.attached("lead", lead, 2);
            made(
                    "activity",
                    Map.of(
                            "type",
                            "appointment",
                            "subject",
                            "x",
                            "regarding",
                            Map.of("entity", "lead", "id", lead),
                            "owner",
                            COLLEAGUE));
        });

        assertThat(told())
                .extracting(Alert::text)
                .containsExactlyInAnyOrder(
                        "User8 moved Malee on",
                        "User8 wrote a note at Malee",
                        "User8 added a file to Malee",
                        "User8 added an activity to Malee");
    }

    @Test
    public void whomANoteNamesIsToldOnlyThat() {
        byColleague(() -> world.followTold.noted("account", account, 1, Set.of(ME)));

        assertThat(told()).isEmpty();
    }

    @Test
    public void manyAtOnceAreOneAlert() {
        List<Long> accounts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            accounts.add(made("account", Map.of("name", "A" + i)));
        }
        accounts.forEach(id -> follows.set("account", id, true));
        byColleague(() -> accounts.forEach(
                id -> world.records.update("account", id, Records.ANY_VERSION, Map.of("phone", "021234567"))));

        assertThat(told()).extracting(Alert::more).containsExactly(19);
    }

    @Test
    public void onlyWhatOneMayReadIsFollowedAndTold() {
        world.rights.add("!account.read");
        byColleague(() -> world.followTold.noted("account", account, 1, Set.of()));
        assertThat(sql.list("select id from core_alert_told", row -> row.getLong(1)))
                .isEmpty();
        assertThatThrownBy(() -> follows.set("account", account, true)).isInstanceOf(AbsentRecordException.class);
    }

    @Test
    public void ofAnActivityThatOneMayNotReadNothingIsTold() {
        world.rights.add("!activity.read");
        byColleague(() -> made(
                "activity", Map.of("type", "appointment", "subject", "x", "account", account, "owner", COLLEAGUE)));

        assertThat(told()).isEmpty();
    }

    @Test
    public void whoIsOutOfUseIsToldNothingAndFollowsAgainWhenHeIsBack() {
        byColleague(() -> world.records.update("user", ME, Records.ANY_VERSION, Map.of("active", false)));
        byColleague(() -> change("Siam Rice 1"));
        assertThat(told()).isEmpty();

        byColleague(() -> world.records.update("user", ME, Records.ANY_VERSION, Map.of("active", true)));
        byColleague(() -> change("Siam Rice 2"));
        assertThat(told()).hasSize(1);
    }

    @Test
    public void aDeletedRecordTakesItsFollowersAlongAndBringsThemBack() {
        world.records.delete("account", account, Records.ANY_VERSION);
        assertThat(sql.list("select id from core_follower", row -> row.getLong(1)))
                .isEmpty();
        world.records.restore(sql.first("select id from core_bin where record_id = ?", row -> row.getLong(1), account)
                .orElseThrow());

        assertThat(follows.has("account", account)).isTrue();
    }

    @Test
    public void aListAsksForWhatOneFollows() {
        long other = made("account", Map.of("name", "Other"));
        Filter followed = Filter.where("id", Op.IN, "@followed");

        assertThat(ids(followed)).containsExactly(account);
        assertThat(ids(Filter.not(followed))).contains(other).doesNotContain(account);
        assertThat(world.queries.count("account", followed)).isEqualTo(1);
        world.callers.be(FakeCallers.user(COLLEAGUE));
        assertThat(ids(followed)).isEmpty();
    }

    private List<Long> ids(Filter filter) {
        List<Long> ids = new ArrayList<>();
        world.queries.each(Query.of("account", "name").where(filter), (Row row) -> ids.add(row.id()));
        return ids;
    }
}
