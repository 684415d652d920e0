package org.salacrm.core.record;

import java.sql.SQLException;
import org.salacrm.core.store.StoreBusyException;

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
        if (StoreBusyException.isLostRace(state)) {
            return LOST_RACE;
        }
        if (state.equals("23505")) {
            return DUPLICATE;
        }
        return StoreBusyException.isAway(state) ? AWAY : OTHER;
    }
}
