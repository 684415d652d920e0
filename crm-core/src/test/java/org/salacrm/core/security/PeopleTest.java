package org.salacrm.core.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.salacrm.core.security.SmallCompany.ADMIN;
import static org.salacrm.core.security.SmallCompany.COLLEAGUE;
import static org.salacrm.core.security.SmallCompany.MANAGER;
import static org.salacrm.core.security.SmallCompany.READING;
import static org.salacrm.core.security.SmallCompany.SELLER;
import static org.salacrm.core.security.SmallCompany.SELLING;
import static org.salacrm.core.security.SmallCompany.STRANGER;
import static org.salacrm.core.security.SmallCompany.TEAM;
import static org.salacrm.core.security.SmallCompany.THING;
import static org.salacrm.core.security.SmallCompany.TOP_TEAM;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.api.message.Text;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.RecordHook;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights.Reason;
import org.salacrm.api.security.RoleRights.Grid;
import org.salacrm.api.security.Shares.Grants;
import org.salacrm.api.security.Shares.Share;
import org.salacrm.api.security.Verb;
import org.salacrm.core.store.Database.Vendor;
import org.salacrm.core.testing.TestDatabase;
import org.salacrm.test.FakeChange;
import org.salacrm.test.Proves;

@RunWith(Parameterized.class)
public class PeopleTest {
    private static final Grants READ = new Grants(true, false, false, false);
    private static final Grants WRITE = new Grants(false, true, false, false);
    private final SmallCompany company;
    private final JdbcShares shares;
    private final JdbcRoleRights roleRights;
    private final UserHook users;

    public PeopleTest(Vendor vendor) {
        company = new SmallCompany(TestDatabase.fresh(vendor));
        shares = new JdbcShares(
                company.tx,
                company.types,
                company.callers,
                company.rights,
                company.directories,
                (entity, id, before, now) -> {},
                company.clock);
        roleRights = new JdbcRoleRights(company.tx, company.types, company.callers, company.directories);
        users = new UserHook(company.tx, company.directories);
    }

    @Parameters(name = "{0}")
    public static List<Vendor> vendors() {
        return TestDatabase.vendors();
    }

    /** One database for all: making one takes longer than everything that is asked of it. */
    @Test
    @Proves({"ADM-01", "ADM-03", "ADM-04", "ADM-05"})
    public void peopleMayWhatTheirRolesTeamsAndSharesSay() {
        theManagerReachesWhatIsBelowHim();
        theReasonsNameRolesOwnersTeamsAndShares();
        fieldsFollowTheMostGenerousRole();
        nobodySharesWhatHeMayNotDoHimself();
        noShareEndsLaterThanADatabaseKnows();
        whoSharesAtTheSameMomentIsServedToo();
        aNewRightIsFeltAtOnceAndOnOtherNodesWithinFiveSeconds();
        rightsOfAbsentModulesSurvive();
        onlyAdministratorsDecideWhatPeopleMay();
        theLastAdministratorStays();
        teamsInUseStayAndAreShapedByAdministrators();
    }

    private void theManagerReachesWhatIsBelowHim() {
        assertThat(company.caller(MANAGER).teams()).containsExactlyInAnyOrder(TOP_TEAM, TEAM);
        assertThat(company.rights.allowed(company.caller(MANAGER), "thing", THING, Verb.READ))
                .isTrue();
        assertThat(company.rights.allowed(company.caller(MANAGER), "thing", THING, Verb.UPDATE))
                .isFalse();
        assertThat(company.rights.allowed(company.caller(STRANGER), "thing", THING, Verb.READ))
                .isTrue();
        assertThat(company.rights.allowed(company.caller(COLLEAGUE), "thing", THING, Verb.READ))
                .isFalse();
    }

