package org.salacrm.core.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Sort;
import org.salacrm.api.security.Caller;

/** One question being understood: who asks, what he may see and the values to be bound. Used by one thread. */
final class Asking {
    private final Catalogue catalogue;
    private final PickLists picks;
    private final Values values = new Values();
    private final Sight sight;
    private final Resolver resolver;

    Asking(Source source, Catalogue catalogue, Caller caller, Dialect dialect) {
        this.catalogue = catalogue;
        this.picks = source.picks();
        this.sight = new Sight(source, caller, values, dialect.arrays());
        this.resolver = new Resolver(source, catalogue.paths(), sight, values);
    }

    Values values() {
        return values;
    }

    Resolver resolver() {
        return resolver;
    }

    Reach reach(EntityType type) {
        return sight.reach(type);
    }

    boolean readable(EntityType type, FieldType field) {
        return sight.readable(type, field);
    }

    Path id(EntityType type) {
        return catalogue.paths().get(type, "id");
    }

    Path path(EntityType type, String text) {
        return catalogue.paths().get(type, text);
    }

    Condition filter(EntityType type, Filter filter) {
        return resolver.resolve(type, filter);
    }

    Optional<Term> term(Path path) {
        return sight.term(path);
    }

    List<Output> outputs(EntityType type, List<String> fields) {
        List<Output> outputs = new ArrayList<>(fields.size());
        for (String field : fields) {
            outputs.add(workedOut(type, field).orElseGet(() -> output(type, field)));
        }
        return outputs;
    }

    private Output output(EntityType type, String field) {
        Path path = catalogue.paths().get(type, field);
        if (path.field().isParts() && !path.hops().isEmpty()) {
            throw new MalformedQueryException(field, "parts are answered with their own record only");
        }
        return new Output(path, sight.term(path), path.label().flatMap(sight::term));
    }

    /** What has no column of its own and is filled in for all rows together. */
    private Optional<Output> workedOut(EntityType type, String name) {
        return Optional.of(name)
                .filter(column -> type.field(column).isEmpty())
                .flatMap(column -> catalogue.paths().workedOut(type, column))
                .map(path -> new Output(path, Optional.empty(), Optional.empty()));
    }

    /** The sort keys the caller may see; what he may not see is empty for all rows and orders nothing. */
    List<Order> orders(EntityType type, List<Sort> sorts) {
        List<Order> orders = new ArrayList<>(sorts.size());
        for (Sort sort : sorts) {
            Path path = catalogue.paths().get(type, sort.path());
            if (path.field().isParts()) {
                throw new MalformedQueryException(sort.path(), "has no order");
            }
            sight.term(path)
                    .flatMap(seen -> sight.term(path.shown()))
                    .ifPresent(term -> orders.add(new Order(term, sort.desc(), codes(path.field()))));
        }
        return orders;
    }

    private List<String> codes(FieldType field) {
        return field.kind().equals(Kind.PICK)
                ? picks.get(field.pickList()).items().stream()
                        .map(PickList.Item::code)
                        .toList()
                : List.of();
    }

    Optional<After> after(String cursor, List<Order> orders) {
        if (cursor.isEmpty()) {
            return Optional.empty();
        }
        List<Class<?>> types = keyTypes(orders);
        types.add(Long.class);
        List<Object> keys = Cursor.read(cursor, types);
        List<Integer> slots = new ArrayList<>();
        for (Object key : keys) {
            slots.add(key == null ? -1 : values.add(key));
        }
        int id = slots.remove(slots.size() - 1);
        return Optional.of(new After(slots, id));
    }

    /** Java types of the sort columns. */
    static List<Class<?>> keyTypes(List<Order> orders) {
        List<Class<?>> types = new ArrayList<>();
        for (Order order : orders) {
            types.add(order.keyType());
        }
        return types;
    }

    /** @return numbers that can be summed, empty for what the caller may not see */
    Optional<Term> number(EntityType type, String text) {
        Path path = catalogue.paths().get(type, text);
        if (!path.field().isNumber() || path.field().javaType() == Instant.class) {
            throw new MalformedQueryException(text, "is no number");
        }
        return sight.term(path);
    }
}
