package org.salacrm.api.security;

import java.util.Set;

/**
 * Somebody who asks or writes.
 *
 * @param user id of the user; 0 for the system itself
 * @param login name he signs in with
 * @param language th or en
 * @param teams ids of the teams he works in: those he belongs to, those he manages and all below these
 * @param roles ids of his roles
 * @param kind what sort of caller
 * @param source from where: an address, {@code import 7}, {@code shell}; kept in the history
 */
public record Caller(
        long user, String login, String language, Set<Long> teams, Set<Long> roles, Kind kind, String source) {

    /** An administrator and the system may do everything. */
    public enum Kind {
        USER,
        ADMINISTRATOR,
        SYSTEM
    }

    public Caller {
        teams = Set.copyOf(teams);
        roles = Set.copyOf(roles);
    }

    public boolean mayEverything() {
        return kind != Kind.USER;
    }

    /** The product itself: migrations, dispatchers, rules. */
    public static Caller system(String source) {
        return new Caller(0, "system", "en", Set.of(), Set.of(), Kind.SYSTEM, source);
    }

    public Caller from(String otherSource) {
        return new Caller(user, login, language, teams, roles, kind, otherSource);
    }
}
