package org.salacrm.api.security;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** Knows on whose behalf the current thread works. Thread-safe. */
@ProviderType
public interface Callers {

    /** @throws ForbiddenException when nobody is known */
    Caller current();

    /** Does work on behalf of a caller; the caller before is back afterwards. */
    <T> T as(Caller caller, Supplier<T> work);
}
