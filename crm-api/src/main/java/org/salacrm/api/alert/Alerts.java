package org.salacrm.api.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.Slice;

/** What the current caller has been told; nobody sees or touches what others were told. Thread-safe. */
@ProviderType
public interface Alerts {

    /**
     * Newest first. An alert about a record that the caller may not read (any more) is left out.
     *
     * @param which {@code all}, {@code unread}, or the code of a kind
     * @param after cursor of the piece before, empty for the first
     */
    Slice<Alert> list(String which, String after);

    /** How many are unread and not put off, {@link #MOST} at most. */
    int unread();

    /** Marks as read, or as unread again; empty for all. */
    void read(Set<Long> ids, boolean read);

    /** Lets some rest until then: they count as read meanwhile and come back as new. */
    void snooze(Set<Long> ids, Instant until);

    int MOST = 100;

    /**
     * Something a user was told.
     *
     * @param text sentence in his language
     * @param record what it is about
     * @param more how many others of the kind it speaks for, when much happened at once
     * @param by who did it; empty for a moment that came
     * @param at when he was told
     * @param due the moment it speaks of
     * @param day the day it speaks of
     * @param snoozed until when it rests
     * @param asks whether his answer to an invitation is waited for
     */
    record Alert(
            long id,
            String kind,
            String text,
            Ref record,
            int more,
            Optional<Ref> by,
            Instant at,
            Optional<Instant> due,
            Optional<LocalDate> day,
            boolean read,
            Optional<Instant> snoozed,
            boolean asks) {}
}
