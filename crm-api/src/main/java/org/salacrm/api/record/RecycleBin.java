package org.salacrm.api.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.query.Ref;

/**
 * Deleted records: the caller's own, everybody's for an administrator. {@link Records#restore} brings back.
 * Thread-safe.
 */
@ProviderType
public interface RecycleBin {

    /** Newest first. */
    Slice<Entry> entries(Wish wish);

    /** All of them. @param after cursor, empty for the first piece */
    default Slice<Entry> entries(String after) {
        return entries(Wish.ALL.after(after));
    }

    /**
     * What is looked for.
     *
     * @param text a part of what the record was called, in whatever case; empty for any
     * @param entity its kind; empty for any
     * @param by who deleted it; 0 for anybody
     * @param from the first day on which it was deleted, as the company counts days
     * @param until the last one
     * @param after cursor, empty for the first piece
     */
    record Wish(
            String text, String entity, long by, Optional<LocalDate> from, Optional<LocalDate> until, String after) {
        public static final Wish ALL = new Wish("", "", 0, Optional.empty(), Optional.empty(), "");

        public Wish after(String cursor) {
            return new Wish(text, entity, by, from, until, cursor);
        }
    }

    /** A deleted record. @param id what {@link Records#restore} takes */
    record Entry(long id, String entity, String label, Instant at, Ref by) {}
}
