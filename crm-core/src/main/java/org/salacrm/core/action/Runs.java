package org.salacrm.core.action;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.action.ActionInput;
import org.salacrm.api.action.ActionResult;
import org.salacrm.api.action.Actions;
import org.salacrm.api.definition.Conversion;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.module.Modules;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.api.record.Records.Saved;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.core.record.Writes;

/** Carries out what a definition says a verb does. */
@Component(service = Runs.class)
public class Runs {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final EntityTypes types;
    private final Sources sources;
    private final Writes writes;
    private final Callers callers;
    private final Rights rights;
    private final Lifecycles lifecycles;
    private final Tokens tokens;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Modules modules;

    @Activate
    public Runs(
            @Reference EntityTypes types,
            @Reference Sources sources,
            @Reference Writes writes,
            @Reference Callers callers,
            @Reference Rights rights,
            @Reference Lifecycles lifecycles,
            @Reference Tokens tokens) {
        this.types = types;
        this.sources = sources;
        this.writes = writes;
        this.callers = callers;
        this.rights = rights;
        this.lifecycles = lifecycles;
        this.tokens = tokens;
    }

    ActionResult transition(Lifecycles.Way way, ActionInput input) {
        Lifecycle cycle = way.cycle();
        Lifecycle.Transition transition = way.transition();
        List<Asked> asked = transition.fields().stream().map(Asked::of).toList();
        Map<String, Object> given = new LinkedHashMap<>(input.values());
        String target = target(way, given.remove(cycle.field()));
        Given values = given(types.get(cycle.entity()), asked, given);
        fill(values, asked, input);
        values.set().put(cycle.field(), target);
        transition.set().forEach((field, value) -> values.set().put(field, tokens.resolve(value)));
        writes.update(input.entity(), input.id(), input.version(), values.chosen(), values.set());
        String state = lifecycles
                .state(cycle, target)
                .map(item -> item.label().in(callers.current().language()))
                .orElse(target);
        return new ActionResult("action.moved", Map.of("state", state), Optional.empty());
    }

    private String target(Lifecycles.Way way, Object chosen) {
        List<String> targets = lifecycles.targets(way.cycle(), way.transition());
        String target = Lifecycles.choosesTarget(way.transition()) ? String.valueOf(chosen) : targets.get(0);
        if (Asked.nothing(chosen) && Lifecycles.choosesTarget(way.transition())) {
            throw new InvalidRecordException(way.cycle().field(), "invalid.required");
        }
        if (!targets.contains(target)) {
            throw new InvalidRecordException(
                    List.of(new Refusal(way.cycle().field(), "invalid.pick", Map.of("value", target))));
        }
        return target;
    }

    ActionResult conversion(Conversion conversion, Actions.Offer offer, ActionInput input) {
        Steps steps = new Steps(input, offer);
        for (Conversion.Step step : conversion.steps()) {
            steps.make(step);
        }
        Map<String, Object> set = new LinkedHashMap<>();
        conversion.set().forEach((field, value) -> steps.value(value).ifPresent(v -> set.put(field, v)));
        if (!set.isEmpty()) {
            writes.update(input.entity(), input.id(), input.version(), Map.of(), set);
        }
        return new ActionResult("action.done", Map.of(), steps.last);
    }

    /** @throws BusyException when it is away for a moment only: what is made now must not lack it for ever */
    private boolean isAbsent(String entity) {
        if (types.find(entity).isPresent()) {
            return false;
        }
        if (modules != null && modules.returns(entity)) {
            throw new BusyException(entity + " is away for a moment", SOON);
        }
        return true;
    }

    /** Values a caller gave: those he may write by himself, and those only this verb may write for him. */
    private record Given(Map<String, Object> chosen, Map<String, Object> set) {}

    private Given given(EntityType type, List<Asked> asked, Map<String, Object> values) {
        Given sorted = new Given(new LinkedHashMap<>(), new LinkedHashMap<>());
        Caller caller = callers.current();
        values.forEach((name, value) -> {
            Optional<FieldType> field =
                    asked.stream().anyMatch(a -> a.field().equals(name)) ? type.field(name) : Optional.empty();
            if (field.isEmpty()) {
                throw new InvalidRecordException(List.of(new Refusal(name, "invalid.unknown", Map.of("field", name))));
            }
            boolean mine = rights.field(caller, type.name(), name) == Access.WRITE;
            if (!mine) {
                throw new InvalidRecordException(name, "invalid.readOnly");
            }
            (field.get().flags().readOnly() ? sorted.set() : sorted.chosen()).put(name, value);
        });
        return sorted;
    }

