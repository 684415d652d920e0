package org.salacrm.test;

import java.util.List;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;

/** Makes entity types for tests without classes. */
public final class Types {

    private Types() {}

    /** An entity whose title is its field {@code name}. */
    public static EntityType entity(String name, FieldType... fields) {
        return new EntityType(
                name,
                "core",
                Object.class,
                "t_" + name,
                "name",
                List.of("name"),
                "",
                "",
                "file",
                List.of(),
                new EntityType.Features(true, true, true, false),
                List.of(fields));
    }

    /** A part of an entity. */
    public static EntityType part(String name, String parent, FieldType... fields) {
        return new EntityType(
                name,
                "core",
                Object.class,
                "t_" + name,
                "name",
                List.of(),
                parent,
                parent + "_id",
                "file",
                List.of(),
                new EntityType.Features(false, false, false, false),
                List.of(fields));
    }

    public static FieldType text(String name, boolean required) {
        return field(name, Kind.TEXT, String.class, Aim.NONE, flags(required, false));
    }

    public static FieldType of(String name, String kind, Class<?> javaType) {
        return field(name, kind, javaType, Aim.NONE, flags(false, false));
    }

    public static FieldType ref(String name, String entity) {
        return field(name, Kind.REF, Long.class, new Aim(entity, "", ""), flags(false, false));
    }

    public static FieldType pick(String name, String list) {
        return field(name, Kind.PICK, String.class, new Aim("", "", list), flags(false, false));
    }

    public static FieldType parts(String name, String part) {
        return field(name, Kind.PARTS, List.class, new Aim("", part, ""), flags(false, false));
    }

    public static FieldType hidden(String name) {
        return field(name, Kind.TEXT, String.class, Aim.NONE, flags(false, true));
    }

    private static FieldType.Flags flags(boolean required, boolean hidden) {
        return new FieldType.Flags(required, hidden, false, !hidden, hidden, false);
    }

    /** What a field points to, each empty when nothing. */
    private record Aim(String ref, String part, String pickList) {
        private static final Aim NONE = new Aim("", "", "");
    }

    private static FieldType field(String name, String kind, Class<?> type, Aim aim, FieldType.Flags flags) {
        int size = type == String.class ? 200 : 0;
        return new FieldType(
                name,
                kind,
                "t",
                name,
                type,
                aim.ref(),
                "",
                aim.part(),
                aim.pickList(),
                name,
                size,
                2,
                "",
                "",
                "",
                "main",
                flags);
    }
}
