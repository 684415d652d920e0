package org.salacrm.core.entity;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmPart;

/** Reads the entity type off a JPA class: what Java, JPA and the two annotations of the API say. */
public final class ClassReader {

    private ClassReader() {}

    /**
     * @param module id of the module that brings the class
     * @throws IllegalArgumentException naming class and field when the class cannot be an entity of the CRM
     */
    public static EntityType read(Class<?> type, String module) {
        CrmEntity entity = annotation(type, CrmEntity.class);
        String table = annotation(type, Table.class).name();
        boolean part = CrmPart.class.isAssignableFrom(type);
        List<Field> attributes = attributes(type);
        EntityType read = new EntityType(
                entity.name(),
                module,
                type,
                table,
                entity.title(),
                List.of(entity.search().length == 0 ? new String[] {entity.title()} : entity.search()),
                part ? parent(type, attributes).name() : "",
                part ? parent(type, attributes).column() : "",
                entity.icon(),
                List.of(entity.quick()),
                new EntityType.Features(entity.activities(), entity.imports(), entity.custom(), entity.common()),
                fields(table, blank(type), attributes));
        if (!part && read.titleField() == null) {
            throw new IllegalArgumentException(type.getName() + " has no field " + entity.title() + " for its title");
        }
        return read;
    }

    private static List<FieldType> fields(String table, Object blank, List<Field> attributes) {
        Map<String, String> sortColumns = new HashMap<>();
        for (Field attribute : attributes) {
            CrmField meaning = attribute.getAnnotation(CrmField.class);
            if (meaning != null && !meaning.sortKeyOf().isEmpty()) {
                sortColumns.put(meaning.sortKeyOf(), FieldReader.column(attribute));
            }
        }
        List<FieldType> fields = new ArrayList<>();
        String section = "";
        for (Field attribute : attributes) {
            if (attribute.isAnnotationPresent(ManyToOne.class)) {
                continue; // the parent of a part
            }
            FieldReader reader = new FieldReader(attribute, blank, table, section, sortColumns);
            section = reader.section();
            fields.add(reader.read());
        }
        return fields;
    }

    private static Object blank(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " needs a constructor without parameters", e);
        }
    }

    /** Persistent attributes, the class's own before those of its superclasses. */
    private static List<Field> attributes(Class<?> type) {
        List<Field> attributes = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())
                        && !field.isSynthetic()
                        && !field.isAnnotationPresent(Transient.class)) {
                    attributes.add(field);
                }
            }
        }
        return attributes;
    }

    private record Parent(String name, String column) {}

    private static Parent parent(Class<?> type, List<Field> attributes) {
        for (Field attribute : attributes) {
            if (attribute.isAnnotationPresent(ManyToOne.class)) {
                CrmEntity parent = attribute.getType().getAnnotation(CrmEntity.class);
                JoinColumn column = attribute.getAnnotation(JoinColumn.class);
                if (parent != null && column != null) {
                    return new Parent(parent.name(), column.name());
                }
            }
        }
        throw new IllegalArgumentException(
                type.getName() + " is a part without a @ManyToOne @JoinColumn field of its parent's type");
    }

    private static <A extends java.lang.annotation.Annotation> A annotation(Class<?> type, Class<A> annotation) {
        A found = type.getAnnotation(annotation);
        if (found == null) {
            throw new IllegalArgumentException(type.getName() + " has no @" + annotation.getSimpleName());
        }
        return found;
    }
}
