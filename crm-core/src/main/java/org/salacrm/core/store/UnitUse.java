package org.salacrm.core.store;

import java.time.Duration;

/** Knows which persistence units running transactions work with. Thread-safe. */
public interface UnitUse {

    /** Waits until no transaction works with the unit. @return whether that came true in time */
    boolean awaitIdle(String unit, Duration most);
}
