package org.salacrm.api.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.query.Ref;

/**
 * Takes back what was done to many records at once: bulk jobs and imports. A field is put back where it still has the
 * value it was given, a record that was made is removed where nobody changed it or hung anything on it; the rest stays
 * and is listed. Only who did it and administrators take it back, each with his own rights;
 * {@link org.salacrm.api.record.AbsentRecordException} for anybody else. Thread-safe.
 */
@ProviderType
public interface Undos {
    /** Days for which anything can be taken back: bulk jobs, imports, merges. */
    int DAYS = 30;

    State get(long undo);

    /** What is not taken back, the latest first. @param before the step it goes on behind, 0 for the first piece */
    List<Left> left(long undo, long before, int limit);

    /**
     * Starts the job that takes it back. Its result has {@code done}, {@code left}, {@code failed} with
     * {@code refusals}, and {@code of}, the number that is given here.
     *
     * @throws org.salacrm.api.record.ConflictException while it is still being done or taken back
     */
    long start(long undo);

    /** The same for some of what was left, although somebody changed it since. */
    long insist(long undo, List<Choice> choices);

    /**
     * How it stands.
     *
     * @param until when it can be taken back no more
     * @param steps writes that are not taken back
     * @param undone whether it was taken back, as far as nobody changed anything
     */
    record State(long undo, Instant until, long steps, boolean undone) {}

    /** What is to be put back anyway. @param fields all of them when empty */
    record Choice(long step, Set<String> fields) {}

    /**
     * A record that is not as it was.
     *
     * @param verb create, update or delete, or pick, share, note or file for what else was done
     * @param label what a person calls it
     * @param by who changed it last, and when
     * @param fields of a record that was changed
     */
    record Left(
            long step,
            String entity,
            long record,
            String label,
            String verb,
            Optional<Ref> by,
            Optional<Instant> at,
            List<Field> fields) {}

    /** A field before, as it was made, and as it is: plain values or a {@link Ref}, empty where there is none. */
    record Field(String name, Optional<Object> before, Optional<Object> made, Optional<Object> now) {}
}
