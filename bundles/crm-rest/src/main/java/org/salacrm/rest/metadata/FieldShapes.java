package org.salacrm.rest.metadata;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Rights;
import org.salacrm.rest.json.Columns;
import org.salacrm.rest.json.Shape;

/** Fields as the client needs to know them to draw lists and forms. */
@Component(service = FieldShapes.class)
public final class FieldShapes {
    private static final Set<String> UNSORTED = Set.of(Kind.PARTS, Kind.MULTIPICK, Kind.TEXTAREA);
    private static final Set<String> DECIMAL = Set.of(Kind.DECIMAL, Kind.MONEY, Kind.PERCENT);

    private final Labels labels;
    private final PickLists pickLists;
    private final Rights rights;

    @Activate
    public FieldShapes(@Reference Labels labels, @Reference PickLists pickLists, @Reference Rights rights) {
        this.labels = labels;
        this.pickLists = pickLists;
        this.rights = rights;
    }

    /** The fields of an entity that a caller may read. @param byTransition field that only transitions change */
    List<Shape> of(EntityType type, Caller caller, String byTransition) {
        return type.fields().stream()
                .filter(field -> !field.flags().hidden())
                .map(field -> visible(type, field, caller, byTransition))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Shape> visible(EntityType type, FieldType field, Caller caller, String byTransition) {
        Access access = rights.field(caller, type.name(), field.name());
        if (access == Access.NONE) {
            return Optional.empty();
        }
        boolean readOnly = field.flags().readOnly() || field.name().equals(byTransition);
        String written = readOnly || access == Access.READ ? "read" : "write";
        return Optional.of(describe(type.name(), field, field.name())
                .with("readOnly", readOnly)
                .with("access", written));
    }

    /** All that does not depend on the caller. @param name name it goes by, which in an action may be another */
    Shape describe(String entity, FieldType field, String name) {
        FieldType.Flags flags = field.flags();
        String help = entity + "." + field.name() + ".help";
        Shape shape = new Shape()
                .with("name", name)
                .with("kind", field.kind())
                .with("label", labels.field(entity, field))
                .some("help", labels.has(help) ? labels.text(help) : null)
                .with("required", flags.required())
                .with("readOnly", flags.readOnly())
                .with("unique", flags.unique())
                .with("listed", flags.listed())
                .with(
                        "sortable",
                        !UNSORTED.contains(field.kind()) && !field.ref().equals("*"))
                .with("filterable", !field.isParts());
        if (field.kind().equals(Kind.TEXTAREA)) {
            shape.with("multiline", true);
        }
        if (field.isText() && field.size() > 0) {
            shape.with("maxLength", field.size());
        }
        if (DECIMAL.contains(field.kind())) {
            shape.with("decimals", field.scale());
        }
        shape.some("min", number(field.min())).some("max", number(field.max()));
        shape.some("value", initial(field));
        choices(shape, field);
        return shape.some("ref", field.ref()).some("part", field.part()).with("custom", flags.custom());
    }

    private void choices(Shape shape, FieldType field) {
        if (!field.pickList().isEmpty()) {
            List<Shape> options = pickLists.get(field.pickList()).items().stream()
                    .map(item -> new Shape()
                            .with("code", item.code())
                            .with("label", item.label())
                            .some("tone", item.tone())
                            .with("active", item.active()))
                    .toList();
            shape.with("options", options).with("pickList", field.pickList());
        }
    }

    /** What a form for a new record begins with. */
    private static Object initial(FieldType field) {
        String text = field.initial();
        if (text.isEmpty() || field.isRef()) {
            return null;
        }
        if (field.kind().equals(Kind.MULTIPICK)) {
            return Columns.list(text);
        }
        if (field.kind().equals(Kind.BOOL)) {
            return Boolean.valueOf(text);
        }
        return field.isNumber() ? new BigDecimal(text) : text;
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
