package org.salacrm.api.definition;

import java.util.List;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Sort;

/**
 * A ready-made list of an entity; YAML kind {@code views}. Label key {@code view.<id>.label}.
 *
 * @param columns paths; the entity's listed fields when empty
 * @param sort order at first sight
 * @param filter which records
 * @param mode table or board
 * @param order place among the entity's views
 */
public record View(
        String id, String entity, List<String> columns, List<Sort> sort, Filter filter, String mode, int order)
        implements Definition {}
