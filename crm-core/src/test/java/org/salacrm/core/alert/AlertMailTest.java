package org.salacrm.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.job.JobState;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.mail.Post;
import org.salacrm.api.mail.UndeliveredException;
import org.salacrm.core.mail.Seal;
import org.salacrm.core.mail.StoredMailSettings;
import org.salacrm.test.Proves;

public class AlertMailTest extends AlertWorld {
    private final Instant eleven = world.clock.instant();
    private final List<Post.Letter> letters = new ArrayList<>();
    private AlertLetters desk;
    private boolean refusing;

    @Before
    public void setUp() {
        world.rights.add("core.configure");
        world.settings.company("mail", "{\"host\":\"localhost\",\"senderAddress\":\"sala@shop.co.th\"}");
        world.settings.company("siteAddress", "\"https://sala.shop.co.th\"");
        sql.update("update core_user set email = 'colleague@shop.co.th' where id = ?", COLLEAGUE);
        StoredMailSettings mail = new StoredMailSettings(
                        world.store.tx(),
                        world.settings,
                        world.given,
                        world.callers,
                        world.queries,
                        world.ids::incrementAndGet,
                        new Seal())
                .with(new Office());
        AlertDelivery delivery = new AlertDelivery(
                world.alertRows,
                alerts,
                mail,
                world.queries,
                world.callers,
                world.messages,
                world.settings,
                world.zone,
                world.clock);
        desk = new AlertLetters(
                world.alertRows,
                choices,
                world.callers,
                new AtOnce(delivery),
                world.ids::incrementAndGet,
                world.store.tx(),
                mail);
    }

    @After
    public void backInTime() {
        world.clock.forward(Duration.between(world.clock.instant(), eleven).toSeconds());
        world.settings.company("mail", "{}");
        sql.update("update core_user set email = null");
    }

    private static void chooses(String mail) {
        as(COLLEAGUE, () -> {
            choices.mine(Map.of(
                    "kinds", Map.of("assignment", Map.of("mail", mail)),
                    "quietFrom", "",
                    "digestAt", "08:00"));
            return null;
        });
    }

    private static void given(String name) {
        long account = made("account", Map.of("name", name, "owner", COLLEAGUE));
        happens(event("account", account, "create", COLLEAGUE, ME));
    }

    private void pass(long seconds) {
        world.clock.forward(seconds);
        desk.post(world.clock.instant());
    }

    @Test
    @Proves("ALR-04")
    public void theDigestBringsAtItsHourWhatCameBeforeInOneLetter() {
        chooses("digest");
        given("Siam Rice");
        given("Lanna Tea");
        pass(0);
        pass(Duration.ofHours(21).toSeconds() - 1);
        assertThat(letters).as("a second before eight").isEmpty();

        pass(1);
        world.clock.forward(1);
        given("Andaman Tours");
        pass(1);
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).to()).containsExactly("colleague@shop.co.th");
        assertThat(letters.get(0).body()).contains("Siam Rice", "Lanna Tea").doesNotContain("Andaman Tours");
        assertThat(letters.get(0).body()).containsPattern("https://sala\\.shop\\.co\\.th/record/account/\\d+");

        pass(Duration.ofDays(1).toSeconds());
        assertThat(letters).as("the next day").hasSize(2);
        assertThat(letters.get(1).body()).contains("Andaman Tours").doesNotContain("Siam Rice");
    }

    @Test
    public void whoHasNoAddressIsMailedWhenHeGetsOneSoon() {
        chooses("now");
        sql.update("update core_user set email = null where id = ?", COLLEAGUE);
        given("Siam Rice");
        pass(60);
        assertThat(letters).isEmpty();

        sql.update("update core_user set email = 'new@shop.co.th' where id = ?", COLLEAGUE);
        pass(60);
        assertThat(letters).extracting(Post.Letter::to).containsExactly(List.of("new@shop.co.th"));
    }

    @Test
    public void whatTheServerNeverTakesIsNotTriedAgainNorCalledSent() {
        chooses("now");
        refusing = true;
        given("Siam Rice");
        pass(60);
        refusing = false;
        pass(60);

        assertThat(letters).isEmpty();
        assertThat(sql.list("select mail from core_alert_told", row -> row.getString(1)))
                .containsExactly("");
    }

    /** Takes letters, or refuses them for good. */
    private final class Office implements Post {
        @Override
        public String deliver(Server server, Letter letter) {
            if (refusing) {
                throw new UndeliveredException("550 no such user", true, null);
            }
            letters.add(letter);
            return "";
        }

        @Override
        public void bounces(Server server, String folder, Consumer<Bounce> written) {
            throw new UnsupportedOperationException();
        }
    }

    /** Does each job while it is started. */
    private record AtOnce(AlertDelivery delivery) implements Jobs {
        @Override
        public long start(String kind, Map<String, ?> parameters) {
            delivery.run(Map.copyOf(parameters), null);
            return 1;
        }

        @Override
        public Optional<JobState> find(long id) {
            return Optional.empty();
        }

        @Override
        public List<JobState> recent(boolean everybody, int limit) {
            return List.of();
        }

        @Override
        public void cancel(long id) {
            throw new UnsupportedOperationException();
        }
    }
}
