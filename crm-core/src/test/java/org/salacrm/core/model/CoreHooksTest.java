package org.salacrm.core.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.core.definition.CompanyZone;
import org.salacrm.core.entity.MetadataRegistry;
import org.salacrm.core.store.Database.Vendor;
import org.salacrm.core.store.Sql;
import org.salacrm.core.testing.PlainTx;
import org.salacrm.core.testing.TestDatabase;
import org.salacrm.test.FakeChange;
import org.salacrm.test.FakePickLists;
import org.salacrm.test.MemorySettings;
import org.salacrm.test.Proves;

public class CoreHooksTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:15:00Z");
    private static final Instant NINE = Instant.parse("2026-11-23T02:00:00Z");
    private static final long ACCOUNT = 40;

    private final FakePickLists pickLists = new FakePickLists()
            .with("activityStatus", "notStarted open", "completed done")
            .with("leadStatus", "new open", "qualified won");
    private PlainTx tx;
    private ActivityHook activities;

    @Before
    public void contactOfAnAccount() {
        tx = new PlainTx(TestDatabase.fresh(Vendor.DERBY).dataSource());
        new Sql(tx)
                .update(
                        "insert into core_contact (id, version, name, account_id, active, created_at, modified_at)"
                                + " values (5, 1, 'n', ?, true, ?, ?)",
                        ACCOUNT,
                        NOW,
                        NOW);
        activities = new ActivityHook(
                new AccountOf(new MetadataRegistry(List.of(new CoreModule())), tx),
                pickLists,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new CompanyZone(new MemorySettings()));
    }

    @Test
    @Proves({"ACT-13", "LCA-29"})
    public void activityAboutAContactBelongsToHisAccount() {
        FakeChange change = acted(FakeChange.create(Map.of("regarding", 5L, "regardingType", "contact")));

        assertThat(change.value("account")).contains(ACCOUNT);
        assertThat(change.value("contact")).contains(5L);
    }

    @Test
    public void nobodyTakesPartTwiceUnlessHeDidSoBefore() {
        ActivityInvitations hook = new ActivityInvitations(null, null, null, null, null);
        Map<String, Object> twice = Map.of("participants", List.of(Map.of("user", 7L), Map.of("user", 7L)));
        Map<String, Object> both = Map.of("participants", List.of(Map.of("user", 7L), Map.of("contact", 7L)));
        hook.before(FakeChange.create(both));
        assertThatThrownBy(() -> hook.before(FakeChange.update(both, twice)))
                .hasMessageContaining("participants[1].user, messageKey=invalid.participant");
        hook.before(FakeChange.update(twice, both));
        Map<String, Object> answered =
                Map.of("participants", List.of(Map.of("user", 7L, "answer", "accepted"), Map.of("user", 7L)));
        hook.before(FakeChange.update(twice, answered));
    }

    @Test
    public void whatACoreRefusalNamesHasWords() throws IOException {
        for (String language : List.of("th", "en")) {
            Properties words = new Properties();
            try (Reader in = new InputStreamReader(
                    getClass().getResourceAsStream("/CRM-INF/server_" + language + ".properties"), UTF_8)) {
                words.load(in);
            }
            assertThat(words).containsKeys("verb.send", "verb.manage", "verb.install", "mail.label", "view.label");
        }
    }

    @Test
    public void activityAboutAnAccountBelongsToItAndOneAboutNothingToNobody() {
        assertThat(acted(FakeChange.create(Map.of("regarding", 9L, "regardingType", "account")))
                        .value("account"))
                .contains(9L);
        assertThat(acted(FakeChange.create(Map.of("regarding", 9L, "regardingType", "absent")))
                        .value("account"))
                .isEmpty();
    }

    @Test
    public void whatBeginsIsDueWhenItHasLastedAndMovesAsAWhole() {
        FakeChange change = acted(FakeChange.create(Map.of("startAt", NINE, "minutes", 90)));
        assertThat(change.value("dueAt")).contains(NINE.plusSeconds(5400));

        FakeChange moved = acted(change.then(Map.of("startAt", NINE.plusSeconds(86400))));
        assertThat(moved.value("dueAt")).contains(NINE.plusSeconds(86400 + 5400));
    }

    @Test
    public void anActivityIsLookedForWhenItBeginsOrElseIsDue() {
        FakeChange visit = acted(FakeChange.create(Map.of("startAt", NINE, "minutes", 90)));
        assertThat(visit.value("plannedAt")).contains(NINE);

        FakeChange fair = acted(visit.then(Map.of("fromDay", LocalDate.of(2026, 11, 24))));
        assertThat(fair.value("plannedAt")).contains(Instant.parse("2026-11-23T17:00:00Z"));

        assertThat(acted(FakeChange.create(Map.of("dueAt", NINE))).value("plannedAt"))
                .contains(NINE);
        assertThat(acted(FakeChange.create(Map.of("status", "notStarted"))).value("plannedAt"))
                .isEmpty();
    }

    @Test
    public void aLastDayBeforeTheFirstIsRefusedWhereSomebodyNamesItAndFollowsWhereTheFirstIsMoved() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        FakeChange typed = FakeChange.create(Map.of("fromDay", day, "toDay", day.minusDays(1)))
                .choosing("fromDay", "toDay");
        assertThatThrownBy(() -> acted(typed)).isInstanceOfSatisfying(InvalidRecordException.class, e -> assertThat(
                        e.refusals().get(0).field())
                .isEqualTo("toDay"));
        FakeChange fair = acted(FakeChange.create(Map.of("fromDay", day, "toDay", day.plusDays(1))));
        assertThat(acted(fair.then(Map.of("fromDay", day.plusDays(5))).choosing("fromDay"))
                        .value("toDay"))
                .contains(day.plusDays(5));
    }

    @Test
    @Proves("ACT-18")
    public void completingKeepsTheMomentAndReopeningForgetsIt() {
        FakeChange done = acted(FakeChange.create(Map.of("status", "completed")));
        assertThat(done.value("doneAt")).contains(NOW);
        assertThat(done.value("dueAt")).contains(NOW);
        assertThat(done.value("open")).contains(false);

        FakeChange again = acted(done.then(Map.of("status", "notStarted")));
        assertThat(again.value("doneAt")).isEmpty();
        assertThat(again.value("open")).contains(true);
    }

    @Test
    public void leadOfWhichOnlyTheCompanyIsKnownHasItsName() {
        FakeChange lead = FakeChange.create(Map.of("company", "บจก. เมืองสยาม", "status", "new"));
        new LeadHook(pickLists, Clock.fixed(NOW, ZoneOffset.UTC), tx).before(lead);

        assertThat(lead.value("name")).contains("บจก. เมืองสยาม");
        assertThat(lead.value("open")).contains(true);
    }

    @Test
    @Proves("LCA-26")
    public void contactIsNamedInOneGoOrInPieces() {
        FakeChange whole = FakeChange.create(Map.of("name", "นายวีระชัย บุญมี"));
        new ContactHook().before(whole);
        assertThat(whole.value("firstName")).contains("วีระชัย");
        assertThat(whole.value("salutation")).contains("mr");

        FakeChange pieces = whole.then(Map.of("lastName", "รักไทย"));
        new ContactHook().before(pieces);
        assertThat(pieces.value("name")).contains("วีระชัย รักไทย");
    }

    private FakeChange acted(FakeChange change) {
        return tx.required(() -> {
            activities.before(change);
            return change;
        });
    }
}
