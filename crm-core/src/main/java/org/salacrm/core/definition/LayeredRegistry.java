package org.salacrm.core.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.Definition;
import org.salacrm.api.definition.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lays the definitions of bundles, deploy folder and company over each other; drawn anew when one of them changes. */
@Component(service = Registry.class)
public class LayeredRegistry implements Registry {
    private static final Logger LOG = LoggerFactory.getLogger(LayeredRegistry.class);

    private final ModuleTexts texts;
    private final StoredDefinitions stored;
    private final Reuse<ModuleTexts.ModuleText, List<Definition>> shipped = new Reuse<>(LayeredRegistry::shipped);
    private volatile Picture picture =
            new Picture(List.of(), new StoredDefinitions.Layers(List.of(), List.of()), 0, Map.of());

    @Activate
    public LayeredRegistry(@Reference ModuleTexts texts, @Reference StoredDefinitions stored) {
        this.texts = texts;
        this.stored = stored;
    }

    private record Picture(
            List<ModuleTexts.ModuleText> texts,
            StoredDefinitions.Layers layers,
            long version,
            Map<Class<?>, Map<String, Definition>> byKind) {}

    @Override
    public <D extends Definition> List<D> all(Class<D> kind) {
        return current().byKind().getOrDefault(kind, Map.of()).values().stream()
                .map(kind::cast)
                .toList();
    }

    @Override
    public <D extends Definition> Optional<D> find(Class<D> kind, String id) {
        return Optional.ofNullable(
                kind.cast(current().byKind().getOrDefault(kind, Map.of()).get(id)));
    }

    @Override
    public <D extends Definition> void save(Class<D> kind, String id, Map<String, ?> body) {
        stored.save(DefinitionReader.kind(kind), id, body);
    }

    @Override
    public <D extends Definition> void reset(Class<D> kind, String id) {
        stored.reset(DefinitionReader.kind(kind), id);
    }

    @Override
    public long version() {
        return current().version();
    }

    private Picture current() {
        Picture now = picture;
        return now.texts() == texts.all() && stored.current(now.layers()) ? now : redraw();
    }

    private synchronized Picture redraw() {
        List<ModuleTexts.ModuleText> files = texts.all();
        if (picture.texts() != files || !stored.current(picture.layers())) {
            StoredDefinitions.Layers layers = stored.layers();
            Map<Class<?>, Map<String, Definition>> byKind = new HashMap<>();
            shipped.of(files.stream().filter(f -> f.file().endsWith(".yaml")).toList())
                    .values()
                    .forEach(definitions -> definitions.forEach(d -> put(byKind, d)));
            layers.definitions().forEach(d -> put(byKind, d));
            picture = new Picture(files, layers, picture.version() + 1, byKind);
        }
        return picture;
    }

    private static List<Definition> shipped(ModuleTexts.ModuleText file) {
        try {
            return DefinitionReader.read(file.file(), file.text()).stream()
                    .map(DefinitionReader.Read::definition)
                    .toList();
        } catch (RefusedDefinitionException e) {
            LOG.warn("a file of definitions is left out: {}", e.getMessage());
            return List.of();
        }
    }

    private static void put(Map<Class<?>, Map<String, Definition>> byKind, Definition definition) {
        byKind.computeIfAbsent(definition.getClass(), k -> new TreeMap<>()).put(definition.id(), definition);
    }
}
