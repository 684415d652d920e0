package org.salacrm.rest.metadata;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.action.Actions.Offer;
import org.salacrm.api.definition.CalendarSource;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.label.AddressList;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.rest.json.Shape;

/** All that a client needs to know of an entity to list, show, edit and act on its records, as one caller may. */
@Component(service = TypeShapes.class)
public final class TypeShapes {
    private static final int CARD_FIELDS = 4;
    private static final int MOST_PHONES = 2;

    private final FieldShapes fields;
    private final Views views;
    private final Verbs verbs;
    private final RelatedLists related;
    private final FormShapes forms;
    private final Rights rights;
    private final Labels labels;
    private final EntityTypes types;
    private final Registry registry;

    @Activate
    public TypeShapes(
            @Reference FieldShapes fields,
            @Reference Views views,
            @Reference Verbs verbs,
            @Reference RelatedLists related,
            @Reference FormShapes forms,
            @Reference Rights rights,
            @Reference Labels labels,
            @Reference EntityTypes types,
            @Reference Registry registry) {
        this.registry = registry;
        this.types = types;
        this.fields = fields;
        this.views = views;
        this.verbs = verbs;
        this.related = related;
        this.forms = forms;
        this.rights = rights;
        this.labels = labels;
    }

    /** The entity as its caller, who must be the current one, may know it. */
    Shape of(EntityType type, Caller caller) {
        Optional<Lifecycle> lifecycle = verbs.lifecycle(type.name());
        String stateField = lifecycle.map(Lifecycle::field).orElse("");
        List<Shape> visible = fields.of(type, caller, stateField);
        Set<String> names = visible.stream().map(f -> (String) f.get("name")).collect(Collectors.toSet());
        List<Offer> offers = type.isPart() ? List.of() : verbs.offers(type.name());
        Shape shape = new Shape()
                .with("name", type.name())
                .with("module", type.module())
                .with("label", labels.entity(type.name()))
                .with("plural", labels.plural(type.name()))
                .with("icon", type.icon())
                .with("titleField", type.title())
                .some("parent", type.parent())
                .with("fields", visible)
                .some("workedOut", workedOut(type, caller, names.contains(stateField)))
                .some("phones", phones(type, names, caller))
                .some("ends", known(ends(type), names))
                .with("views", type.isPart() ? List.of() : views.shapes(type, caller))
                .with("form", forms.of(type, names))
                .some("duplicates", forms.duplicates(type, names))
                .with("quick", forms.quick(type, names))
                .with("related", type.isPart() ? List.of() : forms.ordered(type, related.shapes(type, caller)));
        lifecycle.ifPresent(l -> type.field(l.field())
                .ifPresent(field -> shape.with("lifecycle", verbs.lifecycle(l, field.pickList(), offers))));
        List<String> states = states(type, stateField, names);
        if (!type.isPart() && !states.isEmpty()) {
            shape.with("board", board(type, lifecycle, states, names));
        }
        return shape.with("actions", verbs.actions(offers))
                .with("features", features(type, names))
                .with("access", access(type, caller));
    }

    /**
     * Columns of lists that are no fields: what is to be done, for whoever may read activities, and since when a record
     * is in its state.
     *
     * @param state whether the caller may read the state
     */
    private List<Shape> workedOut(EntityType type, Caller caller, boolean state) {
        boolean acts = rights.level(caller, "activity", Verb.READ) != Level.NONE;
        return type.workedOut().stream()
                .filter(field -> field == EntityType.NEXT_ACTIVITY ? acts : state)
                .map(field -> fields.describe(type.name(), field, field.name())
                        .with("kind", field == EntityType.NEXT_ACTIVITY ? "next" : "since")
                        .with("access", "read")
                        .with("sortable", false)
                        .with("filterable", false))
                .toList();
    }

