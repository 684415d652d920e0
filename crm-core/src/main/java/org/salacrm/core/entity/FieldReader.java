package org.salacrm.core.entity;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Lob;
import javax.persistence.Version;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;

/** Reads one field type off a persistent attribute. */
final class FieldReader {
    private static final int LONG_TEXT = 500;
    private static final Map<Class<?>, Class<?>> BOXES =
            Map.of(int.class, Integer.class, long.class, Long.class, boolean.class, Boolean.class);
    private static final Map<Class<?>, String> KINDS = Map.of(
            String.class, Kind.TEXT,
            Integer.class, Kind.INT,
            Long.class, Kind.INT,
            BigDecimal.class, Kind.DECIMAL,
            Boolean.class, Kind.BOOL,
            LocalDate.class, Kind.DATE,
            Instant.class, Kind.DATETIME,
            List.class, Kind.PARTS);

    private final Field attribute;
    private final Object blank;
    private final String table;
    private final String sectionBefore;
    private final Map<String, String> sortColumns;
    private final CrmField meaning;
    private final Column column;

    /** @param blank a new object of the class */
    FieldReader(Field attribute, Object blank, String table, String sectionBefore, Map<String, String> sortColumns) {
        this.attribute = attribute;
        this.blank = blank;
        this.table = table;
        this.sectionBefore = sectionBefore;
        this.sortColumns = sortColumns;
        this.meaning = attribute.getAnnotation(CrmField.class);
        this.column = attribute.getAnnotation(Column.class);
    }

    FieldType read() {
        Class<?> javaType = BOXES.getOrDefault(attribute.getType(), attribute.getType());
        if (!KINDS.containsKey(javaType)) {
            throw wrong("has a type that no field can have: " + javaType.getName());
        }
        boolean parts = javaType == List.class;
        String columnName = parts ? "" : column(attribute);
        return new FieldType(
                attribute.getName(),
                kind(javaType),
                table,
                columnName,
                javaType,
                meaning == null ? "" : meaning.ref(),
                meaning == null ? "" : meaning.refType(),
                parts ? part() : "",
                meaning == null ? "" : meaning.pickList(),
                sortColumns.getOrDefault(attribute.getName(), columnName),
                size(javaType),
                column == null ? 0 : column.scale(),
                meaning == null ? "" : meaning.min(),
                meaning == null ? "" : meaning.max(),
                parts ? "" : initial(),
                section(),
                flags());
    }

    /** What the class itself gives a new object; a switch that is off and a number that is 0 are what nothing means. */
    private String initial() {
        try {
            attribute.setAccessible(true);
            Object value = attribute.get(blank);
            boolean nothing = attribute.getType().isPrimitive() && !Boolean.TRUE.equals(value);
            return value == null || nothing ? "" : value.toString();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The section this field stands in: its own, or that of the field before. */
    String section() {
        return meaning == null || meaning.section().isEmpty() ? sectionBefore : meaning.section();
    }

    static String column(Field attribute) {
        Column column = attribute.getAnnotation(Column.class);
        if (column == null || column.name().isEmpty()) {
            throw new IllegalArgumentException(
                    attribute.getDeclaringClass().getName() + "." + attribute.getName() + " needs @Column(name)");
        }
        return column.name();
    }

    private FieldType.Flags flags() {
        boolean hidden = meaning == null || !meaning.sortKeyOf().isEmpty();
        boolean system = attribute.isAnnotationPresent(Version.class);
        return new FieldType.Flags(
                !hidden && meaning.required(),
                hidden || system || meaning.readOnly(),
                !hidden && meaning.unique(),
                !hidden && meaning.listed(),
                hidden,
                false);
    }

    private String kind(Class<?> javaType) {
        if (meaning != null && !meaning.kind().isEmpty()) {
            return meaning.kind();
        }
        if (meaning != null && !meaning.ref().isEmpty()) {
            return Kind.REF;
        }
        if (meaning != null && !meaning.pickList().isEmpty()) {
            return Kind.PICK;
        }
        boolean longText = javaType == String.class && (size(javaType) == 0 || size(javaType) > LONG_TEXT);
        return longText ? Kind.TEXTAREA : KINDS.get(javaType);
    }

    private int size(Class<?> javaType) {
        if (column == null || attribute.isAnnotationPresent(Lob.class)) {
            return 0;
        }
        return javaType == String.class ? column.length() : column.precision();
    }

    private String part() {
        if (attribute.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element
                && element.isAnnotationPresent(CrmEntity.class)) {
            return element.getAnnotation(CrmEntity.class).name();
        }
        throw wrong("is a list of something that is no part");
    }

    private IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException(
                attribute.getDeclaringClass().getName() + "." + attribute.getName() + " " + reason);
    }
}
