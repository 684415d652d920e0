package org.salacrm.test;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.UnknownEntityException;

/** Entity types for tests; they come and go by {@link #put} and {@link #remove}. */
public final class MemoryTypes implements EntityTypes {
    private final Map<String, EntityType> byName = Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile long version;

    public MemoryTypes put(EntityType type) {
        byName.put(type.name(), type);
        version++;
        return this;
    }

    public void remove(String name) {
        byName.remove(name);
        version++;
    }

    @Override
    public EntityType get(String name) {
        return find(name).orElseThrow(() -> new UnknownEntityException(name));
    }

    @Override
    public Optional<EntityType> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public Optional<EntityType> find(Class<?> type) {
        return all().stream().filter(t -> t.type() == type).findFirst();
    }

    @Override
    public Collection<EntityType> all() {
        return List.copyOf(byName.values());
    }

    @Override
    public long version() {
        return version;
    }
}
