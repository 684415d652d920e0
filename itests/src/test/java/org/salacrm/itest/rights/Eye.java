package org.salacrm.itest.rights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Verb;
import org.salacrm.test.RandomCompany.User;

/** What one user may see and do by the rules, worked out without the product. */
final class Eye {
    final User user;
    private final World world;
    private final Map<String, Access> fields = new HashMap<>();

    Eye(World world, User user) {
        this.world = world;
        this.user = user;
    }

    /** One who sees everything; the first role is the administrator's. */
    static Eye ofAdministrator(World world) {
        return new Eye(world, new User(0, true, 0, Set.of(), Set.of(1L)));
    }

    boolean isAdministrator() {
        return world.rules.administrator(user);
    }

    boolean may(Entry entry, String verb) {
        return world.rules.allowed(user, entry.item(), verb);
    }

    boolean reads(Entry entry) {
        return entry.isThere() && may(entry, Verb.READ);
    }

    boolean has(String entity, String verb) {
        return world.rules.level(user, World.kind(entity), verb) != Level.NONE;
    }

    Access field(String entity, String field) {
        boolean restricted = World.ALL.stream().anyMatch(k -> k.entity().equals(entity));
        return restricted
                ? fields.computeIfAbsent(
                        entity + "." + field, key -> world.rules.field(user, World.kind(entity), field))
                : Access.READ;
    }

    boolean sees(String entity, String field) {
        return field(entity, field) != Access.NONE;
    }

    boolean writes(String entity, String field) {
        return field(entity, field) == Access.WRITE;
    }

    List<Entry> all(String entity) {
        return world.all(entity).stream().filter(this::reads).toList();
    }

    /** The value at the end of a path from a record he reads; null when it is empty for him. */
    Object value(Entry entry, String path) {
        String[] names = path.split("\\.");
        Object at = sees(entry.entity, names[0]) ? entry.value(names[0]) : null;
        for (int i = 1; i < names.length && at != null; i++) {
            at = at instanceof Plain.Ref ref ? behind(ref, names[i]) : null;
        }
        return shown(entry.entity, names[0], at);
    }

    private Object behind(Plain.Ref ref, String name) {
        if (ref.entity().equals("user") || ref.entity().equals("team")) {
            return world.known(ref).get(name);
        }
        Entry target = world.entry(ref);
        boolean free = name.equals(World.title(ref.entity()));
        return target != null && (free || reads(target) && sees(ref.entity(), name)) ? target.value(name) : null;
    }

    private Object shown(String entity, String field, Object value) {
        if (value instanceof Plain.Ref ref) {
            return new Plain.Ref(ref.entity(), ref.id(), world.label(ref));
        }
        if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map) {
            List<Object> parts = new ArrayList<>();
            list.forEach(part -> parts.add(part(entity, field, Plain.map(part))));
            return parts;
        }
        return value;
    }

    /** Of a part only what he sees, the rest is left out. */
    private Map<String, Object> part(String entity, String field, Map<String, Object> part) {
        Map<String, Object> seen = new TreeMap<>();
        part.forEach((name, value) -> {
            if (name.equals("id") || sees(entity, field + "." + name)) {
                seen.put(name, value);
            }
        });
        return seen;
    }

    /** A record whole, as reading it must answer. */
    Map<String, Object> whole(Entry entry) {
        Map<String, Object> whole = new TreeMap<>();
        for (String field : entry.fields()) {
            boolean free = field.equals("id") || field.equals("version");
            whole.put(field, free ? entry.value(field) : value(entry, field));
        }
        return whole;
    }

    /** Whether a word stood once in something he reads, as a merge that was taken back leaves it in the history. */
    boolean readOnce(String word) {
        return World.KINDS.stream().flatMap(kind -> all(kind.entity()).stream()).anyMatch(entry -> entry.held(word)
                .anyMatch(field -> sees(entry.entity, field)));
    }

    /** Whether something he reads refers to a record, so that he may know how it is called. */
    boolean hearsOf(Entry entry) {
        return World.KINDS.stream()
                .flatMap(kind -> all(kind.entity()).stream())
                .anyMatch(other -> other.ledTo(entry)
                        || List.of("account", "partner", "parent", "regarding").stream()
                                .anyMatch(field -> value(other, field) instanceof Plain.Ref ref
                                        && ref.entity().equals(entry.entity)
                                        && ref.id() == entry.id));
    }
}
