package org.salacrm.api.security;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** Knows on whose behalf the current thread works. Thread-safe. */
@ProviderType
public interface Callers {

    /** @throws ForbiddenException when nobody is known */
    Caller current();

    /** The caller a user would be now; empty when there is no such user or he is out of use. */
    Optional<Caller> find(long user);

    /** Does work on behalf of a caller; the caller before is back afterwards. */
    <T> T as(Caller caller, Supplier<T> work);
}
