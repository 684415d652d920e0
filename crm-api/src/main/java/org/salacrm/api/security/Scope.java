package org.salacrm.api.security;

import java.util.Set;

/**
 * Which records a right reaches, as keys that an index serves. A record is reached when everything is, or its owner or
 * team is among the keys, or it is shared with one of the principals.
 *
 * @param all every record
 * @param owners ids of owners
 * @param teams ids of teams
 * @param principals ids of users and teams whose shares count; empty when nothing is reached by sharing
 */
public record Scope(boolean all, Set<Long> owners, Set<Long> teams, Set<Long> principals) {
    public static final Scope ALL = new Scope(true, Set.of(), Set.of(), Set.of());
    public static final Scope NONE = new Scope(false, Set.of(), Set.of(), Set.of());

    public Scope {
        owners = Set.copyOf(owners);
        teams = Set.copyOf(teams);
        principals = Set.copyOf(principals);
    }

    public boolean none() {
        return !all && owners.isEmpty() && teams.isEmpty() && principals.isEmpty();
    }
}
