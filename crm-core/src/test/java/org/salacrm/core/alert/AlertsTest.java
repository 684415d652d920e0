package org.salacrm.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.salacrm.api.alert.AlertChoices.Choice;
import org.salacrm.api.alert.Alerts.Alert;
import org.salacrm.api.definition.AlertRule;
import org.salacrm.api.event.RecordEvent;
import org.salacrm.api.record.InvalidRecordException;

public class AlertsTest extends AlertWorld {

    @Test
    public void whoIsGivenACustomerIsToldByWhom() {
        long account = made("account", Map.of("name", "Siam Rice", "owner", COLLEAGUE));
        happens(event("account", account, "create", COLLEAGUE, ME));

        assertThat(told(COLLEAGUE))
                .extracting(Alert::kind, Alert::text)
                .containsExactly(tuple("assignment", "User7 assigned you a customer: Siam Rice"));
        assertThat(told(ME)).isEmpty();
        assertThat(world.rung).hasSize(1).allMatch(message -> message.user() == COLLEAGUE);
    }

    @Test
    public void whatWasToldIsNotToldAgain() {
        long account = made("account", Map.of("name", "A", "owner", COLLEAGUE));
        RecordEvent event = event("account", account, "create", COLLEAGUE, ME);
        happens(event);
        happens(event);

        assertThat(told(COLLEAGUE)).hasSize(1);
    }

    @Test
    public void manyAtOnceAreOneAlert() {
        List<RecordEvent> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long account = made("account", Map.of("name", "A" + i, "owner", COLLEAGUE));
            events.add(event("account", account, "create", COLLEAGUE, ME));
        }
        listener.on(events.subList(0, 20));
        listener.on(events.subList(20, 40));

