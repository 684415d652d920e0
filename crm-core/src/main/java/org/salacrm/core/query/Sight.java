package org.salacrm.core.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Scope;
import org.salacrm.api.security.Verb;

/** What one caller may see while one question is answered. */
final class Sight {
    private static final Set<String> FREE = Set.of("id", "version", "position");

    private final EntityTypes types;
    private final Rights rights;
    private final Caller caller;
    private final Values values;
    private final boolean arrays;
    private final Instant now;
    private final Map<String, Reach> reaches = new HashMap<>();

    /** @param arrays whether many keys are bound as one array */
    Sight(Source source, Caller caller, Values values, boolean arrays) {
        this.types = source.types();
        this.rights = source.rights();
        this.caller = caller;
        this.values = values;
        this.arrays = arrays;
        this.now = source.time().now();
    }

    Caller caller() {
        return caller;
    }

    Scope scope(EntityType type) {
        return rights.scope(caller, type.name(), Verb.READ);
    }

    /** Ids to be bound, many of them as one array where the database takes it. */
    Keys keys(List<Long> ids) {
        return Keys.bindIds(values, ids, arrays);
    }

    /** The records of an entity that the caller may read; of a part those of its parent. */
    Reach reach(EntityType type) {
        Reach reach = reaches.get(type.name());
        if (reach == null) {
            reach = type.isPart() ? ofParts(type) : own(type);
            reaches.put(type.name(), reach);
        }
        return reach;
    }

    private Reach own(EntityType type) {
        return Reach.of(type, scope(type), values, arrays, now);
    }

    /** What is shared with the caller and his teams, and nothing else that he may read. */
    Reach shared(EntityType type) {
        List<Long> principals = new ArrayList<>(caller.teams());
        principals.add(caller.user());
        Keys keys = keys(principals);
        return new Reach(false, type.name(), "", "", Keys.NONE, Keys.NONE, keys, values.add(now));
    }

    /** Parts are read by whoever may read the parent and its field that lists them. */
    private Reach ofParts(EntityType part) {
        Optional<EntityType> parent = types.find(part.parent());
        boolean listed = parent.isPresent()
                && parent.get().fields().stream()
                        .filter(f -> f.part().equals(part.name()))
                        .anyMatch(f -> readable(parent.get(), f));
        return listed ? reach(parent.get()) : Reach.NONE;
    }

    boolean readable(EntityType type, FieldType field) {
        if (field.flags().hidden()) {
            return FREE.contains(field.name()) || caller.kind() == Caller.Kind.SYSTEM;
        }
        return type.field(field.name()).isEmpty() // a part's way to its parent
                || rights.field(caller, type.name(), field.name()) != Access.NONE;
    }

    /**
     * The path as the caller may see it, empty when he sees nothing of it. A record's title may be seen by whoever may
     * read the record that refers to it; for everything else the record referred to must be readable.
     */
    Optional<Term> term(Path path) {
        if (path.field().flags().hidden() && !readable(path.owner(), path.field())) {
            throw new MalformedQueryException(
                    path.text(),
                    path.owner().name() + " has no field " + path.field().name());
        }
        if (path.absent()) {
            return Optional.empty();
        }
        List<Reach> gates = new ArrayList<>(path.hops().size());
        for (int i = 0; i < path.hops().size(); i++) {
            Path.Hop hop = path.hops().get(i);
            boolean last = i + 1 == path.hops().size();
            FieldType next = last ? path.field() : path.hops().get(i + 1).ref();
            boolean title = next.name().equals(hop.target().title());
            boolean reachable = title || hop.toParent() || !reach(hop.target()).none();
            boolean arrived = i > 0 && titled(path, i) || readable(hop.from(), hop.ref());
            if (!reachable || !arrived) {
                return Optional.empty();
            }
            gates.add(title || hop.toParent() ? Reach.ALL : reach(hop.target()));
        }
        boolean free = !path.hops().isEmpty() && titled(path, path.hops().size());
        return free || readable(path.owner(), path.field()) ? Optional.of(new Term(path, gates)) : Optional.empty();
    }

    /** Whether the field after the given number of references is the title of the record reached by the last one. */
    private static boolean titled(Path path, int hops) {
        FieldType field = hops == path.hops().size()
                ? path.field()
                : path.hops().get(hops).ref();
        return field.name().equals(path.hops().get(hops - 1).target().title());
    }
}
