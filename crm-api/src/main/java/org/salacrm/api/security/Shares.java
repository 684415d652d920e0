package org.salacrm.api.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** With whom records are shared; reading needs the right to read the record, saving that to share. Thread-safe. */
@ProviderType
public interface Shares {

    /** @throws org.salacrm.api.record.AbsentRecordException when the record does not exist for the caller */
    List<Share> of(String entity, long id);

    /** Ids of records of which shares with these users and teams give something to read, perhaps no longer. */
    List<Long> with(String entity, Set<Long> principals, int most);

    /**
     * Replaces the shares of a record.
     *
     * @return as they stand now, also for a caller who has just given up his own
     */
    List<Share> save(String entity, long id, List<Share> shares);

    /**
     * A record shared with somebody.
     *
     * @param kind user or team
     * @param principal id of the user or team
     * @param label his name; not looked at when saving
     * @param until end of the share, empty for none
     */
    record Share(String kind, long principal, String label, Grants grants, Optional<Instant> until) {}

    /** What a share allows. */
    record Grants(boolean read, boolean write, boolean delete, boolean append) {}
}