    /** Where a record says when it is over, as calendars know it: {@code at} a moment, {@code day} of whole days. */
    Map<String, String> ends(EntityType type) {
        Map<String, String> ends = new TreeMap<>();
        registry.all(CalendarSource.class).stream()
                .filter(source -> source.entity().equals(type.name()))
                .limit(1)
                .forEach(source -> ends.putAll(Map.of("at", source.end(), "day", source.lastDay())));
        ends.values().removeIf(String::isEmpty);
        return ends;
    }

    private static Shape known(Map<String, String> paths, Set<String> names) {
        Shape shape = new Shape();
        paths.forEach((what, path) -> shape.some(what, names.contains(path) ? path : null));
        return shape;
    }

    /** Where numbers to call are found: in fields of its own, or of a record that its lists name. */
    private List<String> phones(EntityType type, Set<String> names, Caller caller) {
        List<String> own = numbers(type, names::contains);
        if (!own.isEmpty()) {
            return own;
        }
        return type.fields().stream()
                .filter(f -> names.contains(f.name()) && f.flags().listed())
                .flatMap(f -> types.find(f.ref()).stream()
                        .flatMap(t -> numbers(t, name -> rights.field(caller, t.name(), name) != Access.NONE).stream())
                        .map(name -> f.name() + "." + name))
                .limit(MOST_PHONES)
                .toList();
    }

    private static List<String> numbers(EntityType type, Predicate<String> readable) {
        return type.fields().stream()
                .filter(f -> f.isTelephone() && !f.flags().hidden() && readable.test(f.name()))
                .map(FieldType::name)
                .toList();
    }

    /** The fields whose words can be the columns of a board: the state first, then others with coloured words. */
    private List<String> states(EntityType type, String stateField, Set<String> names) {
        return type.fields().stream()
                .filter(f -> names.contains(f.name()) && (f.name().equals(stateField) || verbs.isStatus(f)))
                .map(FieldType::name)
                .sorted(Comparator.comparing(name -> !name.equals(stateField)))
                .toList();
    }

    private static Shape board(EntityType type, Optional<Lifecycle> lifecycle, List<String> states, Set<String> names) {
        List<String> card = type.fields().stream()
                .filter(f -> f.flags().listed() && names.contains(f.name()))
                .map(FieldType::name)
                .filter(name -> !name.equals(type.title()) && !name.equals(states.get(0)))
                .limit(CARD_FIELDS)
                .toList();
        return new Shape()
                .with("field", states.get(0))
                .with("by", states)
                .with("title", type.title())
                .some("sum", worth(type, lifecycle.map(Lifecycle::amount).orElse(""), names))
                .some("weighted", lifecycle.map(Lifecycle::weighted).filter(names::contains))
                .with("fields", card);
    }

    /** What a column of the board adds up: what the life cycle says, or else the first amount of the record. */
    private static Optional<String> worth(EntityType type, String amount, Set<String> names) {
        return type.fields().stream()
                .filter(f -> amount.isEmpty()
                        ? f.kind().equals(Kind.MONEY) && !f.flags().hidden()
                        : f.name().equals(amount))
                .map(FieldType::name)
                .filter(names::contains)
                .findFirst();
    }

    private Shape features(EntityType type, Set<String> names) {
        EntityType.Features features = type.features();
        return new Shape()
                .with("activities", features.activities())
                .with("files", !type.isPart())
                .with("notes", !type.isPart())
                .with("history", !type.isPart())
                .with(
                        "labels",
                        AddressList.of(types, type)
                                .filter(f -> names.contains(f.name()))
                                .isPresent())
                .with("cards", verbs.isPerson(type.name()))
                .with("import", features.imports())
                .with("custom", features.custom());
    }

    private Shape access(EntityType type, Caller caller) {
        Shape shape = new Shape();
        for (String verb : Verb.STANDARD) {
            shape.with(verb, rights.level(caller, type.name(), verb) != Level.NONE);
        }
        return shape;
    }
}
