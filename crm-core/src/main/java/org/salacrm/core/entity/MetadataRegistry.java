package org.salacrm.core.entity;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.UnknownEntityException;
import org.salacrm.api.module.CrmModule;

/**
 * The entity types of the active modules, with the company's own fields laid over them. Each state is an immutable
 * picture; it is made anew when a module comes or goes or a custom field changes.
 */
@Component(service = {EntityTypes.class, MetadataRegistry.class})
public class MetadataRegistry implements EntityTypes {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<CrmModule> modules;

    private final Map<String, List<FieldType>> extra = new HashMap<>();
    private volatile Picture picture = new Picture(List.of(), 0, Map.of(), Map.of());

    @Activate
    public MetadataRegistry() {
        this.modules = List.of();
    }

    /** For use without a framework. */
    public MetadataRegistry(List<CrmModule> modules) {
        this.modules = List.copyOf(modules);
    }

    private record Picture(
            List<CrmModule> modules, long version, Map<String, EntityType> byName, Map<Class<?>, EntityType> byType) {}

    /** Lays the company's own fields over an entity, in place of those laid before; the entity may be absent. */
    public synchronized void lay(String entity, List<FieldType> fields) {
        extra.put(entity, List.copyOf(fields));
        picture = draw(picture.modules(), picture.version() + 1);
    }

    @Override
    public EntityType get(String name) {
        return find(name).orElseThrow(() -> new UnknownEntityException(name));
    }

    @Override
    public Optional<EntityType> find(String name) {
        return Optional.ofNullable(current().byName().get(name));
    }

    @Override
    public Optional<EntityType> find(Class<?> type) {
        return Optional.ofNullable(current().byType().get(type));
    }

    @Override
    public Collection<EntityType> all() {
        return current().byName().values();
    }

    @Override
    public long version() {
        return current().version();
    }

    private Picture current() {
        Picture now = picture;
        return now.modules() == modules ? now : redraw();
    }

    private synchronized Picture redraw() {
        List<CrmModule> now = modules;
        if (picture.modules() != now) {
            picture = draw(now, picture.version() + 1);
        }
        return picture;
    }

    private Picture draw(List<CrmModule> active, long version) {
        Map<String, EntityType> byName = new LinkedHashMap<>();
        Map<Class<?>, EntityType> byType = new HashMap<>();
        for (CrmModule module : active) {
            for (Class<?> type : module.entities()) {
                EntityType read = ClassReader.read(type, module.id());
                EntityType whole = withExtra(read);
                if (byName.putIfAbsent(read.name(), whole) != null) {
                    throw new IllegalStateException("two modules bring the entity " + read.name());
                }
                byType.put(type, whole);
            }
        }
        return new Picture(active, version, Collections.unmodifiableMap(byName), Collections.unmodifiableMap(byType));
    }

    private EntityType withExtra(EntityType read) {
        List<FieldType> more = extra.getOrDefault(read.name(), List.of()).stream()
                .filter(field -> read.field(field.name()).isEmpty()) // a newer version may bring the name itself
                .toList();
        return more.isEmpty()
                ? read
                : read.withFields(
                        Stream.concat(read.fields().stream(), more.stream()).toList());
    }
}
