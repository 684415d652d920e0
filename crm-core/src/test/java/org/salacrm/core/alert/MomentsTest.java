package org.salacrm.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.api.alert.Alerts.Alert;
import org.salacrm.api.definition.AlertRule;
import org.salacrm.api.record.Records;
import org.salacrm.test.Proves;

public class MomentsTest extends AlertWorld {

    @Test
    public void anAppointmentIsToldAQuarterOfAnHourBefore() {
        Instant start = world.clock.instant().plus(Duration.ofMinutes(60));
        activity(start);
        pass(Duration.ZERO);
        assertThat(told(ME)).isEmpty();

        pass(Duration.ofMinutes(46));
        assertThat(told(ME))
                .extracting(Alert::text, alert -> alert.due().get())
                .containsExactly(tuple("Starts: meeting", start));
        pass(Duration.ofMinutes(50));
        assertThat(told(ME)).hasSize(1);
    }

    @Test
    public void oneThatBeginsSoonIsToldWhenItIsMade() {
        long soon = activity(world.clock.instant().plus(Duration.ofMinutes(5)));
        long past = activity(world.clock.instant().minus(Duration.ofMinutes(5)));
        happens(event("activity", soon, "create", ME, ME));
        happens(event("activity", past, "create", ME, ME));

        assertThat(told(ME)).extracting(alert -> alert.record().id()).containsExactly(soon);
    }

    @Test
    public void movedItIsToldAnewInPlaceOfTheOldTimeAndDoneItNeedsNoAlert() {
        long soon = activity(world.clock.instant().plus(Duration.ofMinutes(5)));
        happens(event("activity", soon, "create", ME, ME));
        Instant later = world.clock.instant().plus(Duration.ofMinutes(9));
        world.records.update("activity", soon, 1, Map.of("startAt", later));
        happens(event("activity", soon, "update", ME, ME));
        assertThat(told(ME)).extracting(alert -> alert.due().get()).containsExactly(later);

        world.run("complete", "activity", soon, Map.of());
        happens(event("activity", soon, "complete", ME, ME));
        assertThat(told(ME)).allMatch(Alert::read);
        assertThat(as(ME, alerts::unread)).isZero();
    }

    @Test
    @Proves({"ALR-12", "ACT-27", "ALR-15"})
    public void whoDeclinedIsNotReminded() {
        Instant start = world.clock.instant().plus(Duration.ofMinutes(60));
        for (String answer : List.of("none", "accepted", "declined")) {
            List<Map<String, Object>> people = List.of(Map.of("user", COLLEAGUE, "answer", answer));
            String subject = "asked: " + answer;
            made("activity", Map.of("type", "event", "subject", subject, "startAt", start, "participants", people));
            made(
                    "activity",
                    Map.of("type", "event", "subject", subject, "fromDay", "2026-11-22", "participants", people));
            made("activity", Map.of("type", "task", "subject", subject, "dueAt", start, "participants", people));
        }

        pass(Duration.ofMinutes(60));

        assertThat(told(COLLEAGUE))
                .extracting(Alert::text)
                .containsExactlyInAnyOrder(
                        "Starts: asked: none",
                        "Starts: asked: accepted",
                        "Due: asked: none",
                        "Due: asked: accepted",
                        "Today: asked: none",
                        "Today: asked: accepted");
    }

    @Test
    @Proves("ALR-15")
    public void whatIsDueIsToldAtItsHourAndWhatLastsDaysOnItsFirst() {
        Instant due = world.clock.instant().plus(Duration.ofMinutes(60));
        made("activity", Map.of("type", "task", "subject", "offer", "dueAt", due));
        made("activity", Map.of("type", "event", "subject", "fair", "fromDay", "2026-11-23", "toDay", "2026-11-24"));
        pass(Duration.ofMinutes(59));
        assertThat(told(ME)).isEmpty();

        pass(Duration.ofMinutes(60));
        assertThat(told(ME))
                .extracting(Alert::text, alert -> alert.due().get())
                .containsExactly(tuple("Due: offer", due));
        pass(Duration.ofDays(2));
        assertThat(told(ME))
                .filteredOn(alert -> alert.due().isEmpty())
                .extracting(Alert::text, alert -> alert.day().get().toString())
                .containsExactly(tuple("Today: fair", "2026-11-23"));
        assertThat(told(ME)).hasSize(2);
    }

