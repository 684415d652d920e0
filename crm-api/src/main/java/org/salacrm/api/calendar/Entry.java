package org.salacrm.api.calendar;

import java.util.Optional;
import java.util.Set;
import org.salacrm.api.query.Ref;

/**
 * A record in a calendar.
 *
 * @param source id of the source it comes from
 * @param span when; of a repeated record this one time
 * @param about what it belongs to
 * @param people ids of the users who take part
 * @param kind code of the source's kind; empty when it has none
 * @param status code of the source's status; empty when it has none
 * @param repeated it is one of several times of the same record
 */
public record Entry(
        String source,
        String entity,
        long id,
        int version,
        String title,
        Span span,
        Optional<Ref> about,
        Optional<Ref> owner,
        Set<Long> people,
        String kind,
        String status,
        boolean repeated) {}
