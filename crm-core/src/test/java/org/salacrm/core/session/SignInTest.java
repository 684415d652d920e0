package org.salacrm.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Sessions.Session;
import org.salacrm.api.security.SignInException;
import org.salacrm.core.store.Database.Vendor;
import org.salacrm.core.testing.TestDatabase;
import org.salacrm.test.Proves;

@RunWith(Parameterized.class)
public class SignInTest {
    private static final String HOME = "127.0.0.1";
    private static final String AWAY = "203.0.113.7";
    private static final Pattern PRINTED = Pattern.compile("([a-z2-9]{4}-){3}[a-z2-9]{4}");
    private static final Map<Vendor, TestDatabase> DATABASES = new EnumMap<>(Vendor.class);
    private final Office office;
    private final Office.Node node;

    public SignInTest(Vendor vendor) {
        office = new Office(DATABASES.computeIfAbsent(vendor, TestDatabase::fresh));
        node = office.node();
    }

    @Parameters(name = "{0}")
    public static List<Vendor> vendors() {
        return TestDatabase.vendors();
    }

    @Test
    @Proves("ADM-02")
    public void theFirstStartPrintsAPasswordOnceThatMustBeChanged() {
        Matcher password = PRINTED.matcher(office.start());
        assertThat(password.find()).isTrue();
        assertThat(office.start()).doesNotContainPattern(PRINTED);

        Session first = node.sessions().signIn(" ADMIN ", password.group(), AWAY);
        assertThat(first.caller().kind()).isEqualTo(Caller.Kind.ADMINISTRATOR);
        assertThat(first.mustChangePassword()).isTrue();

        Session changed = node.sessions().changePassword(first.token(), password.group(), "ปลาทูนึ่ง 7 ตัว");
        assertThat(changed.mustChangePassword()).isFalse();
        refused(() -> node.sessions().signIn("admin", password.group(), AWAY));
        assertThat(node.sessions().signIn("admin", "ปลาทูนึ่ง 7 ตัว", AWAY).name())
                .isEqualTo("ผู้ดูแลระบบ");
    }

    @Test
    public void aNewInstallationHasFiveRolesAndNobodyElse() {
        office.start();
        assertThat(office.count("core_user")).isEqualTo(1);
        assertThat(office.count("core_role")).isEqualTo(5);
        assertThat(office.count("core_role_right where entity = 'opportunity' and level_code = 'OWN'"))
                .isPositive();
        assertThat(office.count("core_role_field where entity = 'user' and field = 'roles' and access_code = 'NONE'"))
                .as("everybody but the administrator")
                .isEqualTo(4);
    }

    @Test
    public void whatANewVersionBringsIsGivenOnceToTheRolesItIsMeantFor() {
        office.start();
        List<String> gone = List.of("anniversary", "mail.send");
        gone.forEach(name -> {
            office.sql.update("delete from core_role_right where entity = ?", name);
            office.sql.update("delete from core_role_permission where permission = ?", name);
            office.sql.update("delete from core_known_right where right_name = ?", name);
        });
        office.sql.update("delete from core_role_permission where permission = 'opportunity.reopen'");
        office.sql.update("update core_role set name_en = 'Helpers' where name_en = 'Service'");

        office.start();
        assertThat(office.count("core_role_permission where permission = 'mail.send'"))
                .as("a role of another name is the company's own")
                .isEqualTo(3);
        assertThat(office.count("core_role_right where entity = 'anniversary' and verb = 'read'"))
                .isEqualTo(3);
        assertThat(office.count("core_role_permission where permission = 'opportunity.reopen'"))
                .as("taken away by an administrator")
                .isZero();
        assertThat(office.sql.list("select new_value from core_setup_history", row -> row.getString(1)))
                .containsOnly("anniversary, mail.send")
                .hasSize(3);

        office.sql.update("delete from core_role_permission where permission = 'mail.send'");
        office.start();
        assertThat(office.count("core_role_permission where permission = 'mail.send'"))
                .as("given once")
                .isZero();

        office.sql.update("delete from core_known_right where right_name = 'lead'");
        office.start();
        office.sql.update("delete from core_role_right where entity = 'lead'");
        office.start();
        assertThat(office.count("core_role_right where entity = 'lead'"))
                .as("had by a role when it was learnt, taken away from all since")
                .isZero();
    }

    @Test
    @Proves("ADM-02")
    public void nobodyComesInWithoutTheRightPassword() {
        long user = office.user("somchai");
        String password = password(user);
        refused(() -> node.sessions().signIn("somchai", password + "x", AWAY));
        refused(() -> node.sessions().signIn("somsak", password, AWAY));
        refused(() -> node.sessions().signIn("somchai", "", AWAY));
        office.user("nopassword");
        refused(() -> node.sessions().signIn("nopassword", "", AWAY));
        refused(() -> node.sessions().signIn("somchai", "x".repeat(10_000_000), HOME));
        assertThat(node.sessions().signIn("somchai", password, AWAY).caller().user())
                .isEqualTo(user);
    }

