package org.salacrm.api.calendar;

import java.time.LocalDate;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.record.Records.Saved;

/**
 * Single times of an activity that comes back, by the day on which they would be. Writes on behalf of the current
 * caller, who must be allowed to change the series. Thread-safe.
 */
@ProviderType
public interface Series {

    /**
     * Changes one time, which becomes a record of its own, or that and all that follow, which become a series of their
     * own.
     *
     * @param values what changes; may be empty
     */
    Saved change(Time time, Map<String, ?> values);

    /** Lets one time fall out, or ends the series before it. */
    void drop(Time time);

    /**
     * Which time.
     *
     * @param version version of the series the caller saw
     * @param onwards with all that follow
     */
    record Time(long series, int version, LocalDate day, boolean onwards) {}
}
