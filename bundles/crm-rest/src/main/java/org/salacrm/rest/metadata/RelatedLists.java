package org.salacrm.rest.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.message.Text;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.rest.json.Shape;

/** The lists below a record: every entity whose records refer to it. Nobody has to declare them. */
@Component(service = RelatedLists.class)
public final class RelatedLists {
    /** Who made or changed a record says nothing of what belongs together. */
    private static final Set<String> UNTELLING = Set.of("owner", "team", "createdBy", "modifiedBy");

    /** What people do about records of any kind; other references to anything are the product's own traces. */
    private static final String ACTIVITY = "activity";

    private static final int MAX_COLUMNS = 6;

    private final EntityTypes types;
    private final Registry registry;
    private final Rights rights;
    private final Labels labels;

    @Activate
    public RelatedLists(
            @Reference EntityTypes types,
            @Reference Registry registry,
            @Reference Rights rights,
            @Reference Labels labels) {
        this.types = types;
        this.registry = registry;
        this.rights = rights;
        this.labels = labels;
    }

    /** A list below a record: records of an entity that refer to it by a field. */
    public record Related(EntityType entity, FieldType via) {
        public String id() {
            return entity.name() + "." + via.name();
        }
    }

    /** The lists a caller may see below records of an entity. */
    public List<Related> of(EntityType type, Caller caller) {
        List<Related> found = new ArrayList<>();
        for (EntityType other : types.all()) {
            if (!other.isPart() && rights.level(caller, other.name(), Verb.READ) != Level.NONE) {
                other.fields().stream()
                        .filter(field -> refers(other, field, type))
                        .filter(field -> rights.field(caller, other.name(), field.name()) != Access.NONE)
                        .forEach(field -> found.add(new Related(other, field)));
            }
        }
        return found;
    }

    List<Shape> shapes(EntityType type, Caller caller) {
        List<Related> found = of(type, caller);
        return found.stream()
                .map(related -> shape(related, label(type, related, found), caller))
                .toList();
    }

    private Shape shape(Related related, Text label, Caller caller) {
        String entity = related.entity().name();
        return new Shape()
                .with("id", related.id())
                .with("entity", entity)
                .with("via", related.via().name())
                .with("label", label)
                .with("columns", columns(related, caller))
                .with("create", rights.level(caller, entity, Verb.CREATE) != Level.NONE)
                .some("open", related.entity().field("open").isPresent() ? true : null)
                .some("assign", rights.level(caller, entity, Verb.ASSIGN) != Level.NONE ? true : null);
    }

    /** By its own name if it has one; else, of several ways to refer or within a kind, the way is named. */
    private Text label(EntityType type, Related related, List<Related> all) {
        String own = related.id() + ".list";
        if (labels.has(own)) {
            return labels.text(own);
        }
        Text plural = labels.plural(related.entity().name());
        boolean alone = all.stream().filter(r -> r.entity() == related.entity()).count() == 1;
        if (alone && !related.entity().name().equals(type.name())) {
            return plural;
        }
        Text via = labels.field(related.entity().name(), related.via());
        return new Text(plural.th() + " (" + via.th() + ")", plural.en() + " (" + via.en() + ")");
    }

    private List<String> columns(Related related, Caller caller) {
        EntityType entity = related.entity();
        Stream<FieldType> listed =
                entity.fields().stream().filter(f -> f.flags().listed());
        return Stream.concat(Stream.of(entity.titleField()), listed)
                .filter(f -> !f.name().equals(related.via().name()))
                .filter(f -> rights.field(caller, entity.name(), f.name()) != Access.NONE)
                .map(FieldType::name)
                .distinct()
                .limit(MAX_COLUMNS)
                .toList();
    }

    private boolean refers(EntityType other, FieldType field, EntityType type) {
        if (field.flags().hidden() || UNTELLING.contains(field.name())) {
            return false;
        }
        boolean trace =
                other.fields().stream().anyMatch(f -> anything(f) && f.flags().readOnly());
        if (!anything(field)) {
            return field.ref().equals(type.name()) && !trace;
        }
        boolean nearer = other.fields().stream().anyMatch(f -> f.ref().equals(type.name()));
        return trace
                ? changesState(type)
                : other.name().equals(ACTIVITY) && type.features().activities() && !nearer;
    }

    private static boolean anything(FieldType field) {
        return field.ref().equals("*");
    }

    private boolean changesState(EntityType type) {
        return registry.all(Lifecycle.class).stream().anyMatch(l -> l.entity().equals(type.name()));
    }
}
