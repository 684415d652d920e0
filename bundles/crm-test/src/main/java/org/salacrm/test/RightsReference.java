package org.salacrm.test;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Verb;
import org.salacrm.test.RandomCompany.Item;
import org.salacrm.test.RandomCompany.Kind;
import org.salacrm.test.RandomCompany.Role;
import org.salacrm.test.RandomCompany.Shared;
import org.salacrm.test.RandomCompany.Team;
import org.salacrm.test.RandomCompany.User;

/**
 * The rules of rights once more, in the plainest way and without the product, to compare every door with.
 * Used by one thread.
 */
public final class RightsReference {
    private final RandomCompany company;
    private final Map<User, Set<Long>> worksIn = new HashMap<>();
    private final Map<String, List<Shared>> shares;

    public RightsReference(RandomCompany company) {
        this.company = company;
        this.shares = company.shared().stream().collect(Collectors.groupingBy(s -> key(s.item())));
    }

    /** Whoever gets a record, it stays the same one. */
    private static String key(Item item) {
        return item.entity() + "/" + item.id();
    }

    /** With whom a record is shared, also what has ended. */
    public List<Shared> shares(Item item) {
        return shares.getOrDefault(key(item), List.of());
    }

    /** From now on a record is shared like this. */
    public void share(Item item, List<Shared> now) {
        shares.put(key(item), List.copyOf(now));
    }

    public boolean administrator(User user) {
        return roles(user).stream().anyMatch(Role::administrator);
    }

    /** Teams a user belongs to, those he manages and whatever is below these. */
    public Set<Long> worksIn(User user) {
        return worksIn.computeIfAbsent(user, this::findTeams);
    }

    private Set<Long> findTeams(User user) {
        Set<Long> managed = new HashSet<>();
        for (Team team : company.teams()) {
            if (team.manager() == user.id()) {
                managed.add(team.id());
            }
        }
        for (int before = -1; before != managed.size(); ) {
            before = managed.size();
            for (Team team : company.teams()) {
                if (managed.contains(team.parent())) {
                    managed.add(team.id());
                }
            }
        }
        Set<Long> all = new TreeSet<>(managed);
        all.addAll(user.teams());
        if (user.team() != 0) {
            all.add(user.team());
        }
        return all;
    }

    public Level level(User user, Kind kind, String verb) {
        if (administrator(user) || kind.common() && verb.equals(Verb.READ)) {
            return Level.ALL;
        }
        Level highest = Level.NONE;
        for (Role role : roles(user)) {
            Level given = given(role, kind.entity(), verb);
            highest = given.ordinal() > highest.ordinal() ? given : highest;
        }
        return highest;
    }

    /** Whether a user may do something to a record: some role reaches it, or a share that still runs. */
    public boolean allowed(User user, Item item, String verb) {
        Kind kind = company.kinds().stream()
                .filter(k -> k.entity().equals(item.entity()))
                .findFirst()
                .orElseThrow();
        if (administrator(user) || kind.common() && verb.equals(Verb.READ)) {
            return true;
        }
        boolean owns = item.owner() == user.id();
        boolean inTeam = item.team() != 0 && worksIn(user).contains(item.team());
        boolean anyLevel = false;
        for (Role role : roles(user)) {
            switch (given(role, item.entity(), verb)) {
                case ALL -> {
                    return true;
                }
                case TEAM -> {
                    if (owns || inTeam) {
                        return true;
                    }
                    anyLevel = true;
                }
                case OWN -> {
                    if (owns) {
                        return true;
                    }
                    anyLevel = true;
                }
                default -> {
                    // gives nothing
                }
            }
        }
        return anyLevel && sharedWith(user, item, verb);
    }

    private boolean sharedWith(User user, Item item, String verb) {
        Set<Long> teams = worksIn(user);
        for (Shared shared : shares(item)) {
            boolean his = shared.user() == user.id() || teams.contains(shared.team());
            boolean runs = shared.until().isEmpty()
                    || company.now().isBefore(shared.until().get());
            if (his && runs && gives(shared, verb)) {
                return true;
            }
        }
        return false;
    }

    private static boolean gives(Shared shared, String verb) {
        return Map.of(
                        Verb.READ, shared.grants().read(),
                        Verb.EXPORT, shared.grants().read(),
                        Verb.UPDATE, shared.grants().write(),
                        Verb.DELETE, shared.grants().delete(),
                        Verb.APPEND, shared.grants().append())
                .getOrDefault(verb, false);
    }

    /** A field of parts can be no more open than the field in which the parts stand. */
    public Access field(User user, Kind kind, String field) {
        Access said = said(user, kind, field);
        int dot = field.indexOf('.');
        if (dot < 0) {
            return said;
        }
        Access parts = said(user, kind, field.substring(0, dot));
        return parts.compareTo(said) < 0 ? parts : said;
    }

    private Access said(User user, Kind kind, String field) {
        if (administrator(user)) {
            return Access.WRITE;
        }
        boolean anybody = false;
        boolean read = false;
        boolean write = false;
        for (Role role : roles(user)) {
            Access said = role.fields().get(kind.entity() + "." + field);
            boolean opensIt = opens(role, kind);
            anybody |= said != null || opensIt;
            write |= said == Access.WRITE || said == null && opensIt;
            read |= said == Access.READ;
        }
        if (!anybody) {
            return kind.common() ? Access.READ : Access.NONE;
        }
        return write ? Access.WRITE : read ? Access.READ : Access.NONE;
    }

    public boolean permitted(User user, String permission) {
        return administrator(user)
                || roles(user).stream().anyMatch(role -> role.permissions().contains(permission));
    }

    private static boolean opens(Role role, Kind kind) {
        return role.levels().getOrDefault(kind.entity(), Map.of()).values().stream()
                .anyMatch(level -> level != Level.NONE);
    }

    private List<Role> roles(User user) {
        return company.roles().stream()
                .filter(role -> user.roles().contains(role.id()))
                .toList();
    }

    private static Level given(Role role, String entity, String verb) {
        return role.levels().getOrDefault(entity, Map.of()).getOrDefault(verb, Level.NONE);
    }
}
