package org.salacrm.rest.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.metadata.Labels;

/** Records of every entity the caller may read, with the company's own fields, as OpenAPI describes them. */
@Component(service = RecordSchemas.class)
public final class RecordSchemas {
    private final EntityTypes types;
    private final PickLists pickLists;
    private final Rights rights;
    private final Callers callers;
    private final Labels labels;

    @Activate
    public RecordSchemas(
            @Reference EntityTypes types,
            @Reference PickLists pickLists,
            @Reference Rights rights,
            @Reference Callers callers,
            @Reference Labels labels) {
        this.types = types;
        this.pickLists = pickLists;
        this.rights = rights;
        this.callers = callers;
        this.labels = labels;
    }

    private List<EntityType> readable() {
        Caller caller = callers.current();
        return types.all().stream()
                .filter(type -> rights.level(caller, type.name(), Verb.READ) != Level.NONE)
                .sorted(Comparator.comparing(EntityType::name))
                .toList();
    }

    void paths(Shape paths) {
        for (EntityType type : readable()) {
            if (!type.isPart()) {
                String name = type.name();
                paths.with(
                        "/records/" + name,
                        new Shape().with("get", Operations.list(name)).with("post", Operations.create(name)));
                paths.with("/records/" + name + "/query", new Shape().with("post", Operations.query(name)));
                paths.with(
                        "/records/" + name + "/{id}",
                        new Shape()
                                .with("parameters", List.of(Operations.path("id")))
                                .with("get", Operations.read(name))
                                .with("patch", Operations.change(name))
                                .with("delete", Operations.delete(name)));
            }
        }
    }

    Shape schemas() {
        Shape schemas = new Shape();
        for (EntityType type : readable()) {
            schemas.with("record." + type.name(), schema(type));
            if (!type.isPart()) {
                schemas.with("page." + type.name(), page(type.name()));
            }
        }
        return schemas;
    }

    private static Shape page(String entity) {
        Shape items = new Shape().with("type", "array").with("items", Operations.ref("record." + entity));
        return new Shape()
                .with("type", "object")
                .with("required", List.of("items"))
                .with(
                        "properties",
                        new Shape()
                                .with("items", items)
                                .with("next", new Shape().with("type", "string"))
                                .with("total", Operations.ref("Total"))
                                .with(
                                        "sums",
                                        new Shape()
                                                .with("type", "object")
                                                .with("additionalProperties", new Shape().with("type", "number")))
                                .with(
                                        "may",
                                        new Shape()
                                                .with("type", "array")
                                                .with("items", new Shape().with("type", "string"))));
    }

    private Shape schema(EntityType type) {
        Caller caller = callers.current();
        Shape properties = new Shape()
                .with("id", new Shape().with("type", "string").with("readOnly", true))
                .with("version", new Shape().with("type", "integer").with("readOnly", true));
        List<String> required = new ArrayList<>();
        for (FieldType field : type.fields()) {
            Access access = rights.field(caller, type.name(), field.name());
            if (!field.flags().hidden() && access != Access.NONE) {
                properties.with(field.name(), property(type.name(), field, access));
                if (field.flags().required() && !field.flags().readOnly()) {
                    required.add(field.name());
                }
            }
        }
        return new Shape()
                .with("type", "object")
                .with("title", labels.entity(type.name()).en())
                .some("x-write-required", required)
                .with("properties", properties);
    }

    private Shape property(String entity, FieldType field, Access access) {
        Shape shape = new Shape();
        if (field.isParts()) {
            shape.with("type", "array").with("items", Operations.ref("record." + field.part()));
        } else if (field.isRef()) {
            // A reference with further words beside it must be wrapped: siblings of $ref count for nothing.
            shape.with("allOf", List.of(Operations.ref("Ref"))).with("x-entity", field.ref());
        } else {
            plain(shape, field);
        }
        shape.with("title", labels.field(entity, field).en());
        if (field.flags().readOnly() || access == Access.READ) {
            shape.with("readOnly", true);
        }
        return field.isParts() ? shape : shape.with("nullable", true);
    }

    private void plain(Shape shape, FieldType field) {
        switch (field.kind()) {
            case Kind.INT -> shape.with("type", "integer");
            case Kind.DECIMAL, Kind.MONEY, Kind.PERCENT -> shape.with("type", "number");
            case Kind.BOOL -> shape.with("type", "boolean");
            case Kind.DATE -> shape.with("type", "string").with("format", "date");
            case Kind.DATETIME -> shape.with("type", "string").with("format", "date-time");
            case Kind.EMAIL -> shape.with("type", "string").with("format", "email");
            case Kind.MULTIPICK -> shape.with("type", "array").with("items", Map.of("type", "string"));
            default -> shape.with("type", "string");
        }
        if (field.kind().equals(Kind.PICK)) {
            shape.some(
                    "x-codes",
                    pickLists.get(field.pickList()).items().stream()
                            .map(PickList.Item::code)
                            .toList());
        }
        if (field.isText() && field.size() > 0 && !field.kind().equals(Kind.MULTIPICK)) {
            shape.with("maxLength", field.size());
        }
    }
}
