package org.salacrm.api.event;

import java.time.Instant;
import java.util.Set;

/**
 * Something happened to a record.
 *
 * @param sequence number of the event; not without gaps
 * @param version version of the record after it
 * @param kind create, update, delete, restore, or the id of an action
 * @param changed names of the changed fields
 * @param owner id of the record's owner after it, 0 for none
 * @param team id of the record's team after it, 0 for none
 * @param user who did it
 */
public record RecordEvent(
        long sequence,
        String entity,
        long id,
        int version,
        String kind,
        Set<String> changed,
        long owner,
        long team,
        long user,
        String source,
        Instant at) {}
