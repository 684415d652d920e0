package org.salacrm.core.record;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import javax.persistence.ManyToOne;
import org.salacrm.api.entity.FieldType;

/** Reads and writes the persistent attributes of one JPA class by the names of its fields. Thread-safe. */
final class Attributes {
    private final Map<String, Field> byName = new HashMap<>();
    private final Constructor<?> constructor;
    private Field parent;

    Attributes(Class<?> type) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    byName.putIfAbsent(field.getName(), field);
                    if (field.isAnnotationPresent(ManyToOne.class)) {
                        parent = field;
                    }
                }
            }
        }
        try {
            constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " needs a constructor without parameters", e);
        }
    }

    /** A new instance with the defaults of the class. */
    Object make() {
        try {
            return constructor.newInstance();
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "cannot make a " + constructor.getDeclaringClass().getName(), e);
        }
    }

    boolean has(FieldType field) {
        return !field.flags().custom() && byName.containsKey(field.name());
    }

    Object get(Object bean, String name) {
        try {
            return byName.get(name).get(bean);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(name, e);
        }
    }

    void set(Object bean, String name, Object value) {
        Field field = byName.get(name);
        try {
            field.set(bean, value == null && field.getType().isPrimitive() ? zero(field.getType()) : value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(name, e);
        }
    }

    boolean isPrimitive(String name) {
        return byName.get(name).getType().isPrimitive();
    }

    /** Hangs a part on its parent. */
    void setParent(Object part, Object value) {
        set(part, parent.getName(), value);
    }

    private static Object zero(Class<?> primitive) {
        if (primitive == boolean.class) {
            return false;
        }
        return primitive == long.class ? (Object) 0L : (Object) 0;
    }
}
