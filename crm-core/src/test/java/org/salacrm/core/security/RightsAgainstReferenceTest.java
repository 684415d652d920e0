package org.salacrm.core.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Scope;
import org.salacrm.api.security.Verb;
import org.salacrm.core.entity.MetadataRegistry;
import org.salacrm.core.store.Database.Vendor;
import org.salacrm.core.testing.PlainTx;
import org.salacrm.core.testing.TestClock;
import org.salacrm.core.testing.TestDatabase;
import org.salacrm.test.Proves;
import org.salacrm.test.RandomCompany;
import org.salacrm.test.RandomCompany.Item;
import org.salacrm.test.RandomCompany.Kind;
import org.salacrm.test.RandomCompany.Shared;
import org.salacrm.test.RandomCompany.Size;
import org.salacrm.test.RandomCompany.User;
import org.salacrm.test.RightsReference;

@RunWith(Parameterized.class)
public class RightsAgainstReferenceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final int QUESTIONS = 12_000;
    private static final Set<String> WRITING = Set.of(Verb.CREATE, Verb.UPDATE, Verb.DELETE);

    private final RandomCompany company = RandomCompany.of(22, Size.LARGE, NOW, StoredCompany.KINDS);
    private final RightsReference reference = new RightsReference(company);
    private final Random random = new Random(11);
    private final PlainTx tx;
    private final Directories directories;
    private final Rights rights;
    private int granted;

    public RightsAgainstReferenceTest(Vendor vendor) {
        tx = new PlainTx(TestDatabase.fresh(vendor).dataSource());
        TestClock clock = new TestClock(NOW);
        directories = new Directories(tx, clock);
        rights = new DirectoryRights(directories, new MetadataRegistry(StoredCompany.modules()), tx, clock);
        StoredCompany.store(tx, company);
    }

    @Parameters(name = "{0}")
    public static List<Vendor> vendors() {
        return TestDatabase.vendors();
    }

    @Test
    @Proves({"ADM-01", "ADM-03", "ADM-04", "ADM-05"})
    public void everyAnswerIsWhatTheRulesSay() {
        assertThat(company.users()).hasSizeGreaterThanOrEqualTo(200);
        company.users().forEach(this::worksInTheTeamsOfTheReference);
        tx.required(() -> {
            for (int i = 0; i < QUESTIONS; i++) {
                ask(i);
            }
            return true;
        });
        assertThat(granted)
                .as("a test that is always refused proves nothing")
                .isBetween(QUESTIONS / 5, QUESTIONS * 4 / 5);
    }

    private void worksInTheTeamsOfTheReference(User user) {
        var caller = directories.current().caller(StoredCompany.user(user.id()), "test");
        assertThat(caller.isPresent()).isEqualTo(user.active());
        caller.ifPresent(c -> {
            assertThat(c.teams())
                    .isEqualTo(reference.worksIn(user).stream()
                            .map(StoredCompany::team)
                            .collect(Collectors.toSet()));
            assertThat(c.kind() == Caller.Kind.ADMINISTRATOR).isEqualTo(reference.administrator(user));
        });
    }

    private void ask(int number) {
        Item item = company.items().get(random.nextInt(company.items().size()));
        User user = somebody();
        if (number % 3 == 1) {
            item = company.shared().get(random.nextInt(company.shared().size())).item();
            user = anybodyItIsSharedWith(item);
        } else if (number % 3 == 2 && item.owner() != 0) {
            user = company.users().get((int) item.owner() - 1);
        }
        if (user.active()) {
            Kind kind = kind(item);
            String verb = RandomCompany.VERBS.get(random.nextInt(RandomCompany.VERBS.size()));
            compare(user, item, verb);
            compareFields(
                    user, kind, kind.fields().get(random.nextInt(kind.fields().size())));
        }
    }

    private void compare(User user, Item item, String verb) {
        Caller caller = caller(user);
        String question = user + " " + verb + " " + item;
        boolean expected = reference.allowed(user, item, verb);
        long id = StoredCompany.item(item);
        granted += expected ? 1 : 0;
        assertThat(rights.level(caller, item.entity(), verb))
                .as(question)
                .isEqualTo(reference.level(user, kind(item), verb));
        assertThat(rights.allowed(caller, item.entity(), id, verb)).as(question).isEqualTo(expected);
        assertThat(reached(rights.scope(caller, item.entity(), verb), item, verb))
                .as(question)
                .isEqualTo(expected);
        Rights.Decision why = rights.why(caller, item.entity(), id, verb);
        assertThat(why.allowed()).as(question).isEqualTo(expected);
        assertThat(why.reasons().get(0).grants()).as("%s %s", question, why).isEqualTo(expected);
        if (item.entity().equals("thing")) {
            String above = WRITING.contains(verb) ? Verb.UPDATE : verb;
            assertThat(rights.allowed(caller, "thingLine", id + StoredCompany.PART, verb))
                    .as("line of " + question)
                    .isEqualTo(reference.allowed(user, item, above));
        }
        String permission = "test.permission" + random.nextInt(5);
        assertThat(rights.permitted(caller, permission)).isEqualTo(reference.permitted(user, permission));
    }

    private void compareFields(User user, Kind kind, String field) {
        Caller caller = caller(user);
        Access expected = reference.field(user, kind, field);
        assertThat(rights.field(caller, kind.entity(), field))
                .as(user + " " + field)
                .isEqualTo(expected);
        Rights.Decision why = rights.why(caller, kind.entity(), field);
        assertThat(why.allowed()).isEqualTo(expected != Access.NONE);
        assertThat(why.reasons().get(0).grants())
                .as("%s %s %s", user, field, why)
                .isEqualTo(why.allowed());
        if (field.equals("lines")) {
            Access line = rights.field(caller, "thingLine", "text");
            assertThat(line).as("a part is not seen where its place is hidden").isLessThanOrEqualTo(expected);
        }
    }

    /** What a question engine makes of a scope. */
    private boolean reached(Scope scope, Item item, String verb) {
        if (scope.all()
                || scope.owners().contains(StoredCompany.user(item.owner())) && item.owner() != 0
                || scope.teams().contains(StoredCompany.team(item.team())) && item.team() != 0) {
            return true;
        }
        return reference.shares(item).stream()
                .filter(s -> s.until().isEmpty() || s.until().get().isAfter(NOW))
                .filter(s -> ShareRow.gives(s.grants(), verb))
                .anyMatch(s -> scope.principals().contains(principal(s)));
    }

    private static long principal(Shared s) {
        return s.user() == 0 ? StoredCompany.team(s.team()) : StoredCompany.user(s.user());
    }

    private User somebody() {
        return company.users().get(random.nextInt(company.users().size()));
    }

    private User anybodyItIsSharedWith(Item item) {
        List<User> users = company.users().stream()
                .filter(u -> reference.shares(item).stream()
                        .anyMatch(
                                s -> s.user() == u.id() || reference.worksIn(u).contains(s.team())))
                .toList();
        return users.isEmpty() ? somebody() : users.get(random.nextInt(users.size()));
    }

    private Kind kind(Item item) {
        return company.kinds().stream()
                .filter(k -> k.entity().equals(item.entity()))
                .findFirst()
                .orElseThrow();
    }

    private Caller caller(User user) {
        return directories
                .current()
                .caller(StoredCompany.user(user.id()), "test")
                .orElseThrow();
    }
}