    @Test
    @Proves("ALR-15")
    public void whatIsDoneBeforeItsHourIsToldToNobody() {
        Instant due = world.clock.instant().plus(Duration.ofMinutes(60));
        long task = made("activity", Map.of("type", "task", "subject", "offer", "dueAt", due));
        world.run("complete", "activity", task, Map.of());
        pass(Duration.ofMinutes(60));
        assertThat(told(ME)).isEmpty();
    }

    @Test
    public void aRuleOfTheCompanysOwnTellsAsThoseOfTheProductDo() {
        world.rights.add("core.configure");
        world.registry.save(
                AlertRule.class,
                "own.rival",
                Map.of("kind", "activity", "entity", "competitor", "on", List.of("update"), "to", List.of("owner")));
        try {
            long rival = made("competitor", Map.of("name", "Rival"));
            happens(event("competitor", rival, "create", ME, COLLEAGUE));
            assertThat(told(ME)).isEmpty();
            happens(event("competitor", rival, "update", ME, COLLEAGUE));
            assertThat(told(ME)).extracting(alert -> alert.record().id()).containsExactly(rival);
        } finally {
            world.registry.reset(AlertRule.class, "own.rival");
            world.rights.remove("core.configure");
        }
    }

    @Test
    public void anAnniversaryComesBackEveryYearAndIsToldTheDaysBeforeThatItSays() {
        long customer = made("account", Map.of("name", "Siam Rice"));
        made("anniversary", Map.of("account", customer, "day", "1990-11-25", "alertDays", "2", "owner", ME));
        pass(Duration.ZERO);
        assertThat(told(ME)).isEmpty();

        pass(Duration.ofDays(1));
        assertThat(told(ME))
                .extracting(Alert::kind, alert -> alert.day().get().toString())
                .containsExactly(tuple("anniversary", "2026-11-25"));
        pass(Duration.ofDays(2));
        assertThat(told(ME)).hasSize(1);
    }

    @Test
    @Proves("ANV-06")
    public void whoIsSentNoGreetingIsRememberedAllTheSame() {
        long customer = made("account", Map.of("name", "Siam Rice"));
        made("anniversary", Map.of("account", customer, "day", "1990-11-25", "alertDays", "2", "greeting", "stopped"));
        pass(Duration.ofDays(1));
        assertThat(told(ME)).extracting(Alert::kind).containsExactly("anniversary");
    }

    @Test
    @Proves("ANV-02")
    public void whereAnAnniversarySaysNothingTheDaysOfItsKindCount() {
        long rule = made("anniversaryRule", Map.of("kind", "founding", "alertDays", "3"));
        try {
            long customer = made("account", Map.of("name", "Siam Rice"));
            long founded = made("anniversary", Map.of("account", customer, "kind", "founding", "day", "1990-11-26"));
            long itself = made(
                    "anniversary",
                    Map.of("account", customer, "kind", "founding", "day", "1990-11-26", "alertDays", "4"));
            pass(Duration.ZERO);
            assertThat(told(ME)).extracting(alert -> alert.record().id()).containsExactly(itself);

            pass(Duration.ofDays(1));
            assertThat(told(ME))
                    .extracting(
                            alert -> alert.record().id(),
                            alert -> alert.day().get().toString())
                    .containsExactlyInAnyOrder(tuple(itself, "2026-11-26"), tuple(founded, "2026-11-26"));
        } finally {
            world.records.delete("anniversaryRule", rule, Records.ANY_VERSION);
        }
    }

    @Test
    public void aRuleThatDoesNotFitItsRecordsKeepsNoOtherFromTelling() {
        world.rights.add("core.configure");
        world.registry.save(
                AlertRule.class,
                "a.misfit",
                Map.of("kind", "activity", "entity", "activity", "at", "beginning", "to", List.of("owner")));
        try {
            long soon = activity(world.clock.instant().plus(Duration.ofMinutes(5)));
            happens(event("activity", soon, "create", ME, ME));
            assertThat(told(ME)).hasSize(1);

            activity(world.clock.instant().plus(Duration.ofMinutes(60)));
            pass(Duration.ofMinutes(46));
            assertThat(told(ME)).hasSize(2);
        } finally {
            world.registry.reset(AlertRule.class, "a.misfit");
            world.rights.remove("core.configure");
        }
    }
}
