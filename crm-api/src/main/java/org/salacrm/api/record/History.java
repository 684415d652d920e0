package org.salacrm.api.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.query.Ref;

/**
 * What happened to a record, for whoever may read it; fields he may not read are left out. Newest first.
 * All methods throw {@link AbsentRecordException} when the record does not exist for the caller. Thread-safe.
 */
@ProviderType
public interface History {

    /** The writes of the record itself. @param after cursor, empty for the first piece */
    Slice<Entry> of(String entity, long id, String after);

    /** Activities, notes, files and changes of all that hangs on the record; what lies ahead comes first. */
    Slice<Happening> timeline(String entity, long id, Wish wish);

    /**
     * Which happenings are wanted.
     *
     * @param after cursor, empty for the first piece
     * @param kinds empty for all
     * @param person id of the user who did it, 0 for anybody
     * @param text stands in what they are called or say; empty for all
     */
    record Wish(String after, Set<String> kinds, long person, String text) {

        public static Wish all(String after) {
            return new Wish(after, Set.of(), 0, "");
        }

        public boolean wants(String kind) {
            return kinds.isEmpty() || kinds.contains(kind);
        }
    }

    /**
     * A write.
     *
     * @param by the user
     * @param verb create, update, delete, restore, or the id of an action
     * @param source from where: an address, {@code import 7}, {@code shell}
     */
    record Entry(long id, Instant at, Ref by, String verb, String source, List<Difference> changes) {}

    /** A field before and after: plain values or a {@link Ref}; empty where there was none. */
    record Difference(String field, Optional<Object> old, Optional<Object> now) {}

    /**
     * Something that happened or will happen around a record.
     *
     * @param kind activity, change, note or file
     * @param entity kind of the record it happened to
     * @param record its id
     * @param label what a person calls it
     * @param text what it says, of an activity also what came of it; empty when none
     * @param icon name of an icon, empty when none
     * @param state pick list and code of an activity's state, empty when none
     * @param note the note that it is, empty for all others
     */
    record Happening(
            long id,
            Instant at,
            String kind,
            String entity,
            long record,
            String label,
            String text,
            Ref by,
            String icon,
            Optional<State> state,
            List<Difference> changes,
            Optional<Notes.Note> note) {}

    /** A state as the code of a pick list. */
    record State(String pickList, String code) {}
}
