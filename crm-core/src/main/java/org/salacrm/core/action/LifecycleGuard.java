package org.salacrm.core.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.api.record.RecordHook;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Rights;

/** Sees to it that states change by their verbs only, and that what a state locks stays as it is. */
@Component(service = RecordHook.class)
@ServiceRanking(LifecycleGuard.FIRST)
public class LifecycleGuard implements RecordHook {
    /** Lists of services are handed out with the lowest ranking first. */
    static final int FIRST = -1000;

    private static final Set<String> NEVER_LOCKED = Set.of("owner", "team", "modifiedAt", "modifiedBy");

    private final Lifecycles lifecycles;
    private final Verbs verbs;
    private final StageTrace trace;
    private final Rights rights;

    @Activate
    public LifecycleGuard(
            @Reference Lifecycles lifecycles,
            @Reference Verbs verbs,
            @Reference StageTrace trace,
            @Reference Rights rights) {
        this.rights = rights;
        this.lifecycles = lifecycles;
        this.verbs = verbs;
        this.trace = trace;
    }

    @Override
    public String entity() {
        return "*";
    }

    @Override
    public void before(Change change) {
        for (Lifecycle cycle : lifecycles.of(change.type().name())) {
            if (change.kind() == Change.Kind.CREATE) {
                begin(change, cycle);
            } else if (change.kind() == Change.Kind.UPDATE) {
                check(change, cycle);
            }
        }
    }

    @Override
    public void after(Change change) {
        lifecycles.of(change.type().name()).forEach(cycle -> trace.follow(change, cycle));
    }

    @Override
    public void afterAll(List<? extends Change> created) {
        lifecycles.of(created.get(0).type().name()).forEach(cycle -> trace.begin(created, cycle));
    }

    /** A new record begins in a state of the initial phase or one the definition names; the product in any. */
    private void begin(Change change, Lifecycle cycle) {
        String state = (String) change.value(cycle.field()).orElse("");
        if (state.isEmpty()) {
            change.set(cycle.field(), cycle.initial());
        } else if (change.caller().kind() != Caller.Kind.SYSTEM
                && !cycle.begins().contains(state)
                && !lifecycles.phase(cycle, state).equals(lifecycles.phase(cycle, cycle.initial()))) {
            throw new InvalidRecordException(List.of(new Refusal(
                    cycle.field(), "invalid.state.initial", Map.of("state", words(change, cycle, cycle.initial())))));
        }
    }

    private void check(Change change, Lifecycle cycle) {
        if (change.caller().kind() == Caller.Kind.SYSTEM) {
            return;
        }
        if (!change.changed(cycle.field())) {
            locked(change, cycle);
        } else if (!leads(change, cycle)) {
            throw new InvalidRecordException(cycle.field(), "invalid.state");
        }
    }

    /** Whether the verb that is running leads from the old state to the new one; conversions and code are trusted. */
    private boolean leads(Change change, Lifecycle cycle) {
        String entity = change.type().name();
        String from = (String) change.old(cycle.field()).orElse("");
        String to = (String) change.value(cycle.field()).orElse("");
        return verbs.find(entity, change.cause())
                .filter(verb -> !(verb.source() instanceof Lifecycles.Way way)
                        || way.cycle().id().equals(cycle.id())
                                && lifecycles
                                        .codes(cycle, way.transition().from())
                                        .contains(from)
                                && lifecycles.targets(cycle, way.transition()).contains(to))
                .isPresent();
    }

    private void locked(Change change, Lifecycle cycle) {
        String state = (String) change.old(cycle.field()).orElse("");
        List<String> locked = cycle.locked().getOrDefault(lifecycles.phase(cycle, state), List.of());
        List<Refusal> refusals = new ArrayList<>();
        for (String field : change.changed()) {
            boolean hidden =
                    change.type().field(field).filter(f -> f.flags().hidden()).isPresent();
            boolean all = locked.contains("*") && !NEVER_LOCKED.contains(field) && !hidden;
            if (all || locked.contains(field)) {
                refusals.add(locked(change, cycle, field));
            }
        }
        if (!refusals.isEmpty()
                && verbs.find(change.type().name(), change.cause()).isEmpty()) {
            throw new InvalidRecordException(refusals);
        }
    }

    /** Who may not read the state is not told it by what it locks either. */
    private Refusal locked(Change change, Lifecycle cycle, String field) {
        Caller caller = change.caller();
        boolean told = rights.field(caller, change.type().name(), cycle.field()) != Access.NONE;
        String state = (String) change.old(cycle.field()).orElse("");
        return told
                ? new Refusal(field, "invalid.locked", Map.of("state", words(change, cycle, state)))
                : new Refusal(field, "invalid.locked.now", Map.of());
    }

    private String words(Change change, Lifecycle cycle, String state) {
        return lifecycles
                .state(cycle, state)
                .map(item -> item.label().in(change.caller().language()))
                .orElse(state);
    }
}
