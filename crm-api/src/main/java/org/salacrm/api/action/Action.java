package org.salacrm.api.action;

import org.osgi.annotation.versioning.ConsumerType;
import org.salacrm.api.query.Filter;

/**
 * A verb of an entity that is code: a button, a bulk command, an outcome of a rule. Runs inside one transaction with
 * the caller's rights. Transitions and conversions need no Action; they appear as actions by themselves.
 */
@ConsumerType
public interface Action {

    /** Entity whose records it works on. */
    String entity();

    /** Unique within the entity; label key {@code <entity>.<id>.label}, permission {@code <entity>.<id>}. */
    String id();

    /** Which records it is offered for. */
    default Filter when() {
        return Filter.NONE;
    }

    ActionResult run(ActionInput input);
}
