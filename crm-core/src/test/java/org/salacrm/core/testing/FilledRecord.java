package org.salacrm.core.testing;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.model.CrmRecord;
import org.salacrm.core.entity.ClassReader;

/** An entity with a value of full length in every field, to see whether class and table agree. */
public final class FilledRecord {
    private static final Instant WHEN = Instant.parse("2026-11-22T04:15:00.123Z");

    private FilledRecord() {}

    public static Object of(Class<?> type, long id) throws ReflectiveOperationException {
        EntityType read = ClassReader.read(type, "any");
        Object made = type.getConstructor().newInstance();
        set(made, "id", id);
        for (FieldType field : read.fields()) {
            if (!field.name().equals("id") && !field.name().equals("version") && !field.isParts()) {
                set(made, field.name(), value(field));
            }
        }
        if (made instanceof CrmRecord entity) {
            entity.created(WHEN, 1L);
        }
        return made;
    }

    /** A value as long as the field allows. */
    private static Object value(FieldType field) {
        Class<?> type = field.javaType();
        if (type == String.class) {
            return "ก".repeat(field.size());
        }
        if (type == BigDecimal.class) {
            return BigDecimal.TEN
                    .pow(field.size() - field.scale())
                    .subtract(BigDecimal.ONE)
                    .setScale(field.scale());
        }
        if (type == Integer.class) {
            return 7;
        }
        if (type == Long.class) {
            return Long.MAX_VALUE;
        }
        if (type == Boolean.class) {
            return true;
        }
        return type == LocalDate.class ? LocalDate.of(2026, 11, 22) : WHEN;
    }

    public static Object get(Object from, String field) throws ReflectiveOperationException {
        return attribute(from.getClass(), field).get(from);
    }

    public static void set(Object to, String field, Object value) throws ReflectiveOperationException {
        attribute(to.getClass(), field).set(to, value);
    }

    private static Field attribute(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(type.getName() + "." + name);
    }
}
