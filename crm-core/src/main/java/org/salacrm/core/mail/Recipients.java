package org.salacrm.core.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.mail.Mail.Receiver;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;

/** Finds the addresses around a record by its metadata, as far as the caller may read them. */
@Component(service = Recipients.class)
public final class Recipients {
    private static final int MOST = 50;
    private static final List<String> WRITTEN_TO = List.of("contact", "account", "lead");

    private final EntityTypes types;
    private final Queries queries;

    @Activate
    public Recipients(@Reference EntityTypes types, @Reference Queries queries) {
        this.types = types;
        this.queries = queries;
    }

    /** Its own first, then those of what it refers to, then the contacts that refer to it. */
    List<Receiver> of(String entity, long id) {
        Map<String, Receiver> found = new LinkedHashMap<>();
        EntityType type = types.get(entity);
        for (String prefix : prefixes(type)) {
            EntityType there = prefix.isEmpty()
                    ? type
                    : types.get(type.byName().get(prefix).ref());
            for (FieldType field : addresses(there)) {
                String dot = prefix.isEmpty() ? "" : prefix + ".";
                queries.one(entity, id, List.of(dot + there.title(), dot + field.name()))
                        .ifPresent(row -> add(found, row));
            }
        }
        contacts(type, id).forEach(row -> add(found, row));
        return List.copyOf(found.values());
    }

    /** Whose address it is, a contact before his company; empty when nobody's whom the caller may read. */
    Optional<Ref> whose(String address) {
        return WRITTEN_TO.stream()
                .filter(entity -> types.find(entity).isPresent())
                .flatMap(entity ->
                        queries
                                .page(Query.of(entity, "email")
                                        .where(Filter.eq("email", address))
                                        .limit(1))
                                .rows()
                                .stream()
                                .map(row -> new Ref(entity, row.id(), "")))
                .findFirst();
    }

    /** Colleagues are no recipients of what is written to customers. */
    private List<String> prefixes(EntityType type) {
        List<String> prefixes = new ArrayList<>(List.of(""));
        type.fields().stream()
                .filter(field -> WRITTEN_TO.contains(field.ref()))
                .map(FieldType::name)
                .forEach(prefixes::add);
        return prefixes;
    }

    private static List<FieldType> addresses(EntityType type) {
        return type.fields().stream()
                .filter(field -> field.kind().equals(Kind.EMAIL))
                .toList();
    }

    private List<Row> contacts(EntityType type, long id) {
        EntityType contact = types.find("contact").orElse(null);
        if (contact == null || contact.field(type.name()).isEmpty()) {
            return List.of();
        }
        Filter hasAddress = Filter.where("email", Op.NOT_EMPTY);
        return queries.page(Query.of("contact", contact.title(), "email")
                        .where(Filter.eq(type.name(), id).and(hasAddress))
                        .limit(MOST))
                .rows();
    }

    private static void add(Map<String, Receiver> found, Row row) {
        Object address = row.values().get(1);
        if (address != null && Addresses.isOne(address.toString())) {
            Object name = row.values().get(0);
            found.putIfAbsent(
                    address.toString(), new Receiver(name == null ? "" : name.toString(), address.toString()));
        }
    }
}
