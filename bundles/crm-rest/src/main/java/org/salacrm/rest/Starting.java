package org.salacrm.rest;

import java.time.Duration;
import java.util.Set;
import org.salacrm.api.record.BusyException;
import org.salacrm.rest.problem.RefusedException;

/** Tells what does not exist from what is only not there yet, because what it needs is just starting. */
public final class Starting {
    private static final Duration SOON = Duration.ofSeconds(2);

    private Starting() {}

    /** @param known all names there can be */
    public static RuntimeException known(Set<String> known, String name) {
        return known.contains(name)
                ? new BusyException(name + " is not there yet", SOON)
                : new RefusedException(404, "address.unknown");
    }
}
