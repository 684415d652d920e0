package org.salacrm.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.salacrm.api.alert.Alerts.Alert;
import org.salacrm.api.definition.AlertRule;
import org.salacrm.api.event.RecordEvent;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.Sql;
import org.salacrm.core.testing.FakeCallers;

/** The core's records with its rules of alerts, and two users. */
abstract class AlertWorld {
    static final long ME = 7;
    static final long COLLEAGUE = 8;
    static ActionWorld world;
    static AlertListener listener;
    static Moments moments;
    static StoredAlerts alerts;
    static StoredChoices choices;
    static Sql sql;

    /** Now it is eleven in the morning in Bangkok, a Sunday. */
    @BeforeClass
    public static void open() {
        world = new ActionWorld(Database.Vendor.DERBY, "");
        sql = new Sql(world.store.tx());
        for (long user : new long[] {ME, COLLEAGUE}) {
            sql.update(
                    "insert into core_user (id, version, created_at, modified_at, name, login, language, active)"
                            + " values (?, 1, ?, ?, ?, ?, 'en', true)",
                    user,
                    world.clock.instant(),
                    world.clock.instant(),
                    "User" + user,
                    "user" + user);
        }
        Subjects subjects = new Subjects(world.types, world.queries, world.callers);
        moments = new Moments(subjects, world.alertRows, world.alertDesk, world.clock, world.zone);
        listener = new AlertListener(world.registry, new Deeds(subjects, world.alertDesk, world.clock), moments);
        alerts = world.alerts();
        choices = new StoredChoices(world.settings, world.picks, world.callers, world.given, world.zone);
    }

    @AfterClass
    public static void close() {
        world.close();
    }

    @Before
    public void nobodyWasTold() {
        sql.update("delete from core_alert_told");
        sql.update("delete from core_user_setting");
        sql.update("delete from core_activity");
        sql.update("delete from core_anniversary");
        world.rung.clear();
        world.asUser();
    }

    static long activity(Instant start) {
        return made("activity", Map.of("type", "appointment", "subject", "meeting", "startAt", start));
    }

    static long made(String entity, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.putIfAbsent("owner", ME);
        return world.records.create(entity, all).id();
    }

    /** Looks once more, after so long a time since the beginning. */
    static void pass(Duration after) {
        world.registry.all(AlertRule.class).stream()
                .filter(rule -> !rule.at().isEmpty())
                .forEach(rule -> moments.pass(
                        rule,
                        world.clock.instant().minus(Moments.MADE_UP),
                        world.clock.instant().plus(after)));
    }

    static void happens(RecordEvent event) {
        listener.on(List.of(event));
    }

    static RecordEvent event(String entity, long id, String kind, long owner, long user) {
        return new RecordEvent(1, entity, id, 1, kind, Set.of(), owner, 0, user, "", world.clock.instant());
    }

    static List<Alert> told(long user) {
        return as(user, () -> alerts.list("all", "").items());
    }

    static <T> T as(long user, Supplier<T> work) {
        return world.callers.as(FakeCallers.user(user), work);
    }
}
