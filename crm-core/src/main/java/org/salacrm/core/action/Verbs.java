package org.salacrm.core.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.action.Action;
import org.salacrm.api.action.Actions.Ask;
import org.salacrm.api.action.Actions.Offer;
import org.salacrm.api.definition.Conversion;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.query.Filter;

/** Knows every verb of an entity, whoever may do it: transitions, conversions, code. */
@Component(service = Verbs.class)
public class Verbs {
    static final String TRANSITION = "transition";
    static final String CONVERSION = "conversion";
    static final String CODE = "code";

    private final Registry registry;
    private final EntityTypes types;
    private final Lifecycles lifecycles;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Action> code = List.of();

    @Activate
    public Verbs(@Reference Registry registry, @Reference EntityTypes types, @Reference Lifecycles lifecycles) {
        this.registry = registry;
        this.types = types;
        this.lifecycles = lifecycles;
    }

    /** Without a container: the actions are given by hand. */
    Verbs with(List<Action> actions) {
        this.code = List.copyOf(actions);
        return this;
    }

    List<Entry> of(String entity) {
        List<Entry> verbs = new ArrayList<>();
        lifecycles.of(entity).forEach(cycle -> cycle.transitions().forEach(t -> verbs.add(transition(cycle, t))));
        registry.all(Conversion.class).stream()
                .filter(c -> c.entity().equals(entity) && !steps(c).isEmpty())
                .forEach(c -> verbs.add(conversion(c)));
        code.stream().filter(a -> a.entity().equals(entity)).forEach(a -> verbs.add(code(a)));
        return verbs;
    }

    Optional<Entry> find(String entity, String id) {
        return of(entity).stream().filter(v -> v.offer().id().equals(id)).findFirst();
    }

    /**
     * A verb.
     *
     * @param permission right needed beyond changing the record, empty for none
     * @param source the Way, Conversion or Action it comes from
     */
    record Entry(Offer offer, String permission, Object source) {}

    /** The steps whose entity is there. */
    List<Conversion.Step> steps(Conversion conversion) {
        return conversion.steps().stream()
                .filter(step -> types.find(step.entity()).isPresent())
                .toList();
    }

    /** The verb's id of a conversion: the last part of its own. */
    static String id(Conversion conversion) {
        return conversion.id().substring(conversion.id().lastIndexOf('.') + 1);
    }

    private Entry transition(Lifecycle cycle, Lifecycle.Transition transition) {
        List<Ask> asks = new ArrayList<>();
        if (Lifecycles.choosesTarget(transition)) {
            asks.add(new Ask(cycle.field(), cycle.entity(), cycle.field(), "", true));
        }
        for (String written : transition.fields()) {
            Asked asked = Asked.of(written);
            asks.add(new Ask(asked.field(), cycle.entity(), asked.field(), asked.from(), asked.required()));
        }
        Filter from = Filter.in(cycle.field(), lifecycles.codes(cycle, transition.from()));
        Offer offer = new Offer(
                cycle.entity(),
                transition.id(),
                TRANSITION,
                from.and(transition.when()),
                Optional.of(transition.to()),
                List.copyOf(asks),
                transition.tone(),
                transition.primary());
        return new Entry(offer, transition.permission(), new Lifecycles.Way(cycle, transition));
    }

    private Entry conversion(Conversion conversion) {
        List<Ask> asks = new ArrayList<>();
        for (Conversion.Step step : steps(conversion)) {
            if (step.optional()) {
                asks.add(new Ask(step.name(), step.entity(), "", "", false));
            }
            if (!step.reuse().isEmpty()) {
                asks.add(new Ask(step.name() + ".id", conversion.entity(), step.reuse(), step.reuse(), false));
            }
            for (String written : step.ask()) {
                Asked asked = Asked.of(written);
                String from = step.map().getOrDefault(asked.field(), "");
                asks.add(new Ask(
                        step.name() + "." + asked.field(),
                        step.entity(),
                        asked.field(),
                        from.startsWith("=") || from.startsWith("$") ? "" : from,
                        asked.required()));
            }
        }
        Offer offer = new Offer(
                conversion.entity(),
                id(conversion),
                CONVERSION,
                conversion.when(),
                Optional.empty(),
                List.copyOf(asks),
                "",
                conversion.primary());
        return new Entry(offer, conversion.permission(), conversion);
    }

    private static Entry code(Action action) {
        Offer offer =
                new Offer(action.entity(), action.id(), CODE, action.when(), Optional.empty(), List.of(), "", false);
        return new Entry(offer, action.entity() + "." + action.id(), action);
    }
}
