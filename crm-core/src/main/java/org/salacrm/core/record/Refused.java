package org.salacrm.core.record;

import java.sql.SQLException;
import java.util.Set;

/** Why the database refused, read out of whatever exception its refusal is wrapped in. */
enum Refused {
    /** A lock, a race or a serialization was lost: the same work may succeed when done again. */
    LOST_RACE,
    /** A value is there already that may be there only once. */
    DUPLICATE,
    /** The database cannot be reached or had no free connection. */
    AWAY,
    /** Anything else. */
    OTHER;

    private static final Set<String> LOST = Set.of("40001", "40P01", "40XL1", "40XL2", "55P03");

    static Refused why(Throwable thrown) {
        boolean sql = false;
        for (Throwable t = thrown; t != null && t != t.getCause(); t = t.getCause()) {
            if (t instanceof LostRaceException) {
                return LOST_RACE;
            }
            if (t instanceof SQLException refusal) {
                sql = true;
                if (refusal.getSQLState() != null) {
                    return of(refusal.getSQLState());
                }
            }
        }
        return sql ? AWAY : OTHER;
    }

    private static Refused of(String state) {
        if (LOST.contains(state)) {
            return LOST_RACE;
        }
        if (state.equals("23505")) {
            return DUPLICATE;
        }
        boolean away = state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
        return away || state.equals("XJ040") || state.equals("XJ015") ? AWAY : OTHER;
    }
}
