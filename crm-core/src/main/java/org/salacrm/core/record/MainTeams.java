package org.salacrm.core.record;

import java.util.OptionalLong;

/** Knows the team that a user's new records belong to. Thread-safe. */
public interface MainTeams {
    OptionalLong of(long user);
}
