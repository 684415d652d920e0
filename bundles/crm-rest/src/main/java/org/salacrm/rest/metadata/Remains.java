package org.salacrm.rest.metadata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.rest.json.Shape;

/**
 * What is left of a view when fields that it names are not there any more: the company takes its own away, and modules
 * go with theirs. Made for one view, it remembers what is gone.
 */
final class Remains {
    private static final String FIELD = "@field:";

    private final EntityTypes types;
    private final EntityType type;
    private final Set<String> gone = new LinkedHashSet<>();

    Remains(EntityTypes types, EntityType type) {
        this.types = types;
        this.type = type;
    }

    /** The view without what is gone, which it names as {@code gone}. */
    Shape of(Shape view) {
        view.computeIfPresent("columns", (key, paths) -> columns(paths));
        view.computeIfPresent("pinned", (key, paths) -> columns(paths));
        view.computeIfPresent("sort", (key, sort) -> sort(sort));
        view.computeIfPresent("group", (key, path) -> asked(type, String.valueOf(path)) ? path : null);
        view.computeIfPresent("filter", (key, tree) -> tree(tree));
        return view.some("gone", gone());
    }

    List<String> gone() {
        return List.copyOf(gone);
    }

    List<?> columns(Object paths) {
        return paths instanceof List<?> list
                ? list.stream()
                        .filter(path ->
                                type.column(String.valueOf(path)).isPresent() || asked(type, String.valueOf(path)))
                        .toList()
                : List.of();
    }

    private List<?> sort(Object keys) {
        return keys instanceof List<?> list
                ? list.stream()
                        .filter(key -> key instanceof Map<?, ?> map && asked(type, String.valueOf(map.get("path"))))
                        .toList()
                : List.of();
    }

    private Object tree(Object tree) {
        Filter whole = Filter.parse(tree);
        Filter left = filter(type, whole).orElse(Filter.NONE);
        return left.equals(whole) ? tree : left.equals(Filter.NONE) ? null : left.tree();
    }

    private Optional<Filter> filter(EntityType of, Filter filter) {
        if (filter instanceof Filter.All all) {
            return Optional.of(each(of, all.filters()))
                    .filter(left -> !left.isEmpty())
                    .map(Filter.All::new);
        }
        if (filter instanceof Filter.Any any) {
            return Optional.of(each(of, any.filters()))
                    .filter(left -> !left.isEmpty())
                    .map(Filter.Any::new);
        }
        if (filter instanceof Filter.Not not) {
            return filter(of, not.filter()).map(Filter.Not::new);
        }
        if (filter instanceof Filter.Exists exists) {
            Optional<EntityType> other = types.find(exists.entity()).filter(found -> asked(found, exists.via()));
            if (other.isEmpty()) {
                gone.add(exists.entity());
            }
            return other.map(found -> new Filter.Exists(
                    exists.entity(),
                    exists.via(),
                    filter(found, exists.filter()).orElse(Filter.NONE)));
        }
        return Optional.of(filter).filter(compare -> compares(of, (Filter.Compare) compare));
    }

    private List<Filter> each(EntityType of, List<Filter> filters) {
        return filters.stream().flatMap(one -> filter(of, one).stream()).toList();
    }

    private boolean compares(EntityType of, Filter.Compare compare) {
        boolean all = compare.path().equals("*") && compare.op().equals(Op.MATCHES);
        return (all || asked(of, compare.path()))
                && compare.values().stream()
                        .noneMatch(value -> value instanceof String text
                                && text.startsWith(FIELD)
                                && !asked(of, text.substring(FIELD.length())));
    }

    /** Can be asked by: it leads to a field, or behind one that refers to what a module brings that is away. */
    private boolean asked(EntityType of, String path) {
        boolean leads = leads(of, path.split("\\.", -1), 0);
        if (!leads) {
            gone.add(path);
        }
        return leads;
    }

    private boolean leads(EntityType at, String[] steps, int step) {
        boolean last = step == steps.length - 1;
        if (at.isPart() && steps[step].equals(at.parent())) {
            return last || leads(types.get(at.parent()), steps, step + 1);
        }
        Optional<FieldType> field = at.field(steps[step]);
        if (last || field.isEmpty()) {
            return field.isPresent();
        }
        boolean one = field.get().isRef() && !"*".equals(field.get().ref());
        return one
                && types.find(field.get().ref())
                        .map(next -> leads(next, steps, step + 1))
                        .orElse(true);
    }
}
