package org.salacrm.core.entity;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entity types of the active modules, with the company's own fields laid over them. Each state is an immutable
 * picture; it is made anew when a module comes or goes or a custom field changes. A module whose entities cannot be
 * used is left out as a whole.
 */
@Component(service = {EntityTypes.class, MetadataRegistry.class})
public class MetadataRegistry implements EntityTypes {
    private static final Logger LOG = LoggerFactory.getLogger(MetadataRegistry.class);

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<CrmModule> modules;

    private final Map<String, List<FieldType>> extra = new HashMap<>();
    private volatile Picture picture = new Picture(List.of(), Set.of(), 0, Map.of(), Map.of());

    @Activate
    public MetadataRegistry() {
        this.modules = List.of();
    }

    /** For use without a framework. */
    public MetadataRegistry(List<CrmModule> modules) {
        use(modules);
    }

    /** In place of those before, as a framework would say it. */
    final void use(List<CrmModule> now) {
        modules = List.copyOf(now);
    }

    private record Picture(
            List<CrmModule> modules,
            Set<CrmModule> drawn,
            long version,
            Map<String, EntityType> byName,
            Map<Class<?>, EntityType> byType) {}

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
        Set<CrmModule> drawn = new HashSet<>();
        for (CrmModule module : inTurn(active)) {
            try {
                byName.putAll(read(module, byName));
                drawn.add(module);
            } catch (RuntimeException | LinkageError e) { // outermost: a bad module must not take the others along
                if (picture.drawn().contains(module) || !picture.modules().contains(module)) {
                    LOG.error("Module {} is left out: what it brings cannot be used", module.id(), e);
                }
            }
        }
        Map<Class<?>, EntityType> byType = new HashMap<>();
        byName.values().forEach(type -> byType.put(type.type(), type));
        return new Picture(
                active, drawn, version, Collections.unmodifiableMap(byName), Collections.unmodifiableMap(byType));
    }

    /** Of two modules with the same entity the core's counts, then that of the one that was there first. */
    private List<CrmModule> inTurn(List<CrmModule> active) {
        return active.stream()
                .sorted(Comparator.comparing((CrmModule module) -> !module.id().equals("core"))
                        .thenComparing(module -> !picture.drawn().contains(module)))
                .toList();
    }

    private Map<String, EntityType> read(CrmModule module, Map<String, EntityType> taken) {
        Map<String, EntityType> own = new LinkedHashMap<>();
        for (Class<?> type : module.entities()) {
            EntityType read = ClassReader.read(type, module.id());
            if (taken.containsKey(read.name()) || own.put(read.name(), withExtra(read)) != null) {
                throw new IllegalStateException("the entity " + read.name() + " is there already");
            }
        }
        return own;
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