    @Test
    public void theDatabaseKnowsNeitherPasswordNorToken() {
        String password = password(office.user("somchai"));
        String token = node.sessions().signIn("somchai", password, AWAY).token();
        assertThat(office.sql.list("select hash from core_password", row -> row.getString(1)))
                .allMatch(hash -> hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"))
                .noneMatch(hash -> hash.contains(password));
        assertThat(office.sql.list("select token_hash from core_session", row -> row.getString(1)))
                .hasSize(1)
                .doesNotContain(token);
    }

    @Test
    @Proves("ADM-02")
    public void aLeaverIsOutOnEveryNodeWithinFiveSeconds() {
        long user = office.user("somchai");
        Session session = node.sessions().signIn("somchai", password(user), AWAY);
        Office.Node other = office.node();
        assertThat(other.sessions().find(session.token())).isPresent();

        office.active(user, false);
        office.clock.forward(5);
        assertThat(node.sessions().find(session.token())).isEmpty();
        assertThat(other.sessions().find(session.token())).isEmpty();
        refused(() -> node.sessions().signIn("somchai", password(user), AWAY));
    }

    @Test
    public void endedSessionsAreEndedEverywhereAndBrowsersHear() {
        long user = office.user("somchai");
        Session session = node.sessions().signIn("somchai", password(user), AWAY);
        Office.Node other = office.node();
        assertThat(other.sessions().find(session.token())).isPresent();
        office.tx.required(() -> {
            node.ofUsers().end(user);
            return true;
        });
        assertThat(node.sessions().find(session.token())).isEmpty();
        office.clock.forward(5);
        assertThat(other.sessions().find(session.token())).isEmpty();
        assertThat(office.told).extracting("type", "user").containsExactly(tuple("session", user));
    }

    @Test
    public void signingOutEndsThisSessionOnly() {
        String password = password(office.user("somchai"));
        Session desk = node.sessions().signIn("somchai", password, AWAY);
        Session phone = node.sessions().signIn("somchai", password, HOME);
        node.sessions().end(desk.token());
        assertThat(node.sessions().find(desk.token())).isEmpty();
        assertThat(node.sessions().find(phone.token())).isPresent();
        assertThat(node.sessions().find("unknown")).isEmpty();
    }

    @Test
    public void aSessionLastsWhileItIsUsed() {
        Session session = node.sessions().signIn("somchai", password(office.user("somchai")), AWAY);
        for (int hour = 0; hour < 30; hour += 10) {
            office.clock.forward(Duration.ofHours(10).toSeconds());
            assertThat(node.sessions().find(session.token())).isPresent();
        }
        office.clock.forward(Duration.ofHours(13).toSeconds());
        assertThat(node.sessions().find(session.token())).isEmpty();
    }

    @Test
    public void aNewPasswordEndsTheOtherSessionsAndKeepsTheRules() {
        String password = password(office.user("somchai"));
        Session session = node.sessions().signIn("somchai", password, AWAY);
        Session other = node.sessions().signIn("somchai", password, HOME);
        for (var wrong : Map.of("short", "1234567", "login", "Somchai2569", "common", "Password123", "same", password)
                .entrySet()) {
            assertThatThrownBy(() -> node.sessions().changePassword(session.token(), password, wrong.getValue()))
                    .asInstanceOf(InstanceOfAssertFactories.type(InvalidRecordException.class))
                    .extracting(e -> e.refusals().get(0).messageKey())
                    .isEqualTo("password." + wrong.getKey());
        }
        refused(() -> node.sessions().changePassword(session.token(), "wrong", "long enough 1"));
        node.sessions().changePassword(session.token(), password, "long enough 1");
        assertThat(node.sessions().find(session.token())).isPresent();
        assertThat(node.sessions().find(other.token())).isEmpty();
    }

    @Test
    public void guessingIsSlowedDownWithoutLockingOthersOut() {
        String admin = password(office.user("boss"));
        node.sessions().signIn("boss", admin, HOME);
        String password = password(office.user("somchai"));
        for (int i = 0; i < 5; i++) {
            refused(() -> node.sessions().signIn("somchai", "guess", AWAY));
        }
        assertThat(waits(() -> node.sessions().signIn("somchai", password, AWAY)))
                .isPositive();
        assertThat(node.sessions().signIn("somchai", password, HOME)).isNotNull();
        assertThat(node.sessions().signIn("boss", admin, HOME)).isNotNull();
        office.clock.forward(1);
        assertThat(node.sessions().signIn("somchai", password, AWAY)).isNotNull();
    }

    @Test
    public void personasNeedTheDemoAndLoopback() {
        office.user("somchai");
        assertThat(node.sessions().personas()).isEmpty();
        refused(() -> node.sessions().signInAs("sales", HOME));
        office.settings.company(
                Personas.SETTING,
                "[{\"id\":\"sales\",\"login\":\"somchai\",\"name\":{\"th\":\"สมชาย\",\"en\":\"Somchai\"},"
                        + "\"role\":{\"th\":\"ขาย\",\"en\":\"Sales\"}}]");
        assertThat(node.sessions().personas()).extracting("id").containsExactly("sales");
        assertThat(node.sessions().signInAs("sales", HOME).caller().login()).isEqualTo("somchai");
        refused(() -> node.sessions().signInAs("sales", AWAY));
        refused(() -> node.sessions().signInAs("boss", HOME));
    }

    @Test
    public void theLanguageGoesWithTheUser() {
        Session session = node.sessions().signIn("somchai", password(office.user("somchai")), AWAY);
        node.sessions().language(session.token(), "th");
        assertThat(node.sessions().find(session.token()).orElseThrow().caller().language())
                .isEqualTo("th");
    }

    private String password(long user) {
        return office.tx.required(() -> office.passwords.generate(user));
    }

    private static void refused(Runnable work) {
        assertThat(waits(work)).isEqualTo(Duration.ZERO);
    }

    private static Duration waits(Runnable work) {
        try {
            work.run();
        } catch (SignInException e) {
            return e.retryAfter();
        }
        throw new AssertionError("let in");
    }
}
