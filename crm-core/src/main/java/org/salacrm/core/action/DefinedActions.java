package org.salacrm.core.action;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.action.Action;
import org.salacrm.api.action.ActionInput;
import org.salacrm.api.action.ActionResult;
import org.salacrm.api.action.Actions;
import org.salacrm.api.action.UnknownActionException;
import org.salacrm.api.definition.Conversion;
import org.salacrm.api.message.Messages;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.core.record.Writes;

/** Offers the verbs that definitions and code give an entity, and runs them for those who may. */
@Component(service = Actions.class)
public class DefinedActions implements Actions {
    private final Verbs verbs;
    private final Sources sources;
    private final Runs runs;
    private final Writes writes;
    private final Callers callers;
    private final Rights rights;
    private final Messages messages;

    @Activate
    public DefinedActions(
            @Reference Verbs verbs,
            @Reference Sources sources,
            @Reference Runs runs,
            @Reference Writes writes,
            @Reference Callers callers,
            @Reference Rights rights,
            @Reference Messages messages) {
        this.verbs = verbs;
        this.sources = sources;
        this.runs = runs;
        this.writes = writes;
        this.callers = callers;
        this.rights = rights;
        this.messages = messages;
    }

    @Override
    public List<Offer> of(String entity) {
        Caller caller = callers.current();
        return verbs.of(entity).stream()
                .filter(entry -> may(caller, entry))
                .map(Verbs.Entry::offer)
                .toList();
    }

    @Override
    public ActionResult run(String id, ActionInput input) {
        Verbs.Entry entry = verbs.find(input.entity(), id).orElseThrow(() -> new UnknownActionException(id));
        Caller caller = callers.current();
        if (!may(caller, entry)) {
            throw new ForbiddenException(input.entity(), id);
        }
        return writes.because(id, () -> {
            sources.require(input);
            if (!rights.allowed(caller, input.entity(), input.id(), Verb.UPDATE)) {
                throw new ForbiddenException(input.entity(), id);
            }
            if (!sources.passes(input, entry.offer().when())) {
                throw refused(caller, entry.offer(), input);
            }
            if (entry.source() instanceof Lifecycles.Way way) {
                return runs.transition(way, input);
            }
            return entry.source() instanceof Conversion conversion
                    ? runs.conversion(conversion, entry.offer(), input)
                    : ((Action) entry.source()).run(input);
        });
    }

    private boolean may(Caller caller, Verbs.Entry entry) {
        String permission = entry.permission();
        return rights.level(caller, entry.offer().entity(), Verb.UPDATE) != Level.NONE
                && (permission.isEmpty() || rights.permitted(caller, permission))
                && (!(entry.source() instanceof Conversion conversion) || mayMake(caller, conversion));
    }

    /** Steps that are optional or may take an existing record are offered also to those who cannot make one. */
    private boolean mayMake(Caller caller, Conversion conversion) {
        return verbs.steps(conversion).stream()
                .filter(step -> !step.optional() && step.reuse().isEmpty())
                .allMatch(step -> rights.level(caller, step.entity(), Verb.CREATE) != Level.NONE);
    }

    private ConflictException refused(Caller caller, Offer offer, ActionInput input) {
        String action =
                messages.text(offer.entity() + "." + offer.id() + ".label").in(caller.language());
        return sources.state(input)
                .map(state -> new ConflictException(
                        "conflict.transition", Map.of("action", action, "state", state.in(caller.language()))))
                .orElseGet(() -> new ConflictException("conflict.action", Map.of("action", action)));
    }
}
