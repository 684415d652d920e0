package org.salacrm.api.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Calendars for programs that know no signing in: one address per user and source, in which a secret stands that is
 * told once and can be renewed or withdrawn. Thread-safe.
 */
@ProviderType
public interface Feeds {

    /** The addresses of the current caller. */
    List<Feed> own();

    /**
     * Makes an address of the current caller for a source; the one before answers no more.
     *
     * @param mine only what he owns or takes part in
     * @return the secret, which nobody can be told again
     */
    String renew(String source, boolean mine);

    void withdraw(String source);

    /**
     * The calendar of a secret as RFC 5545 writes it: what its user may see now, from three months ago until a year
     * from now. Empty when nobody has it or he is out of use.
     */
    Optional<String> calendar(String secret);

    /** An address there is for a source. */
    record Feed(String source, boolean mine, Instant madeAt) {}
}
