package org.salacrm.api.definition;

import java.util.List;
import java.util.Map;
import org.salacrm.api.query.Filter;

/**
 * How one record makes others in one transaction; YAML kind {@code conversions}. It appears as an action of the source,
 * and a step whose entity is absent is left out; without steps left it is not offered. Label key
 * {@code <entity>.<id's last part>.label}.
 *
 * @param entity the source
 * @param when which sources it is offered for
 * @param steps records made, in order
 * @param set values the source gets afterwards; {@code $account} is the id of step account
 * @param primary the one solid button
 */
public record Conversion(
        String id,
        String entity,
        Filter when,
        List<Step> steps,
        Map<String, Object> set,
        String permission,
        boolean primary)
        implements Definition {

    /**
     * A record made.
     *
     * @param name id of the step, for {@code $name} in later steps
     * @param entity what is made
     * @param reuse field of the source that may name an existing record to be taken instead
     * @param optional offered with a tick, on by default
     * @param map target field to source path; {@code =text} is a constant, {@code $name} a former step's id
     * @param ask target fields the user may fill or correct before, required ones marked with a star
     */
    public record Step(
            String name, String entity, String reuse, boolean optional, Map<String, String> map, List<String> ask) {}
}
