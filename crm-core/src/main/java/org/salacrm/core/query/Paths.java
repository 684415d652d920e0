package org.salacrm.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.MalformedQueryException;

/** Checks paths such as {@code account.territory.name} against one state of the metadata and keeps them. */
final class Paths {
    private static final int LONGEST = 6;
    private static final FieldType.Flags PARENT = new FieldType.Flags(true, true, false, false, false, false);

    private final EntityTypes types;
    private final Map<String, Map<String, Path>> known = new ConcurrentHashMap<>();

    Paths(EntityTypes types) {
        this.types = types;
    }

    /** @throws MalformedQueryException naming the path */
    Path get(EntityType root, String text) {
        Map<String, Path> ofRoot = known.computeIfAbsent(root.name(), name -> new ConcurrentHashMap<>());
        Path path = ofRoot.get(text);
        if (path == null) {
            path = check(root, text);
            ofRoot.put(text, path);
        }
        return path;
    }

    /** The path of a column that is no field, one object for each as for all paths. */
    Optional<Path> workedOut(EntityType root, String name) {
        return root.workedOut().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(field -> known.computeIfAbsent(root.name(), r -> new ConcurrentHashMap<>())
                        .computeIfAbsent(
                                "*" + name, key -> new Path(name, List.of(), root, field, false, Optional.empty())));
    }

    private Path check(EntityType root, String text) {
        String[] names = text.split("\\.", -1);
        if (names.length > LONGEST) {
            throw new MalformedQueryException(text, "longer than " + LONGEST + " steps");
        }
        List<Path.Hop> hops = new ArrayList<>();
        EntityType at = root;
        for (int i = 0; i < names.length - 1; i++) {
            FieldType ref = field(at, names[i], text);
            if (!ref.isRef() || "*".equals(ref.ref())) {
                throw new MalformedQueryException(text, names[i] + " does not lead to one kind of record");
            }
            Optional<EntityType> target = types.find(ref.ref());
            if (target.isEmpty()) {
                return new Path(text, hops, root, ref, true, Optional.empty());
            }
            hops.add(new Path.Hop(at, ref, target.get(), ref.flags() == PARENT));
            at = target.get();
        }
        FieldType last = field(at, names[names.length - 1], text);
        return new Path(text, hops, root, last, false, label(root, text, hops, last));
    }

    private Optional<Path> label(EntityType root, String text, List<Path.Hop> hops, FieldType last) {
        Optional<EntityType> target = last.isRef() ? types.find(last.ref()) : Optional.empty();
        if (target.isEmpty() || target.get().titleField() == null) {
            return Optional.empty();
        }
        EntityType owner = hops.isEmpty() ? root : hops.get(hops.size() - 1).target();
        List<Path.Hop> further = new ArrayList<>(hops);
        further.add(new Path.Hop(owner, last, target.get(), last.flags() == PARENT));
        FieldType title = target.get().titleField();
        return Optional.of(new Path(text + "." + title.name(), further, root, title, false, Optional.empty()));
    }

    private static FieldType field(EntityType at, String name, String path) {
        if (at.isPart() && name.equals(at.parent())) {
            return parent(at);
        }
        return at.field(name).orElseThrow(() -> new MalformedQueryException(path, at.name() + " has no field " + name));
    }

    /** A part's way to its parent is named like the parent. */
    private static FieldType parent(EntityType part) {
        return new FieldType(
                part.parent(),
                Kind.REF,
                part.table(),
                part.parentColumn(),
                Long.class,
                part.parent(),
                "",
                "",
                "",
                part.parentColumn(),
                0,
                0,
                "",
                "",
                "",
                "",
                PARENT);
    }
}
