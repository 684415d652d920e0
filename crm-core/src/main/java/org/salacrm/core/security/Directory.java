package org.salacrm.core.security;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.salacrm.api.message.Text;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Level;

/**
 * Who works here and what the roles allow, as of one moment. Immutable.
 *
 * @param version number of the state in the database; rises with every change of it
 */
public record Directory(long version, Map<Long, Person> people, Map<Long, Group> teams, Map<Long, Sheet> roles) {

    public Directory {
        people = Map.copyOf(people);
        teams = Map.copyOf(teams);
        roles = Map.copyOf(roles);
    }

    /**
     * A user.
     *
     * @param team main team, 0 when he has none
     * @param teams main and further teams
     * @param roles ids of his roles
     */
    public record Person(
            long id,
            String login,
            Text name,
            String language,
            boolean active,
            long team,
            Set<Long> teams,
            Set<Long> roles) {}

    /** A team; parent and manager are 0 when there is none. */
    public record Group(long id, Text name, long parent, long manager) {}

    /**
     * What one role gives.
     *
     * @param levels by entity and verb
     * @param fields restrictions by entity and field
     */
    public record Sheet(
            long id,
            Text name,
            boolean administrator,
            Map<String, Map<String, Level>> levels,
            Map<String, Map<String, Access>> fields,
            Set<String> permissions) {

        Level level(String entity, String verb) {
            return levels.getOrDefault(entity, Map.of()).getOrDefault(verb, Level.NONE);
        }
    }

    public Optional<Person> person(long id) {
        return Optional.ofNullable(people.get(id));
    }

    /** Those who work in a team, without those who left. */
    public List<Person> members(long team) {
        return people.values().stream()
                .filter(person -> person.active() && person.teams().contains(team))
                .toList();
    }

    /** Whether somebody was a user and is out of use now. */
    public boolean hasLeft(long user) {
        return person(user).filter(person -> !person.active()).isPresent();
    }

    /** Refuses somebody who has left as the owner of anything: before work is begun and where a record is written. */
    public void takes(long owner) {
        if (hasLeft(owner)) {
            throw new InvalidRecordException("owner", "assign.left");
        }
    }

    /** Refuses whom nothing can be shared with, as no such user or team is known. */
    public void requirePrincipal(String kind, long principal) {
        boolean known = "team".equals(kind)
                ? teams.containsKey(principal)
                : "user".equals(kind) && people.containsKey(principal);
        if (!known) {
            throw new InvalidRecordException("principal", "share.principal");
        }
    }

    /** The user who signs in with a name (in small letters); empty when there is none or he is out of use. */
    public Optional<Person> active(String login) {
        return people.values().stream()
                .filter(p -> p.active() && p.login().equals(login))
                .findFirst();
    }

    /** The user as a caller; empty for one who is out of use. */
    public Optional<Caller> caller(long user, String source) {
        return person(user).filter(Person::active).map(p -> {
            boolean administrator = sheets(p.roles()).stream().anyMatch(Sheet::administrator);
            Caller.Kind kind = administrator ? Caller.Kind.ADMINISTRATOR : Caller.Kind.USER;
            return new Caller(user, p.login(), p.language(), worksIn(p), p.roles(), kind, source);
        });
    }

    /** The roles that exist among these. */
    Collection<Sheet> sheets(Set<Long> ids) {
        return ids.stream().sorted().map(roles::get).filter(Objects::nonNull).toList();
    }

    /** The name of a user or team, empty when unknown. */
    Text name(long principal) {
        Group team = teams.get(principal);
        return team != null ? team.name() : person(principal).map(Person::name).orElse(Text.NONE);
    }

    /** Teams a person belongs to, those he manages and all below these. */
    private Set<Long> worksIn(Person person) {
        Set<Long> found = new HashSet<>(person.teams());
        for (Group team : teams.values()) {
            if (isManagedBy(person.id(), team)) {
                found.add(team.id());
            }
        }
        return found;
    }

    /** Looks up the tree; a loop of parents ends where it began. */
    private boolean isManagedBy(long person, Group team) {
        Set<Long> seen = new HashSet<>();
        for (Group g = team; g != null && seen.add(g.id()); g = teams.get(g.parent())) {
            if (g.manager() == person) {
                return true;
            }
        }
        return false;
    }
}
