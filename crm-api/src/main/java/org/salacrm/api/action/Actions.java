package org.salacrm.api.action;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.query.Filter;

/** All verbs of a record: transitions, conversions and code. Thread-safe. */
@ProviderType
public interface Actions {

    /** The verbs of an entity the current caller has the right to, in order. */
    List<Offer> of(String entity);

    /**
     * Runs one on a record.
     *
     * @throws UnknownActionException when the entity has no such verb
     * @throws org.salacrm.api.record.ConflictException when it is not offered for the record as it is now
     * @throws org.salacrm.api.record.InvalidRecordException naming the asked values that are wrong or missing
     * @throws org.salacrm.api.security.ForbiddenException when the caller has no right to it
     * @throws org.salacrm.api.record.StaleRecordException when somebody else saved meanwhile
     */
    ActionResult run(String id, ActionInput input);

    /**
     * A verb.
     *
     * @param kind transition, conversion or code
     * @param when records it is offered for
     * @param to for a transition: state it leads to, as in {@link org.salacrm.api.definition.Lifecycle.Transition}
     * @param fields what is asked for
     */
    record Offer(
            String entity,
            String id,
            String kind,
            Filter when,
            Optional<String> to,
            List<Ask> fields,
            String tone,
            boolean primary) {}

    /**
     * A value asked for.
     *
     * @param name key of the value: for a transition the field, for a conversion {@code step.field};
     *     {@code step.id} is a record to be taken instead of a new one, the step's name whether there is to be one
     * @param entity entity whose field describes it
     * @param field that field; empty for yes or no, yes unless said otherwise
     * @param from path of the source that pre-fills it, empty for none
     */
    record Ask(String name, String entity, String field, String from, boolean required) {}
}
