package org.salacrm.rest.metadata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.definition.View;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.message.Text;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Sort;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.rest.json.Shape;

/** The lists of an entity: those defined, or all, mine and my team's where none is; then what people saved. */
@Component(service = Views.class)
public final class Views {
    private final Registry registry;
    private final Rights rights;
    private final Labels labels;
    private final SavedShapes saved;
    private final EntityTypes types;

    @Activate
    public Views(
            @Reference Registry registry,
            @Reference Rights rights,
            @Reference Labels labels,
            @Reference SavedShapes saved,
            @Reference EntityTypes types) {
        this.registry = registry;
        this.rights = rights;
        this.labels = labels;
        this.saved = saved;
        this.types = types;
    }

    List<Shape> shapes(EntityType type, Caller caller) {
        List<View> defined = registry.all(View.class).stream()
                .filter(view -> view.entity().equals(type.name()))
                .sorted(Comparator.comparingInt(View::order).thenComparing(View::id))
                .toList();
        Stream<Shape> ready =
                (defined.isEmpty() ? usual(type) : defined).stream().map(view -> shape(view, type, caller));
        return Stream.concat(ready, saved.of(type.name(), caller))
                .map(view -> new Remains(types, type).of(view))
                .map(view -> view.with("columns", readable(view.get("columns"), type, caller)))
                .toList();
    }

    private Shape shape(View view, EntityType type, Caller caller) {
        return new Shape()
                .with("id", view.id())
                .with("label", labels.view(view.id()))
                .with("columns", chosen(view, type, caller))
                .with("sort", view.sort().stream().map(Views::key).toList())
                .some(
                        "filter",
                        view.filter().equals(Filter.NONE) ? null : view.filter().tree())
                .with("mode", view.mode().isEmpty() ? "table" : view.mode());
    }

    private static Shape key(Sort sort) {
        return new Shape().with("path", sort.path()).with("desc", sort.desc());
    }

    private List<String> chosen(View view, EntityType type, Caller caller) {
        return saved.columns(type.name(), view.id(), caller)
                .orElse(view.columns().isEmpty() ? listed(type) : view.columns());
    }

    /** Those the caller may know of. */
    List<String> columns(View view, EntityType type, Caller caller) {
        return readable(new Remains(types, type).columns(chosen(view, type, caller)), type, caller);
    }

    /** A list without columns would show nothing: it has those of its kind then. */
    private List<String> readable(Object paths, EntityType type, Caller caller) {
        Stream<?> given = paths instanceof List<?> list ? list.stream() : Stream.of();
        List<String> left = readable(given.map(String::valueOf), type, caller);
        return left.isEmpty() ? readable(listed(type).stream(), type, caller) : left;
    }

    private List<String> readable(Stream<String> paths, EntityType type, Caller caller) {
        return paths.filter(path -> readable(type, path, caller)).toList();
    }

    /** @param ofTeam as the list is called when it shows what a team has, not only its reader */
    Text label(String id, boolean ofTeam) {
        String own = "view." + id + ".team.label";
        return ofTeam && labels.has(own) ? labels.text(own) : labels.view(id);
    }

    private static List<View> usual(EntityType type) {
        List<View> views = new ArrayList<>();
        views.add(view("all", type, Filter.NONE, 1));
        if (!type.features().common()) {
            views.add(view("mine", type, Filter.eq("owner", "@me"), 2));
            views.add(view("team", type, Filter.where("team", Op.IN, "@myTeams"), 3));
        }
        return views;
    }

    private static View view(String id, EntityType type, Filter filter, int order) {
        List<Sort> sort = type.title().isEmpty() ? List.of() : List.of(Sort.up(type.title()));
        return new View(id, type.name(), List.of(), sort, filter, "table", order);
    }

    private static List<String> listed(EntityType type) {
        return type.fields().stream()
                .filter(f -> f.flags().listed())
                .map(FieldType::name)
                .toList();
    }

    /** Judged by the first step of the path, which may have gone; the rest is empty for whoever may not read it. */
    private boolean readable(EntityType type, String path, Caller caller) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        if (type.field(first).isEmpty() && type.column(first).isPresent()) {
            boolean acts = first.equals(EntityType.NEXT_ACTIVITY.name());
            return !acts || rights.level(caller, "activity", Verb.READ) != Level.NONE;
        }
        return type.field(first).isPresent() && rights.field(caller, type.name(), first) != Access.NONE;
    }
}