    /** Takes what is not given from the record itself and refuses what is still missing. */
    private void fill(Given values, List<Asked> asked, ActionInput input) {
        List<Asked> missing = asked.stream()
                .filter(a -> Asked.nothing(values.chosen().get(a.field()))
                        && Asked.nothing(values.set().get(a.field())))
                .toList();
        List<String> paths = missing.stream()
                .map(a -> a.from().isEmpty() ? a.field() : a.from())
                .toList();
        Map<String, Object> source = sources.values(input, paths);
        List<Refusal> refusals = new ArrayList<>();
        for (Asked a : missing) {
            Object value = source.get(a.from().isEmpty() ? a.field() : a.from());
            if (value != null && !a.from().isEmpty()) {
                values.set().put(a.field(), value);
            } else if (value == null && a.required()) {
                refusals.add(new Refusal(a.field(), "invalid.required", Map.of()));
            }
        }
        if (!refusals.isEmpty()) {
            throw new InvalidRecordException(refusals);
        }
    }

    /** The steps of one conversion as they are made. */
    private final class Steps {
        private final ActionInput input;
        private final Map<String, Long> made = new HashMap<>();
        private Optional<Saved> last = Optional.empty();

        Steps(ActionInput input, Actions.Offer offer) {
            this.input = input;
            for (String name : input.values().keySet()) {
                if (offer.fields().stream().noneMatch(ask -> ask.name().equals(name))) {
                    throw new InvalidRecordException(
                            List.of(new Refusal(name, "invalid.unknown", Map.of("field", name))));
                }
            }
        }

        void make(Conversion.Step step) {
            boolean wanted = !step.optional()
                    || !"false".equals(String.valueOf(input.values().get(step.name())));
            if (!wanted || isAbsent(step.entity())) {
                return;
            }
            Optional<Long> existing = existing(step);
            if (existing.isPresent()) {
                made.put(step.name(), existing.get());
                return;
            }
            try {
                Saved saved = create(step);
                made.put(step.name(), saved.id());
                last = Optional.of(saved);
            } catch (InvalidRecordException e) {
                throw new InvalidRecordException(e.refusals().stream()
                        .map(r -> new Refusal(step.name() + "." + r.field(), r.messageKey(), r.values()))
                        .toList());
            }
        }

        private Optional<Long> existing(Conversion.Step step) {
            if (step.reuse().isEmpty()) {
                return Optional.empty();
            }
            Object given = input.values().get(step.name() + ".id");
            Object value = Asked.nothing(given)
                    ? sources.values(input, List.of(step.reuse())).get(step.reuse())
                    : given;
            if (Asked.nothing(value)) {
                return Optional.empty();
            }
            return Optional.of(Sources.id(value)
                    .filter(id -> sources.visible(step.entity(), id))
                    .orElseThrow(() -> new InvalidRecordException(step.name() + ".id", "invalid.reference")));
        }

        private Saved create(Conversion.Step step) {
            EntityType type = types.get(step.entity());
            List<Asked> asked = step.ask().stream().map(Asked::of).toList();
            Map<String, Object> corrected = new LinkedHashMap<>();
            input.values().forEach((name, value) -> {
                if (name.startsWith(step.name() + ".") && !name.equals(step.name() + ".id")) {
                    corrected.put(name.substring(step.name().length() + 1), value);
                }
            });
            Given values = given(type, asked, corrected);
            Mapping.of(type, types, step.map(), sources, input).forEach((field, value) -> {
                if (!corrected.containsKey(field)) {
                    value(value).ifPresent(v -> values.set().put(field, v));
                }
            });
            List<Refusal> missing = asked.stream()
                    .filter(a -> a.required()
                            && Asked.nothing(values.chosen().get(a.field()))
                            && Asked.nothing(values.set().get(a.field())))
                    .map(a -> new Refusal(a.field(), "invalid.required", Map.of()))
                    .toList();
            if (!missing.isEmpty()) {
                throw new InvalidRecordException(missing);
            }
            return writes.create(step.entity(), values.chosen(), values.set());
        }

        /** A value of a definition: the id of a step that was made, a token, or itself. */
        Optional<Object> value(Object written) {
            if (written instanceof String text && text.startsWith("$")) {
                return Optional.ofNullable(made.get(text.substring(1)));
            }
            return Optional.ofNullable(tokens.resolve(written));
        }
    }
}
