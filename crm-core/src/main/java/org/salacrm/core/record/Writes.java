package org.salacrm.core.record;

import java.util.Map;
import java.util.function.Supplier;
import org.salacrm.api.record.Records.Saved;

/**
 * The inner door for writing, for transitions, conversions and other work that acts on a caller's behalf. What the
 * caller chose passes his field rights, what a definition sets does not. Thread-safe.
 */
public interface Writes {

    Saved create(String entity, Map<String, ?> chosen, Map<String, ?> set);

    Saved update(String entity, long id, int version, Map<String, ?> chosen, Map<String, ?> set);

    /** Does work in one transaction whose updates are told under the name of an action. */
    <T> T because(String action, Supplier<T> work);
}
