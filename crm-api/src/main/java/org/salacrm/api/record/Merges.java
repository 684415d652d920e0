package org.salacrm.api.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes one record of several that mean the same. Everything that refers to those that go, or hangs on them, is with
 * the one that stays afterwards; they lie in the recycle bin. Acts with the rights of the caller, who needs to update
 * the one and to delete the others; what refers to them moves whether he sees it or not. Thread-safe.
 */
@ProviderType
public interface Merges {
    /** Records that can be merged at once. */
    int MOST = 8;

    /**
     * What would come of it, nothing being written.
     *
     * @param ids the one that stays first
     * @return values that make it the most complete of them, as {@link #merge} takes them
     */
    Proposal propose(String entity, List<Long> ids);

    /**
     * Does it, all or nothing.
     *
     * @param stays the record that stays, as it was seen
     * @param go the others, as they were seen
     * @param values what the one that stays is given of them, as {@link Records#update} takes it
     */
    Merged merge(String entity, Seen stays, List<Seen> go, Map<String, ?> values);

    /** Does it, so that the one that stays becomes the most complete of them. */
    Merged merge(String entity, Seen stays, List<Seen> go);

    /**
     * Takes a merge back: the records are there again, what moved is with them again, and values are as they were.
     *
     * @return what somebody changed since and is left as it is
     */
    List<Changed> undo(long merge);

    /** The merges into a record that the caller can take back, the latest first. */
    List<Recent> recent(String entity, long id);

    /** Which record another one went into, through all merges since. */
    OptionalLong into(String entity, long id);

    /** A record in a state that somebody looked at. */
    record Seen(long id, int version) {}

    /** @param moves entity → how many of its records that the caller sees would move */
    record Proposal(Map<String, Object> values, Map<String, Long> moves) {}

    /** @param merge number under which it is taken back */
    record Merged(long merge, Records.Saved stays, long moved) {}

    /** @param went how many records went into the other */
    record Recent(long merge, Instant at, int went) {}

    /** @param field empty when the record as a whole is meant */
    record Changed(String entity, long id, String field) {}
}
