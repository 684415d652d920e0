package org.salacrm.core.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.AlertRule;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.core.model.Participants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the records a rule speaks of, with those who are to be told. */
@Component(service = Subjects.class)
public class Subjects {
    private static final Logger LOG = LoggerFactory.getLogger(Subjects.class);
    private static final Caller PRODUCT = Caller.system("alerts");

    private final EntityTypes types;
    private final Queries queries;
    private final Callers callers;
    /** Rules of which it was said that they do not fit. */
    private final Set<String> misfits = ConcurrentHashMap.newKeySet();

    @Activate
    public Subjects(@Reference EntityTypes types, @Reference Queries queries, @Reference Callers callers) {
        this.types = types;
        this.queries = queries;
        this.callers = callers;
    }

    /** A record. @param values by path asked for, without those that are empty */
    record Subject(long id, Set<Long> users, Map<String, Object> values) {}

    /** Whether the module with the rule's records is there. */
    boolean known(AlertRule rule) {
        return types.find(rule.entity()).isPresent();
    }

    /** Whether a rule speaks of days rather than of moments. */
    boolean isDate(AlertRule rule) {
        return types.find(rule.entity())
                .flatMap(type -> type.field(rule.at()))
                .filter(field -> field.kind().equals(Kind.DATE))
                .isPresent();
    }

    /** The records of a rule that pass a filter as well; none when it does not fit them, so that other rules go on. */
    List<Subject> of(AlertRule rule, Filter filter, Collection<String> paths) {
        EntityType type = types.get(rule.entity());
        Map<String, Integer> places = new LinkedHashMap<>();
        rule.to().forEach(path -> places.putIfAbsent(parts(type, path).orElse(path), places.size()));
        paths.forEach(path -> places.putIfAbsent(path, places.size()));
        Query query = Query.of(rule.entity(), places.keySet().toArray(String[]::new))
                .where(rule.when().and(filter));
        List<Subject> all = new ArrayList<>();
        try {
            callers.as(PRODUCT, () -> {
                queries.each(query, row -> all.add(subject(rule, type, places, row)));
                return null;
            });
            misfits.remove(rule.id());
        } catch (MalformedQueryException e) {
            if (misfits.add(rule.id())) {
                LOG.error("The alert rule {} does not fit its records and tells nobody: {}", rule.id(), e.getMessage());
            }
        }
        return all;
    }

    /** What records of an entity say, by the value of their field; few of them, such as a rule for each kind. */
    Map<Object, Object> elsewhere(String entity, String field, String path) {
        Map<Object, Object> said = new HashMap<>();
        if (types.find(entity).isPresent()) {
            callers.as(PRODUCT, () -> {
                queries.each(
                        Query.of(entity, field, path),
                        row -> said.put(row.values().get(0), row.values().get(1)));
                return null;
            });
        }
        return said;
    }

    private static Subject subject(AlertRule rule, EntityType type, Map<String, Integer> places, Row row) {
        Set<Long> users = new TreeSet<>();
        for (String path : rule.to()) {
            Optional<String> parts = parts(type, path);
            Object value = row.values().get(places.get(parts.orElse(path)));
            if (parts.isPresent()) {
                Participants.users(value, path, rule.answers()).forEach(users::add);
            } else if (value instanceof Ref ref) {
                users.add(ref.id());
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        places.forEach((path, place) -> {
            if (row.values().get(place) != null) {
                values.put(path, row.values().get(place));
            }
        });
        return new Subject(row.id(), users, values);
    }

    /** The list of parts that a path leads into. */
    private static Optional<String> parts(EntityType type, String path) {
        return type.field(Participants.list(path)).filter(FieldType::isParts).map(FieldType::name);
    }
}
