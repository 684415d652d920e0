package org.salacrm.core.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.core.security.Directories;
import org.salacrm.core.security.Directory;

/** Says to whom a record goes: to one, to several in turn, to whom least belongs, or to who leads its territory. */
@Component(service = Assignees.class)
public class Assignees {
    private static final Caller PRODUCT = Caller.system("assign");
    private static final String TERRITORY = "territory";

    private final EntityTypes types;
    private final Queries queries;
    private final Callers callers;
    private final Directories directories;

    @Activate
    public Assignees(
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference Callers callers,
            @Reference Directories directories) {
        this.types = types;
        this.queries = queries;
        this.callers = callers;
        this.directories = directories;
    }

    /** Used by one thread; the same place is asked for again where its transaction was taken back. */
    interface Choice {
        /** The new values of owner or team. @param place how many records were given away before this one */
        Map<String, Object> of(long id, int place);
    }

    Choice of(String entity, Map<String, Object> values) {
        if (!values.containsKey("rule")) {
            Map<String, Object> target = new LinkedHashMap<>(values);
            target.keySet().retainAll(List.of("owner", "team"));
            // Once for all records; who leaves meanwhile is refused with the record, as is who is not known.
            Given.id(target.get("owner")).ifPresent(directories.current()::takes);
            return (id, place) -> target;
        }
        List<Long> people = Given.ids(values.get("people"));
        people.forEach(directories.current()::takes);
        String rule = String.valueOf(values.get("rule"));
        if (people.isEmpty() != rule.equals(TERRITORY)) {
            throw new MalformedQueryException("people", "the rules turn and load need people, territory none");
        }
        return switch (rule) {
            case "turn" -> (id, place) -> owner(people.get(place % people.size()));
            case "load" -> new LeastLoad(load(types.get(entity), people));
            case TERRITORY -> byTerritory(entity);
            default -> throw new MalformedQueryException("rule", "must be turn, load or territory");
        };
    }

    private static Map<String, Object> owner(long user) {
        return Map.of("owner", String.valueOf(user));
    }

    private Map<Long, Long> load(EntityType type, List<Long> people) {
        Map<Long, Long> load = new LinkedHashMap<>();
        callers.as(PRODUCT, () -> {
            for (long user : people) {
                Filter his = Filter.eq("owner", String.valueOf(user));
                load.put(user, queries.count(type.name(), his.and(OpenWork.open(type))));
            }
            return load;
        });
        return load;
    }

    /** Whoever has least gets the next; who stands first in the list, where several have the same. */
    private static final class LeastLoad implements Choice {
        private final Map<Long, Long> load;
        private final Deque<Gift> given = new ArrayDeque<>();

        private record Gift(int place, long user) {}

        LeastLoad(Map<Long, Long> load) {
            this.load = load;
        }

        @Override
        public Map<String, Object> of(long id, int place) {
            while (!given.isEmpty() && given.peek().place() >= place) {
                load.merge(given.pop().user(), -1L, Long::sum);
            }
            long user = load.entrySet().stream()
                    .min(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            load.merge(user, 1L, Long::sum);
            given.push(new Gift(place, user));
            return owner(user);
        }
    }

    private Choice byTerritory(String entity) {
        String path = territory(types.get(entity))
                .orElseThrow(() -> new MalformedQueryException("rule", entity + " lies in no territory"));
        List<String> leaders = List.of(path + ".manager", path + ".parent.manager");
        return (id, place) -> callers.as(PRODUCT, () -> queries.one(entity, id, leaders)).stream()
                .flatMap(row -> row.values().stream())
                .flatMap(value ->
                        value instanceof Ref ref ? Optional.of(ref.id()).stream() : Optional.<Long>empty().stream())
                .filter(user -> directories
                        .current()
                        .person(user)
                        .filter(Directory.Person::active)
                        .isPresent())
                .findFirst()
                .map(Assignees::owner)
                .orElseThrow(() -> new InvalidRecordException(TERRITORY, "assign.territory"));
    }

    /** The way from a record to its territory: its own, or that of what it belongs to. */
    private Optional<String> territory(EntityType type) {
        List<String> ways = new ArrayList<>();
        type.fields().stream()
                .filter(field -> field.ref().equals(TERRITORY))
                .map(FieldType::name)
                .forEach(ways::add);
        type.fields().stream()
                .filter(field -> field.isRef()
                        && !field.ref().equals("*")
                        && !field.ref().equals("user"))
                .forEach(field -> types.find(field.ref()).stream()
                        .flatMap(other -> other.fields().stream())
                        .filter(inner -> inner.ref().equals(TERRITORY))
                        .forEach(inner -> ways.add(field.name() + "." + inner.name())));
        return ways.stream().findFirst();
    }
}
