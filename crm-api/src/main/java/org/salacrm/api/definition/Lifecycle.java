package org.salacrm.api.definition;

import java.util.List;
import java.util.Map;
import org.salacrm.api.query.Filter;

/**
 * The states of an entity and the ways between them; YAML kind {@code lifecycles}. Stage path, board, closing,
 * re-opening and holding are it. The states are the rows of the field's pick list, grouped by their phase.
 *
 * @param field pick field that holds the state; it changes by transitions only
 * @param initial code of a new record
 * @param begins codes of other phases in which a record may be written down as well: what is over already
 * @param transitions ways between states
 * @param locked by phase: fields that cannot be changed in it, {@code *} for all but owner and team
 * @param amount field that says what a record is worth, for sums by state and the trace of changes; empty: none
 * @param weighted the same times its probability; empty: none
 */
public record Lifecycle(
        String id,
        String entity,
        String field,
        String initial,
        List<String> begins,
        List<Transition> transitions,
        Map<String, List<String>> locked,
        String amount,
        String weighted)
        implements Definition {

    /**
     * A way between states. Label key {@code <entity>.<id>.label}; permission {@code <entity>.<id>}.
     *
     * @param from phases or codes it starts from
     * @param to code it leads to, or a phase in brackets, {@code (open)}: any state of it, chosen by the user
     * @param fields what is asked for, required ones marked with a star: {@code lostReason*}; a path after an equals
     *     sign says what is taken where nothing is given: {@code wonAmount* = expectedRevenue}
     * @param set field values it sets; tokens such as {@code @now} are resolved; null empties
     * @param when further condition on the record
     * @param permission right needed beyond update; empty: none
     * @param tone how the button looks
     * @param primary the one solid button in its state, where that is not the way to the next state
     */
    public record Transition(
            String id,
            List<String> from,
            String to,
            List<String> fields,
            Map<String, Object> set,
            Filter when,
            String permission,
            String tone,
            boolean primary) {}
}
