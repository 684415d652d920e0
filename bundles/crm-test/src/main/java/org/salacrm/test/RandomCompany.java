package org.salacrm.test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Shares.Grants;
import org.salacrm.api.security.Verb;

/**
 * A company made up by chance, always the same for one seed: people with several roles, a tree of teams, records of
 * everybody and nobody, shares of all sorts. Whoever stores it can put any door of the product to the question and
 * compare the answer with {@link RightsReference}. Ids are its own numbers, from 1; a user of the test maps them.
 *
 * @param now moment at which the shares are looked at
 */
public record RandomCompany(
        Instant now,
        List<Kind> kinds,
        List<Team> teams,
        List<Role> roles,
        List<User> users,
        List<Item> items,
        List<Shared> shared) {
    public static final List<String> VERBS = Verb.STANDARD;

    /** How many of each there are; of records, of each kind. */
    public record Size(int teams, int roles, int users, int items, int shared) {
        public static final Size LARGE = new Size(45, 24, 220, 260, 1600);
    }

    /** An entity to ask about, with some of its fields; {@code lines.price} is a field of its parts. */
    public record Kind(String entity, boolean common, List<String> fields) {}

    /** A team; parent and manager are 0 when there is none. */
    public record Team(long id, long parent, long manager) {}

    public record Role(
            long id,
            boolean administrator,
            Map<String, Map<String, Level>> levels,
            Map<String, Access> fields,
            Set<String> permissions) {}

    /** A user; his main team is 0 when he has none. */
    public record User(long id, boolean active, long team, Set<Long> teams, Set<Long> roles) {}

    /** A record; owner and team are 0 when it has none. */
    public record Item(String entity, long id, long owner, long team) {}

    /** A record shared with a user (team 0) or a team (user 0). */
    public record Shared(Item item, long user, long team, Grants grants, Optional<Instant> until) {}

    /** @param kinds entities to ask about */
    public static RandomCompany of(long seed, Size size, Instant now, List<Kind> kinds) {
        return new Maker(new Random(seed), size, now, kinds).make();
    }

    private record Maker(Random random, Size size, Instant now, List<Kind> kinds) {

        RandomCompany make() {
            List<Team> teams = new ArrayList<>();
            for (long id = 1; id <= size.teams(); id++) {
                teams.add(new Team(id, chance(20) ? 0 : below(id), chance(30) ? 0 : 1 + below(size.users())));
            }
            List<Role> roles = new ArrayList<>();
            for (long id = 1; id <= size.roles(); id++) {
                roles.add(role(id));
            }
            List<User> users = new ArrayList<>();
            for (long id = 1; id <= size.users(); id++) {
                users.add(new User(
                        id,
                        !chance(8),
                        chance(10) ? 0 : 1 + below(size.teams()),
                        some(3, size.teams()),
                        some(4, size.roles())));
            }
            List<Item> items = new ArrayList<>();
            for (Kind kind : kinds) {
                for (long id = 1; id <= size.items(); id++) {
                    items.add(new Item(
                            kind.entity(),
                            id,
                            chance(5) ? 0 : 1 + below(size.users()),
                            chance(15) ? 0 : 1 + below(size.teams())));
                }
            }
            return new RandomCompany(now, kinds, teams, roles, users, items, shares(items));
        }

        private Role role(long id) {
            Map<String, Map<String, Level>> levels = new TreeMap<>();
            Map<String, Access> fields = new TreeMap<>();
            for (Kind kind : kinds) {
                if (chance(45)) {
                    Map<String, Level> verbs = new TreeMap<>();
                    VERBS.forEach(verb -> verbs.put(verb, Level.values()[(int) below(Level.values().length)]));
                    levels.put(kind.entity(), verbs);
                }
                for (String field : kind.fields()) {
                    if (chance(25)) {
                        fields.put(kind.entity() + "." + field, Access.values()[(int) below(Access.values().length)]);
                    }
                }
            }
            Set<String> permissions = chance(50) ? Set.of("test.permission" + below(5)) : Set.of();
            return new Role(id, id == 1, levels, fields, permissions);
        }

        private List<Shared> shares(List<Item> items) {
            Map<String, Shared> shares = new HashMap<>();
            for (int i = 0; i < size.shared(); i++) {
                Item item = items.get((int) below(items.size()));
                boolean withUser = chance(60);
                Shared shared = new Shared(
                        item,
                        withUser ? 1 + below(size.users()) : 0,
                        withUser ? 0 : 1 + below(size.teams()),
                        new Grants(true, chance(40), chance(30), chance(50)),
                        until());
                shares.put(item.entity() + item.id() + "/" + shared.user() + "/" + shared.team(), shared);
            }
            return List.copyOf(new TreeMap<>(shares).values());
        }

        private Optional<Instant> until() {
            if (chance(40)) {
                return Optional.empty();
            }
            // Some end at this very moment: then they have ended.
            return Optional.of(now.plus(Duration.ofHours(below(9) - 4)));
        }

        /** Up to {@code most - 1} numbers from 1 to {@code highest}; 1 is rare. */
        private Set<Long> some(int most, int highest) {
            Set<Long> some = new HashSet<>();
            for (long i = below(most); i > 0; i--) {
                some.add(chance(4) ? 1 : 2 + below(highest - 1));
            }
            return some;
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }

        private long below(long bound) {
            return random.nextInt((int) bound);
        }
    }
}
