package org.salacrm.core.query;

import java.util.List;
import java.util.Optional;
import org.salacrm.api.entity.EntityType;

/**
 * A question for rows, resolved for one caller, without its values: what the SQL text depends on. So equal questions
 * of callers with equal rights are one statement of the database.
 *
 * @param limit rows wanted, 0 for all
 */
record ListQuestion(
        Path id,
        List<Output> outputs,
        Condition filter,
        List<Order> orders,
        Reach reach,
        Optional<After> after,
        int limit) {

    /** The id's path stands for the entity: it is one object per entity and state of the metadata. */
    EntityType type() {
        return id.owner();
    }
}
