package org.salacrm.api.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.query.Ref;

/**
 * Notes kept with records. Reading needs the right to read the record, writing that to append to it, and only the
 * author changes or removes a note, which the history of the record tells; {@link AbsentRecordException} when the
 * record or the note does not exist for the caller. Thread-safe.
 */
@ProviderType
public interface Notes {

    /** Newest first. @param after cursor, empty for the first piece */
    Slice<Note> of(String entity, long id, String after);

    long count(String entity, long id);

    /** Those that were pinned, the one pinned last first. */
    List<Note> pinned(String entity, long id);

    /**
     * @param mentioned users named in the text
     * @throws InvalidRecordException field {@code text}: empty or too long
     */
    Note add(String entity, long id, String text, Set<Long> mentioned);

    /**
     * @param seen when the note was written that the caller saw; empty for whatever stands there
     * @throws StaleRecordException when it was written anew since
     */
    Note change(long note, Optional<Instant> seen, String text, Set<Long> mentioned);

    Note one(long note);

    /** Those it names who cannot read the record, and so are not told. */
    List<Ref> unreached(long note);

    /** Keeps a note in view above all others, for everybody, or lets it go. */
    Note pin(long note, boolean on);

    void remove(long note);

    /**
     * A note.
     *
     * @param changed when its author wrote it anew
     * @param mentioned users it names as {@code @name}
     */
    record Note(
            long id, String text, Instant at, Ref by, Optional<Instant> changed, boolean pinned, List<Ref> mentioned) {

        /** When its text was written as it stands. */
        public Instant written() {
            return changed.orElse(at);
        }
    }
}
