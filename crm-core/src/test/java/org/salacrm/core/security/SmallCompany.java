package org.salacrm.core.security;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Shares.Grants;
import org.salacrm.api.security.Verb;
import org.salacrm.core.entity.MetadataRegistry;
import org.salacrm.core.store.Sql;
import org.salacrm.core.testing.PlainTx;
import org.salacrm.core.testing.TestClock;
import org.salacrm.core.testing.TestDatabase;
import org.salacrm.test.RandomCompany;
import org.salacrm.test.RandomCompany.Item;
import org.salacrm.test.RandomCompany.Role;
import org.salacrm.test.RandomCompany.Shared;
import org.salacrm.test.RandomCompany.Team;
import org.salacrm.test.RandomCompany.User;

/** A company small enough to be known by heart. Team 2 stands below team 1, which user 2 manages. */
final class SmallCompany {
    static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    static final long ADMIN = StoredCompany.user(1);
    static final long MANAGER = StoredCompany.user(2);
    static final long SELLER = StoredCompany.user(3);
    static final long COLLEAGUE = StoredCompany.user(4);
    static final long STRANGER = StoredCompany.user(5);
    static final long SELLING = StoredCompany.role(2);
    static final long READING = StoredCompany.role(3);
    static final long TOP_TEAM = StoredCompany.team(1);
    static final long TEAM = StoredCompany.team(2);
    private static final Item DEAL = new Item("thing", 1, 3, 2);
    /** Owned by the seller, in team 2; shared with the stranger for reading, and until an hour ago for writing. */
    static final long THING = StoredCompany.item(DEAL);

    final TestClock clock = new TestClock(NOW);
    final PlainTx tx;
    final Sql sql;
    final Directories directories;
    final MetadataRegistry types = new MetadataRegistry(StoredCompany.modules());
    final ThreadCallers callers;
    final Rights rights;

    SmallCompany(TestDatabase database) {
        tx = new PlainTx(database.dataSource());
        sql = new Sql(tx);
        StoredCompany.store(tx, company());
        directories = new Directories(tx, clock);
        callers = new ThreadCallers(directories);
        rights = new DirectoryRights(directories, types, tx, clock);
    }

    Caller caller(long user) {
        return callers.find(user).orElseThrow();
    }

    void as(long user, Runnable work) {
        callers.as(caller(user), () -> {
            work.run();
            return true;
        });
    }

    private static RandomCompany company() {
        Map<String, Level> selling =
                Map.of(Verb.READ, Level.TEAM, Verb.UPDATE, Level.OWN, Verb.SHARE, Level.OWN, Verb.DELETE, Level.NONE);
        Map<String, Level> reading = Map.of(Verb.READ, Level.OWN, Verb.UPDATE, Level.OWN);
        return new RandomCompany(
                NOW,
                StoredCompany.KINDS,
                List.of(new Team(1, 0, 2), new Team(2, 1, 0)),
                List.of(
                        new Role(1, true, Map.of(), Map.of(), Set.of()),
                        new Role(2, false, Map.of("thing", selling), Map.of("thing.price", Access.READ), Set.of()),
                        new Role(3, false, Map.of("thing", reading), Map.of("thing.price", Access.NONE), Set.of())),
                List.of(
                        new User(1, true, 0, Set.of(), Set.of(1L)),
                        new User(2, true, 0, Set.of(), Set.of(2L)),
                        new User(3, true, 2, Set.of(), Set.of(2L)),
                        new User(4, true, 2, Set.of(), Set.of(3L)),
                        new User(5, true, 0, Set.of(1L), Set.of(3L))),
                List.of(DEAL),
                List.of(
                        new Shared(DEAL, 5, 0, new Grants(true, false, false, false), Optional.empty()),
                        new Shared(
                                DEAL,
                                0,
                                1,
                                new Grants(true, true, false, false),
                                Optional.of(NOW.minusSeconds(3600)))));
    }
}
