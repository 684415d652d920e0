package org.salacrm.core.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.salacrm.api.record.Records.Saved;

/**
 * The inner door for writing, for transitions, conversions and other work that acts on a caller's behalf. What the
 * caller chose passes his field rights, what a definition sets does not. Thread-safe.
 */
public interface Writes {

    Saved create(String entity, Map<String, ?> chosen, Map<String, ?> set);

    /**
     * Creates records of one entity together, with few statements. Each is refused for itself; the hooks
     * that run before a record is written do not see the others.
     *
     * @param records the chosen values of each
     * @return what became of each, in the same order
     */
    List<Made> createAll(String entity, List<? extends Map<String, ?>> records);

    /** What became of one of several records: what was saved, or else why not. */
    record Made(Optional<Saved> saved, Optional<RuntimeException> refusal) {}

    Saved update(String entity, long id, int version, Map<String, ?> chosen, Map<String, ?> set);

    /** Puts back the record of an id that was deleted last, out of the recycle bin. */
    Saved restore(String entity, long id);

    /** Does work in one transaction and keeps how to undo what it writes. @param undo under which number, 0 for no */
    <T> T keeping(long undo, Supplier<T> work);

    /** Under which number the running work keeps how to undo it, 0 for no. */
    long undo();

    /**
     * Gives a record back what it had before a write, within the rights of the caller. A field that is another one
     * by now stays as it is.
     *
     * @param anyway fields that are put back even so
     * @return what stays
     */
    List<Kept.Field> putBack(Kept written, Set<String> anyway);

    /** Whether a write of the running transaction was left half done, so that nothing of it will be kept. */
    boolean isSpoiled();

    /** Does work in one transaction whose updates are told under the name of an action. */
    <T> T because(String action, Supplier<T> work);
}