        assertThat(told(COLLEAGUE)).extracting(Alert::more).containsExactly(39);
    }

    @Test
    public void whatTheProductDidOrLiesLongBackIsNoNews() {
        long account = made("account", Map.of("name", "A", "owner", COLLEAGUE));
        happens(event("account", account, "create", COLLEAGUE, 0));
        world.clock.forward(Duration.ofDays(8).toSeconds());
        happens(new RecordEvent(
                1,
                "account",
                account,
                1,
                "create",
                Set.of(),
                COLLEAGUE,
                0,
                ME,
                "",
                world.clock.instant().minus(Duration.ofDays(8))));
        world.clock.forward(-Duration.ofDays(8).toSeconds());

        assertThat(told(COLLEAGUE)).isEmpty();
    }

    @Test
    public void whoMayNotReadTheRecordIsNotTold() {
        world.rights.add("!account.read");
        long account = made("account", Map.of("name", "A", "owner", COLLEAGUE));
        happens(event("account", account, "create", COLLEAGUE, ME));

        assertThat(sql.list("select id from core_alert_told", row -> row.getLong(1)))
                .isEmpty();
    }

    @Test
    public void readAndSnoozedOnesDoNotCountUntilTheyComeBack() {
        long account = made("account", Map.of("name", "A", "owner", COLLEAGUE));
        happens(event("account", account, "create", COLLEAGUE, ME));
        long id = told(COLLEAGUE).get(0).id();
        assertThat(as(COLLEAGUE, alerts::unread)).isEqualTo(1);

        for (Instant never : List.of(world.clock.instant(), Instant.MAX)) {
            assertThatThrownBy(() -> as(COLLEAGUE, () -> {
                        alerts.snooze(Set.of(id), never);
                        return null;
                    }))
                    .isInstanceOf(InvalidRecordException.class);
        }
        as(COLLEAGUE, () -> {
            alerts.snooze(Set.of(id), world.clock.instant().plusSeconds(60));
            return null;
        });
        assertThat(as(COLLEAGUE, alerts::unread)).isZero();
        assertThat(world.alertRows.wake(world.clock.instant())).isEmpty();
        assertThat(world.alertRows.wake(world.clock.instant().plusSeconds(60))).hasSize(1);
        assertThat(as(COLLEAGUE, alerts::unread)).isEqualTo(1);

        as(ME, () -> {
            alerts.read(Set.of(id), true);
            return null;
        });
        assertThat(as(COLLEAGUE, alerts::unread)).isEqualTo(1);
    }

    @Test
    public void whatComesBackRingsOnlyWhereItsKindRings() {
        for (boolean desktop : List.of(true, false)) {
            colleagueIsTold(true, desktop);
            long account = made("account", Map.of("name", "A", "owner", COLLEAGUE));
            happens(event("account", account, "create", COLLEAGUE, ME));
            long id = told(COLLEAGUE).get(0).id();
            world.rung.clear();

            world.alertDesk.again(new AlertRows.Mark(COLLEAGUE, id, "assignment"));
            assertThat(world.rung)
                    .extracting(message -> message.body().get("desktop"))
                    .containsExactly(desktop);
        }
    }

    @Test
    public void whatTheDesktopTellsStandsInTheListToo() {
        colleagueIsTold(false, true);
        long account = made("account", Map.of("name", "A", "owner", COLLEAGUE));
        happens(event("account", account, "create", COLLEAGUE, ME));
        assertThat(world.rung)
                .extracting(message -> message.body().get("desktop"))
                .containsExactly(true);
        assertThat(told(COLLEAGUE)).hasSize(1);
    }

    /** How of what he is given. */
    private void colleagueIsTold(boolean program, boolean desktop) {
        Map<String, ?> ways = Map.of("program", program, "desktop", desktop, "mail", "off");
        as(COLLEAGUE, () -> {
            choices.mine(Map.of("kinds", Map.of("assignment", ways)));
            return null;
        });
    }

    @Test
    public void eachChoosesHowHeIsToldAndNothingRingsInQuietHours() {
        as(COLLEAGUE, () -> {
            choices.mine(Map.of(
                    "kinds",
                    Map.of("assignment", Map.of("program", false, "desktop", false, "mail", "digest")),
                    "quietFrom",
                    "10:00",
                    "quietTo",
                    "12:00"));
            return null;
        });
        long account = made("account", Map.of("name", "A", "owner", COLLEAGUE));
        happens(event("account", account, "create", COLLEAGUE, ME));
        assertThat(told(COLLEAGUE)).isEmpty();
        assertThat(sql.list("select mail from core_alert_told", row -> row.getString(1)))
                .containsExactly("digest");
        assertThat(world.rung).allMatch(message -> message.body().get("desktop").equals(false));

        for (Map<String, ?> wrong : List.of(
                Map.of("quietFrom", "25:00"),
                Map.of("x", "y"),
                Map.of("kinds", "all"),
                Map.of("kinds", Map.of("assignment", 5)),
                Map.of("kinds", Map.of("assignment", Map.of("z", "y".repeat(10_000)))))) {
            assertThatThrownBy(() -> as(ME, () -> {
                        choices.mine(wrong);
                        return null;
                    }))
                    .isInstanceOf(InvalidRecordException.class);
        }
        assertThat(choices.quiet(as(COLLEAGUE, choices::mine), Instant.parse("2026-11-22T03:00:00Z")))
                .isTrue();
        assertThat(choices.quiet(as(COLLEAGUE, choices::mine), Instant.parse("2026-11-22T05:00:00Z")))
                .isFalse();
        assertThat(choices.quiet(choices.company(), Instant.parse("2026-11-22T20:00:00Z")))
                .isTrue();
    }

    @Test
    public void allRulesSpeakOfFieldsThatAreThere() {
        for (AlertRule rule : world.registry.all(AlertRule.class)) {
            if (rule.at().isEmpty()) {
                happens(event(rule.entity(), 1, rule.on().get(0), COLLEAGUE, ME));
            } else {
                moments.pass(rule, world.clock.instant().minus(Moments.MADE_UP), world.clock.instant());
            }
        }
    }

    @Test
    public void theDigestTakesWhatWasThereAtItsHour() {
        Choice usual = choices.company();

        assertThat(choices.lastDigest(usual, Instant.parse("2026-11-22T00:59:00Z")))
                .isEqualTo("2026-11-21T01:00:00Z");
        assertThat(choices.lastDigest(usual, Instant.parse("2026-11-22T01:00:00Z")))
                .isEqualTo("2026-11-22T01:00:00Z");
    }
}
