package org.salacrm.core.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.action.ActionInput;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.message.Text;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.core.record.IdText;

/** Asks for the record an action works on, in the action's own transaction. */
@Component(service = Sources.class)
public class Sources {
    private final Queries queries;
    private final Callers callers;
    private final Lifecycles lifecycles;

    @Activate
    public Sources(@Reference Queries queries, @Reference Callers callers, @Reference Lifecycles lifecycles) {
        this.queries = queries;
        this.callers = callers;
        this.lifecycles = lifecycles;
    }

    /** Refuses when the record does not exist for the caller or is not as he saw it. */
    void require(ActionInput input) {
        Row row = queries.one(input.entity(), input.id(), List.of())
                .orElseThrow(() -> new AbsentRecordException(input.entity(), input.id()));
        if (input.version() != Records.ANY_VERSION && input.version() != row.version()) {
            throw new StaleRecordException(input.entity(), input.id());
        }
    }

    /** Whether the record passes, also by fields that the caller may not read; {@code @me} is the caller. */
    boolean passes(ActionInput input, Filter when) {
        return when.equals(Filter.NONE)
                || callers.as(
                        all(callers.current()),
                        () -> queries.count(
                                        input.entity(),
                                        Filter.eq("id", input.id()).and(when))
                                > 0);
    }

    /** The words for the state the record is in; empty for an entity without states and for who may not read it. */
    Optional<Text> state(ActionInput input) {
        return lifecycles.of(input.entity()).stream()
                .findFirst()
                .flatMap(cycle -> state(input, cycle))
                .map(PickList.Item::label);
    }

    private Optional<PickList.Item> state(ActionInput input, Lifecycle cycle) {
        return values(input, List.of(cycle.field())).values().stream()
                .findFirst()
                .flatMap(code -> lifecycles.state(cycle, String.valueOf(code)));
    }

    /** Values by path as the caller may read them; empty ones are left out, {@code id} is the record itself. */
    Map<String, Object> values(ActionInput input, List<String> paths) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> asked = paths.stream().filter(path -> !path.equals("id")).toList();
        if (asked.size() < paths.size()) {
            values.put("id", input.id());
        }
        if (asked.isEmpty()) {
            return values;
        }
        queries.one(input.entity(), input.id(), asked).ifPresent(row -> {
            for (int i = 0; i < asked.size(); i++) {
                if (row.values().get(i) != null) {
                    values.put(asked.get(i), row.values().get(i));
                }
            }
        });
        return values;
    }

    /** The id a value stands for: a reference, its JSON form, or the id itself; empty for anything else. */
    static Optional<Long> id(Object value) {
        Object plain =
                value instanceof Ref ref ? (Object) ref.id() : value instanceof Map<?, ?> m ? m.get("id") : value;
        return IdText.read(String.valueOf(plain));
    }

    boolean visible(String entity, long id) {
        return queries.one(entity, id, List.of()).isPresent();
    }

    private static Caller all(Caller caller) {
        return new Caller(
                caller.user(),
                caller.login(),
                caller.language(),
                caller.teams(),
                caller.roles(),
                Caller.Kind.SYSTEM,
                caller.source());
    }
}