    private void theReasonsNameRolesOwnersTeamsAndShares() {
        company.tx.required(() -> {
            company.sql.update("update core_role set name_en = 'Selling' where id = ?", SELLING);
            company.directories.changed();
            return true;
        });
        var why = company.rights.why(company.caller(STRANGER), "thing", THING, Verb.UPDATE);
        assertThat(why.allowed()).isFalse();
        assertThat(why.reasons())
                .containsExactly(
                        new Reason("roleOwn", false, Text.of("Role 3"), "role/" + READING),
                        new Reason("owner", false, Text.of("User 3"), "thing/" + THING),
                        new Reason("share", false, Text.of("User 5"), "thing/" + THING),
                        new Reason("shareEnded", false, Text.of("Team 1"), "thing/" + THING));
        why = company.rights.why(company.caller(MANAGER), "thing", THING, Verb.READ);
        assertThat(why.reasons())
                .startsWith(
                        new Reason("roleTeam", true, new Text("Role 2", "Selling"), "role/" + SELLING),
                        new Reason("team", true, Text.of("Team 2"), "thing/" + THING));
        assertThat(company.rights
                        .why(company.caller(ADMIN), "thing", THING, Verb.DELETE)
                        .reasons())
                .containsExactly(new Reason("administrator", true, Text.of("Role 1"), "role/" + StoredCompany.role(1)));
        assertThat(company.rights
                        .why(company.caller(ADMIN), "thing", 99, Verb.READ)
                        .allowed())
                .isFalse();
        assertThat(company.rights
                        .why(company.caller(STRANGER), "thing", "price")
                        .reasons())
                .containsExactly(new Reason("fieldNone", false, Text.of("Role 3"), "role/" + READING));
    }

    private void fieldsFollowTheMostGenerousRole() {
        assertThat(company.rights.field(company.caller(SELLER), "thing", "price"))
                .isEqualTo(Access.READ);
        assertThat(company.rights.field(company.caller(SELLER), "thing", "name"))
                .isEqualTo(Access.WRITE);
        assertThat(company.rights.field(company.caller(COLLEAGUE), "thing", "price"))
                .isEqualTo(Access.NONE);
        assertThat(company.rights.field(company.caller(SELLER), "deed", "name")).isEqualTo(Access.NONE);
        assertThat(company.rights.field(company.caller(SELLER), "good", "name")).isEqualTo(Access.READ);
    }

    private void nobodySharesWhatHeMayNotDoHimself() {
        List<Share> before = company.callers.as(company.caller(SELLER), () -> shares.of("thing", THING));
        assertThat(before).extracting(Share::label).containsExactlyInAnyOrder("User 5", "Team 1");
        Share delete = share(COLLEAGUE, new Grants(true, false, true, false));
        refused(ForbiddenException.class, () -> save(SELLER, delete));
        refused(ForbiddenException.class, () -> save(STRANGER, share(COLLEAGUE, READ)));
        refused(AbsentRecordException.class, () -> save(COLLEAGUE, share(COLLEAGUE, READ)));
        refused(InvalidRecordException.class, () -> save(SELLER, share(77, READ)));
        refused(InvalidRecordException.class, () -> save(SELLER, share(COLLEAGUE, READ), share(COLLEAGUE, WRITE)));
        save(SELLER, share(COLLEAGUE, WRITE));
        assertThat(company.rights.allowed(company.caller(COLLEAGUE), "thing", THING, Verb.UPDATE))
                .isTrue();
        assertThat(company.rights.allowed(company.caller(COLLEAGUE), "thing", THING, Verb.READ))
                .isTrue();
        assertThat(company.rights.allowed(company.caller(STRANGER), "thing", THING, Verb.READ))
                .isFalse();
    }

    private void aNewRightIsFeltAtOnceAndOnOtherNodesWithinFiveSeconds() {
        Directories other = new Directories(company.tx, company.clock);
        var elsewhere = new DirectoryRights(other, company.types, company.tx, company.clock);
        assertThat(elsewhere.level(company.caller(SELLER), "deed", Verb.READ)).isEqualTo(Level.NONE);
        Grid grid = new Grid(
                Map.of("deed", Map.of(Verb.READ, Level.ALL), "spaceship", Map.of("fly", Level.OWN)),
                Map.of(),
                Set.of());
        refused(ForbiddenException.class, () -> company.as(SELLER, () -> roleRights.save(SELLING, grid)));
        company.as(ADMIN, () -> roleRights.save(SELLING, grid));
        assertThat(company.rights.level(company.caller(SELLER), "deed", Verb.READ))
                .isEqualTo(Level.ALL);
        assertThat(company.rights.level(company.caller(SELLER), "thing", Verb.READ))
                .isEqualTo(Level.NONE);
        company.clock.forward(5);
        assertThat(elsewhere.level(company.caller(SELLER), "deed", Verb.READ)).isEqualTo(Level.ALL);
    }

