package org.salacrm.test;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.record.Change;
import org.salacrm.api.security.Caller;

/** A write that a test makes up, to see what a hook does with it. */
public final class FakeChange implements Change {
    private final Kind kind;
    private final Map<String, Object> old;
    private final Map<String, Object> now;
    private final Set<String> chosen = new HashSet<>();
    private Caller caller = Caller.system("test");
    private EntityType type;
    private long id = 1;

    private FakeChange(Kind kind, Map<String, ?> old, Map<String, ?> given) {
        this.kind = kind;
        this.old = new HashMap<>(old);
        this.now = new HashMap<>(old);
        this.now.putAll(given);
    }

    public static FakeChange create(Map<String, ?> given) {
        return new FakeChange(Kind.CREATE, Map.of(), given);
    }

    /** A change of some fields; null in {@code given} is not possible, use {@link #set} to empty one. */
    public static FakeChange update(Map<String, ?> old, Map<String, ?> given) {
        return new FakeChange(Kind.UPDATE, old, given);
    }

    public static FakeChange delete(Map<String, ?> old) {
        return new FakeChange(Kind.DELETE, old, Map.of());
    }

    /** The same write of a certain record by somebody else than the system. */
    public FakeChange of(long record, Caller by) {
        id = record;
        caller = by;
        return this;
    }

    /** The next write of the same record, after this one was saved. */
    public FakeChange then(Map<String, ?> given) {
        return update(now, given);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** The same write of a record of this type. */
    public FakeChange of(EntityType entity) {
        type = entity;
        return this;
    }

    @Override
    public EntityType type() {
        if (type == null) {
            throw new UnsupportedOperationException("this made-up change has no entity type");
        }
        return type;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public String cause() {
        return "";
    }

    @Override
    public Optional<Object> value(String field) {
        return Optional.ofNullable(now.get(field));
    }

    @Override
    public Optional<Object> old(String field) {
        return Optional.ofNullable(old.get(field));
    }

    @Override
    public boolean changed(String field) {
        return !Objects.equals(old.get(field), now.get(field));
    }

    /** The same write in which an ordinary person chose these values himself. */
    public FakeChange choosing(String first, String... others) {
        caller = new Caller(7, "user", "en", Set.of(), Set.of(), Caller.Kind.USER, "test");
        chosen.add(first);
        chosen.addAll(Set.of(others));
        return this;
    }

    @Override
    public boolean chosen(String field) {
        return chosen.contains(field);
    }

    @Override
    public Set<String> changed() {
        Set<String> changed = new HashSet<>(now.keySet());
        changed.addAll(old.keySet());
        changed.removeIf(field -> !changed(field));
        return changed;
    }

    @Override
    public void set(String field, Object value) {
        if (value == null) {
            now.remove(field);
        } else {
            now.put(field, value);
        }
    }
}
