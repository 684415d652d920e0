package org.salacrm.api.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * When people who work here have something, for whoever wants to meet them. Of what it is nothing is told, so it does
 * not depend on the rights of who asks. Thread-safe.
 */
@ProviderType
public interface FreeBusy {

    /** Somebody has something, from a moment to another. */
    record Busy(long user, Instant from, Instant to) {}

    /**
     * What touches some days, both included, in the company's time zone, by its beginning; what is over or off, and
     * what only has a day, keeps nobody busy.
     *
     * @param people ids of users
     */
    List<Busy> busy(LocalDate from, LocalDate to, Set<Long> people);
}