    private void rightsOfAbsentModulesSurvive() {
        Grid nothing = new Grid(Map.of(), Map.of(), Set.of());
        company.as(ADMIN, () -> roleRights.save(SELLING, nothing));
        Grid left = company.callers.as(company.caller(ADMIN), () -> roleRights.of(SELLING));
        assertThat(left.entities()).containsOnlyKeys("spaceship");
        Grid unknown = new Grid(Map.of(), Map.of("thing.colour", Access.NONE), Set.of());
        refused(InvalidRecordException.class, () -> company.as(ADMIN, () -> roleRights.save(SELLING, unknown)));
        refused(AbsentRecordException.class, () -> company.as(ADMIN, () -> roleRights.of(1)));
    }

    private void onlyAdministratorsDecideWhatPeopleMay() {
        Map<String, Object> old = Map.of("login", "user3", "phone", "1", "active", true);
        users.before(FakeChange.update(old, Map.of("phone", "2")).of(SELLER, company.caller(SELLER)));
        for (String field : List.of("login", "roles", "team", "teams", "active")) {
            var change = FakeChange.update(old, Map.of(field, "other")).of(SELLER, company.caller(SELLER));
            refused(InvalidRecordException.class, () -> users.before(change));
        }
        var made = FakeChange.create(Map.of("login", "new")).of(9, company.caller(SELLER));
        refused(ForbiddenException.class, () -> users.before(made));
        var proper = FakeChange.create(Map.of("login", " Somchai.J ")).of(9, company.caller(ADMIN));
        users.before(proper);
        assertThat(proper.value("login")).contains("somchai.j");
        assertThat(proper.value("owner")).contains(9L);
        var crooked = FakeChange.create(Map.of("login", "a b\nc")).of(9, company.caller(ADMIN));
        refused(InvalidRecordException.class, () -> users.before(crooked));
        refused(
                InvalidRecordException.class,
                () -> users.before(FakeChange.delete(old).of(SELLER, company.caller(ADMIN))));
        var role = new RoleHook(company.tx, company.directories);
        refused(
                ForbiddenException.class,
                () -> role.before(FakeChange.create(Map.of("name", "x")).of(9, company.caller(SELLER))));
        refused(
                InvalidRecordException.class,
                () -> role.before(FakeChange.delete(Map.of()).of(SELLING, company.caller(ADMIN))));
    }

    private void theLastAdministratorStays() {
        refused(InvalidRecordException.class, () -> activate(ADMIN, false));
        assertThat(company.callers.find(ADMIN)).isPresent();
        activate(STRANGER, false);
        assertThat(company.callers.find(STRANGER)).isEmpty();
        activate(STRANGER, true);
        assertThat(company.callers.find(STRANGER)).isPresent();
    }

    private void activate(long user, boolean active) {
        var change = FakeChange.update(Map.of("active", !active, "login", "u"), Map.of("active", active))
                .of(user, company.caller(ADMIN));
        company.tx.required(() -> {
            users.before(change);
            company.sql.update("update core_user set active = ? where id = ?", active, user);
            users.after(change);
            return true;
        });
    }

    private void teamsInUseStayAndAreShapedByAdministrators() {
        RecordHook teams = new TeamHook(company.tx, company.directories);
        var below = FakeChange.update(Map.of(), Map.of("parent", TOP_TEAM)).of(TEAM, company.caller(ADMIN));
        teams.before(below);
        refused(
                InvalidRecordException.class,
                () -> teams.before(FakeChange.delete(Map.of()).of(TEAM, company.caller(ADMIN))));
        refused(ForbiddenException.class, () -> teams.before(below.of(TEAM, company.caller(MANAGER))));
    }

    private void noShareEndsLaterThanADatabaseKnows() {
        refused(
                InvalidRecordException.class,
                () -> save(SELLER, new Share("user", COLLEAGUE, "", READ, Optional.of(Instant.MAX))));
    }

    private void whoSharesAtTheSameMomentIsServedToo() {
        List<CompletableFuture<Void>> all = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.runAsync(() -> save(SELLER, share(COLLEAGUE, READ))))
                .toList();
        all.forEach(CompletableFuture::join);
    }

    private void save(long by, Share... all) {
        company.as(by, () -> shares.save("thing", THING, List.of(all)));
    }

    private static Share share(long user, Grants grants) {
        return new Share("user", user, "", grants, Optional.empty());
    }

    private static void refused(Class<? extends RuntimeException> how, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(how);
    }
}
