package org.salacrm.core.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.model.CrmPart;
import org.salacrm.api.model.CrmRecord;
import org.salacrm.api.record.Ids;

/** Moves values between JPA objects and drafts. Thread-safe. */
final class Beans {
    /** Kept by the write path itself and never part of a change. */
    private static final Set<String> SYSTEM =
            Set.of("id", "version", "position", "createdAt", "createdBy", "modifiedAt", "modifiedBy");

    private final EntityTypes types;
    private final SortKey sortKey = new SortKey();
    private final ClassValue<Attributes> attributes = new ClassValue<>() {
        @Override
        protected Attributes computeValue(Class<?> type) {
            return new Attributes(type);
        }
    };

    Beans(EntityTypes types) {
        this.types = types;
    }

    static boolean isSystem(FieldType field) {
        boolean ofPerson = field.name().equals("position") && field.javaType() == String.class; // what he works as
        return SYSTEM.contains(field.name()) && !ofPerson;
    }

    CrmRecord make(EntityType type) {
        return (CrmRecord) attributes.get(type.type()).make();
    }

    /** Values of the record's own columns that are not empty. */
    Map<String, Object> read(EntityType type, Object bean) {
        Attributes access = attributes.get(type.type());
        Map<String, Object> values = new HashMap<>();
        for (FieldType field : type.fields()) {
            if (!field.isParts() && !isSystem(field) && access.has(field)) {
                values.put(field.name(), scaled(field, access.get(bean, field.name())));
            }
        }
        return values;
    }

    /** Defaults of a new record or part that stand in its class. */
    Map<String, Object> defaults(EntityType type) {
        Map<String, Object> values = read(type, attributes.get(type.type()).make());
        values.values().removeIf(value -> value == null);
        return values;
    }

    /** A system field, which is never in a draft. */
    Object system(EntityType type, Object bean, FieldType field) {
        return attributes.get(type.type()).get(bean, field.name());
    }

    /** The parts of a field as maps; empty where there is no list. */
    List<Map<String, Object>> parts(EntityType type, FieldType field, Object bean) {
        EntityType partType = types.get(field.part());
        List<Map<String, Object>> parts = new ArrayList<>();
        for (CrmPart part : list(type, field, bean)) {
            Map<String, Object> values = new LinkedHashMap<>(read(partType, part));
            values.put("id", part.getId());
            parts.add(values);
        }
        return parts;
    }

    /** The parts of a field as maps, new ones with their new ids. */
    List<Map<String, Object>> identified(EntityType type, FieldType field, Object bean, Ids ids) {
        for (CrmPart part : list(type, field, bean)) {
            if (part.getId() == null) {
                part.setId(ids.next());
            }
        }
        return parts(type, field, bean);
    }

    /** Whether the list was looked at, so that its content may have changed. */
    boolean isLoaded(FieldType field, Object bean, EntityManager em) {
        return em.getEntityManagerFactory().getPersistenceUnitUtil().isLoaded(bean, field.name());
    }

    boolean hasList(EntityType type, FieldType field, Object bean) {
        return attributes.get(type.type()).get(bean, field.name()) != null;
    }

    /** The live list of parts, made when there is none. */
    @SuppressWarnings("unchecked")
    List<CrmPart> list(EntityType type, FieldType field, Object bean) {
        Attributes access = attributes.get(type.type());
        if (access.get(bean, field.name()) == null) {
            access.set(bean, field.name(), new ArrayList<CrmPart>());
        }
        return (List<CrmPart>) access.get(bean, field.name());
    }

    /** Brings the draft's values into the record and persists and removes parts; nothing is sent yet. */
    void apply(Draft draft, EntityManager em) {
        EntityType type = draft.type();
        for (Map.Entry<String, Object> change : draft.changes().entrySet()) {
            FieldType field = type.byName().get(change.getKey());
            if (field.isParts()) {
                applyParts(draft, field, em);
            } else if (!field.flags().custom()) {
                write(type, field, draft.record(), change.getValue());
            }
        }
    }

    private void write(EntityType type, FieldType field, Object bean, Object value) {
        Attributes access = attributes.get(type.type());
        access.set(bean, field.name(), value);
        if (!field.sortColumn().equals(field.column())) {
            for (FieldType key : type.fields()) {
                if (key.column().equals(field.sortColumn())) {
                    access.set(bean, key.name(), value == null ? null : sortKey.of((String) value, key.size()));
                }
            }
        }
    }

    private void applyParts(Draft draft, FieldType field, EntityManager em) {
        EntityType type = types.get(field.part());
        List<CrmPart> live = list(draft.type(), field, draft.record());
        Map<Long, CrmPart> before = new HashMap<>();
        live.forEach(part -> before.put(part.getId(), part));
        List<CrmPart> after = new ArrayList<>();
        for (Map<String, Object> values : draft.parts(field.name())) {
            CrmPart part = before.remove(values.get("id"));
            if (part == null) {
                part = (CrmPart) attributes.get(type.type()).make();
                part.setId((Long) values.get("id"));
            }
            attributes.get(type.type()).setParent(part, draft.record());
            part.setPosition(after.size());
            for (FieldType partField : type.fields()) {
                if (values.containsKey(partField.name()) && !isSystem(partField)) {
                    write(type, partField, part, values.get(partField.name()));
                }
            }
            after.add(part);
            if (draft.kind() == Draft.Kind.UPDATE && !em.contains(part)) {
                em.persist(part);
            }
        }
        removeMissing(draft, field, em);
        if (!live.equals(after)) {
            live.clear();
            live.addAll(after);
        }
    }

    /** Also those that code took out of the list itself. */
    private void removeMissing(Draft draft, FieldType field, EntityManager em) {
        Set<Object> kept = new HashSet<>();
        draft.parts(field.name()).forEach(values -> kept.add(values.get("id")));
        for (Map<String, Object> values : draft.oldParts(field.name())) {
            if (!kept.contains(values.get("id"))) {
                Object part = em.find(types.get(field.part()).type(), values.get("id"));
                if (part != null) {
                    em.remove(part);
                }
            }
        }
    }

    /** Persists a new record with its parts. */
    void persist(Draft draft, EntityManager em) {
        em.persist(draft.record());
        for (FieldType field : draft.type().fields()) {
            if (field.isParts() && hasList(draft.type(), field, draft.record())) {
                list(draft.type(), field, draft.record()).forEach(em::persist);
            }
        }
    }

    /** Lets go of a record, so that later writes of the transaction need not look at it again. */
    void release(EntityType type, Object bean, EntityManager em) {
        for (FieldType field : type.fields()) {
            if (field.isParts() && hasList(type, field, bean) && isLoaded(field, bean, em)) {
                list(type, field, bean).forEach(em::detach);
            }
        }
        em.detach(bean);
    }

    private static Object scaled(FieldType field, Object value) {
        return value instanceof BigDecimal number && field.size() > 0 && number.scale() < field.scale()
                ? number.setScale(field.scale())
                : value;
    }
}
