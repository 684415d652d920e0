package org.salacrm.api.query;

import java.util.Collections;
import java.util.List;

/**
 * One record of an answer.
 *
 * @param values in the order of the query's fields: String, Long, Integer, BigDecimal, Boolean, LocalDate, Instant,
 *     {@link Ref}, for parts a list of maps, or null where empty or not readable
 */
public record Row(long id, int version, List<Object> values) {
    public Row {
        values = Collections.unmodifiableList(values);
    }
}
