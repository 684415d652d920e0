package org.salacrm.core.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;

/** Knows the states of every entity: the rows of the state's pick list, by code and by phase. */
@Component(service = Lifecycles.class)
public class Lifecycles {
    private final Registry registry;
    private final PickLists pickLists;
    private final EntityTypes types;
    private volatile Picture picture = new Picture(-1, Map.of());

    @Activate
    public Lifecycles(@Reference Registry registry, @Reference PickLists pickLists, @Reference EntityTypes types) {
        this.registry = registry;
        this.pickLists = pickLists;
        this.types = types;
    }

    private record Picture(long version, Map<String, List<Lifecycle>> byEntity) {}

    /** The life cycles of an entity whose state field is there. */
    List<Lifecycle> of(String entity) {
        Picture now = picture;
        if (now.version() != registry.version()) {
            long version = registry.version();
            Map<String, List<Lifecycle>> byEntity =
                    registry.all(Lifecycle.class).stream().collect(Collectors.groupingBy(Lifecycle::entity));
            now = new Picture(version, byEntity);
            picture = now;
        }
        return now.byEntity().getOrDefault(entity, List.of()).stream()
                .filter(cycle -> field(cycle).isPresent())
                .toList();
    }

    /** The life cycle that has a transition. */
    Optional<Way> way(String entity, String transition) {
        return of(entity).stream()
                .flatMap(cycle -> cycle.transitions().stream()
                        .filter(t -> t.id().equals(transition))
                        .map(t -> new Way(cycle, t)))
                .findFirst();
    }

    /** A transition and where it belongs. */
    record Way(Lifecycle cycle, Lifecycle.Transition transition) {}

    Optional<PickList.Item> state(Lifecycle cycle, String code) {
        return field(cycle).flatMap(field -> pickLists.get(field.pickList()).item(code));
    }

    /** The phase of a state; empty for a code that nobody knows. */
    String phase(Lifecycle cycle, String code) {
        return state(cycle, code).map(PickList.Item::phase).orElse("");
    }

    /** The codes that a list of phases and codes names. */
    List<String> codes(Lifecycle cycle, List<String> phasesAndCodes) {
        return states(cycle)
                .filter(s -> phasesAndCodes.contains(s.code()) || phasesAndCodes.contains(s.phase()))
                .map(PickList.Item::code)
                .toList();
    }

    /** The states a transition may lead to: one code, or all states in use of a phase in brackets. */
    List<String> targets(Lifecycle cycle, Lifecycle.Transition transition) {
        if (!choosesTarget(transition)) {
            return List.of(transition.to());
        }
        String phase = transition.to().substring(1, transition.to().length() - 1);
        return states(cycle)
                .filter(s -> s.active() && s.phase().equals(phase))
                .map(PickList.Item::code)
                .toList();
    }

    static boolean choosesTarget(Lifecycle.Transition transition) {
        return transition.to().startsWith("(") && transition.to().endsWith(")");
    }

    private Stream<PickList.Item> states(Lifecycle cycle) {
        return field(cycle).map(field -> pickLists.get(field.pickList()).items()).stream()
                .flatMap(List::stream);
    }

    private Optional<FieldType> field(Lifecycle cycle) {
        Optional<EntityType> type = types.find(cycle.entity());
        return type.flatMap(t -> t.field(cycle.field()));
    }
}
