package org.salacrm.rest.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.action.Actions;
import org.salacrm.api.action.Actions.Ask;
import org.salacrm.api.action.Actions.Offer;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.Lifecycle.Transition;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.definition.Receiver;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Filter;
import org.salacrm.rest.json.Shape;

/** What can be done with records of an entity: the ways between its states, and its other verbs. */
@Component(service = Verbs.class)
public final class Verbs {
    private static final String OPEN = "open";
    private static final Set<String> PLAIN = Set.of("", "neutral");

    private final Registry registry;
    private final PickLists pickLists;
    private final Actions actions;
    private final EntityTypes types;
    private final FieldShapes fields;
    private final Labels labels;

    @Activate
    public Verbs(
            @Reference Registry registry,
            @Reference PickLists pickLists,
            @Reference Actions actions,
            @Reference EntityTypes types,
            @Reference FieldShapes fields,
            @Reference Labels labels) {
        this.registry = registry;
        this.pickLists = pickLists;
        this.actions = actions;
        this.types = types;
        this.fields = fields;
        this.labels = labels;
    }

    Optional<Lifecycle> lifecycle(String entity) {
        return registry.all(Lifecycle.class).stream()
                .filter(l -> l.entity().equals(entity))
                .findFirst();
    }

    /** Whether records are people, who may be handed on as cards. */
    boolean isPerson(String entity) {
        return registry.all(Receiver.class).stream().anyMatch(one -> one.isPerson(entity));
    }

    /** The verbs the current caller has the right to. */
    List<Offer> offers(String entity) {
        return actions.of(entity);
    }

    /** Whether the words of a field have colours, as those of a state have. */
    boolean isStatus(FieldType field) {
        return field.kind().equals(Kind.PICK)
                && !field.flags().readOnly()
                && pickLists.get(field.pickList()).items().stream().anyMatch(item -> !PLAIN.contains(item.tone()));
    }

    Shape lifecycle(Lifecycle lifecycle, String pickList, List<Offer> offers) {
        PickList states = pickLists.get(pickList);
        Map<String, Offer> allowed = offers.stream().collect(Collectors.toMap(Offer::id, Function.identity()));
        return new Shape()
                .with("field", lifecycle.field())
                .with(
                        "states",
                        states.items().stream()
                                .map(item -> state(item, lifecycle))
                                .toList())
                .with(
                        "transitions",
                        lifecycle.transitions().stream()
                                .filter(t -> allowed.containsKey(t.id()))
                                .map(t -> transition(t, allowed.get(t.id()), states))
                                .toList());
    }

    private static Shape state(PickList.Item item, Lifecycle lifecycle) {
        boolean closed = !item.phase().isEmpty() && !item.phase().equals(OPEN);
        return new Shape()
                .with("code", item.code())
                .with("label", item.label())
                .some("tone", item.tone())
                .with("order", item.order())
                .some("percent", item.percent())
                .some("phase", item.phase())
                .some("locked", lifecycle.locked().get(item.phase()))
                .with("closed", closed);
    }

    private Shape transition(Transition transition, Offer offer, PickList states) {
        boolean chosen = transition.to().startsWith("(");
        return new Shape()
                .with("id", transition.id())
                .with("label", labels.verb(offer.entity(), transition.id()))
                .with("from", codes(transition.from(), states))
                .with("to", chosen ? "" : transition.to())
                .some("choices", chosen ? codes(List.of(inside(transition.to())), states) : null)
                .some("tone", transition.tone())
                .with("fields", offer.fields().stream().map(Verbs::asked).toList())
                .some("when", tree(transition.when()))
                .with("primary", transition.primary());
    }

    private static String inside(String brackets) {
        return brackets.substring(1, brackets.length() - 1);
    }

    private static Shape asked(Ask ask) {
        return new Shape()
                .with("name", ask.name())
                .with("required", ask.required())
                .some("from", ask.from());
    }

    /** Phases stand for all their states. */
    private static List<String> codes(List<String> from, PickList states) {
        Set<String> codes = new LinkedHashSet<>();
        for (PickList.Item item : states.items()) {
            if (from.contains("*") || from.contains(item.code()) || from.contains(item.phase())) {
                codes.add(item.code());
            }
        }
        return List.copyOf(codes);
    }

    /** The verbs that are no transitions. */
    List<Shape> actions(List<Offer> offers) {
        List<Shape> shapes = new ArrayList<>();
        for (Offer offer : offers) {
            if (!offer.kind().equals("transition")) {
                shapes.add(action(offer));
            }
        }
        return shapes;
    }

    private Shape action(Offer offer) {
        String confirm = offer.entity() + "." + offer.id() + ".confirm";
        List<Shape> input = offer.fields().stream()
                .map(this::input)
                .flatMap(Optional::stream)
                .toList();
        return new Shape()
                .with("id", offer.id())
                .with("label", labels.verb(offer.entity(), offer.id()))
                .with("icon", offer.kind().equals("conversion") ? "arrow-right-circle" : "bolt")
                .some("tone", offer.tone())
                .with("scope", offer.kind().equals("code") ? List.of("record", "bulk") : List.of("record"))
                .with("primary", offer.primary())
                .some("when", tree(offer.when()))
                .with("input", input)
                .some("confirm", labels.has(confirm) ? labels.text(confirm) : null);
    }

    private Optional<Shape> input(Ask ask) {
        if (ask.field().isEmpty()) {
            return Optional.of(tick(ask));
        }
        return types.find(ask.entity()).flatMap(type -> type.field(ask.field())).map(field -> fields.describe(
                        ask.entity(), field, ask.name())
                .with("required", ask.required())
                .with("readOnly", false)
                .some("from", ask.from())
                .with("access", "write"));
    }

    /** A step that may be left out; it is taken unless somebody says no. */
    private Shape tick(Ask ask) {
        return new Shape()
                .with("name", ask.name())
                .with("kind", Kind.BOOL)
                .with("label", labels.entity(ask.entity()))
                .with("required", false)
                .with("readOnly", false)
                .with("value", true)
                .with("access", "write");
    }

    private static Object tree(Filter filter) {
        return filter == null || filter.equals(Filter.NONE) ? null : filter.tree();
    }
}
