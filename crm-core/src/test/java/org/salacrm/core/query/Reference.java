package org.salacrm.core.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Ref;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Scope;
import org.salacrm.api.security.Verb;

/** Answers questions by looking at every row in memory, the way the rules read: the judge of the engine. */
final class Reference {
    private final Shop shop;
    private final Caller caller;

    Reference(Shop shop, Caller caller) {
        this.shop = shop;
        this.caller = caller;
    }

    Stream<Map<String, Object>> readable(String entity, Filter filter) {
        EntityType type = shop.types.get(entity);
        return shop.rows.get(entity).values().stream()
                .filter(row -> reads(type, row))
                .filter(row -> passes(type, row, filter));
    }

    boolean reads(EntityType type, Map<String, Object> row) {
        if (type.isPart()) {
            EntityType parent = shop.types.get(type.parent());
            FieldType list = parent.fields().stream()
                    .filter(f -> f.part().equals(type.name()))
                    .findFirst()
                    .orElseThrow();
            Map<String, Object> parentRow = shop.rows.get(parent.name()).get(row.get(type.parent()));
            return parentRow != null && sees(parent, list) && reads(parent, parentRow);
        }
        Scope scope = shop.rights.scope(caller, type.name(), Verb.READ);
        return scope.all()
                || row.get("owner") != null && scope.owners().contains(row.get("owner"))
                || row.get("team") != null && scope.teams().contains(row.get("team"))
                || shop.shares.getOrDefault(type.name(), List.of()).stream()
                        .anyMatch(s -> scope.principals().contains(s[0])
                                && row.get("id").equals(s[1]));
    }

    private boolean sees(EntityType type, FieldType field) {
        return field.flags().hidden() || shop.rights.field(caller, type.name(), field.name()) != Access.NONE;
    }

    /** Value at a path as the caller sees it; for a reference its id. */
    Object value(EntityType type, Map<String, Object> row, String path) {
        return walk(type, row, List.of(path.split("\\.")), Way.START);
    }

    private enum Way {
        START,
        TO_PARENT,
        BY_REFERENCE
    }

    private Object walk(EntityType type, Map<String, Object> row, List<String> names, Way way) {
        String name = names.get(0);
        boolean toParent = type.isPart() && name.equals(type.parent());
        if (!toParent && way == Way.BY_REFERENCE && !name.equals(type.title()) && !reads(type, row)) {
            return null;
        }
        FieldType field = toParent ? null : type.field(name).orElseThrow();
        boolean label = way != Way.START && name.equals(type.title());
        if (field != null && !label && !sees(type, field)) {
            return null;
        }
        Object value = row.get(name);
        if (names.size() == 1 || value == null) {
            return value;
        }
        EntityType target = shop.types.get(toParent ? type.parent() : field.ref());
        Map<String, Object> other = shop.rows.get(target.name()).get(value);
        return other == null
                ? null
                : walk(target, other, names.subList(1, names.size()), toParent ? Way.TO_PARENT : Way.BY_REFERENCE);
    }

    /** The value as an answer shows it. */
    Object shown(EntityType type, Map<String, Object> row, String path) {
        Object value = value(type, row, path);
        FieldType field = last(type, path);
        if (value == null || !field.isRef()) {
            return value;
        }
        String entity = field.ref();
        if (entity.equals("*")) {
            entity = (String) row.get(field.refType());
        }
        Optional<EntityType> target = shop.types.find(entity);
        Object label = target.map(t -> shop.rows.get(t.name()).get(value))
                .map(r -> r.get(target.get().title()))
                .orElse("");
        return new Ref(entity, (Long) value, (String) label);
    }

    FieldType last(EntityType type, String path) {
        EntityType at = type;
        String[] names = path.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            boolean toParent = at.isPart() && names[i].equals(at.parent());
            at = shop.types.get(
                    toParent ? at.parent() : at.byName().get(names[i]).ref());
        }
        String name = names[names.length - 1];
        return at.isPart() && name.equals(at.parent())
                ? shop.types.get("opportunity").byName().get("account") // any reference will do
                : at.byName().get(name);
    }

    /** What text operators look at: for a reference the title of the other record. */
    private String text(EntityType type, Map<String, Object> row, String path) {
        FieldType field = last(type, path);
        boolean ref = field.isRef() && !field.ref().equals("*");
        if (ref && value(type, row, path) == null) {
            return null;
        }
        return (String)
                value(type, row, ref ? path + "." + shop.types.get(field.ref()).title() : path);
    }

    boolean passes(EntityType type, Map<String, Object> row, Filter filter) {
        if (filter instanceof Filter.All all) {
            return all.filters().stream().allMatch(f -> passes(type, row, f));
        }
        if (filter instanceof Filter.Any any) {
            return any.filters().stream().anyMatch(f -> passes(type, row, f));
        }
        if (filter instanceof Filter.Not not) {
            return !passes(type, row, not.filter());
        }
        if (filter instanceof Filter.Exists exists) {
            EntityType other = shop.types.get(exists.entity());
            return shop.rows.get(other.name()).values().stream()
                    .filter(r -> row.get("id").equals(value(other, r, exists.via())))
                    .filter(r -> !last(other, exists.via()).ref().equals("*")
                            || type.name().equals(r.get("aboutType")))
                    .anyMatch(r -> reads(other, r) && passes(other, r, exists.filter()));
        }
        return compares(type, row, (Filter.Compare) filter);
    }

    private boolean compares(EntityType type, Map<String, Object> row, Filter.Compare compare) {
        List<Object> given = compare.values();
        String path = compare.path();
        return switch (compare.op()) {
            case Op.MATCHES -> type.search().stream().anyMatch(f -> holds(text(type, row, f), given.get(0)));
            case Op.CONTAINS ->
                last(type, path).kind().equals(Kind.MULTIPICK)
                        ? has(value(type, row, path), given.get(0))
                        : holds(text(type, row, path), given.get(0));
            case Op.STARTS_WITH -> starts(text(type, row, path), (String) given.get(0));
            case Op.EMPTY -> value(type, row, path) == null;
            case Op.NOT_EMPTY -> value(type, row, path) != null;
            case Op.IN -> given.stream().anyMatch(v -> equal(type, row, path, v));
            case Op.NOT_IN -> given.stream().noneMatch(v -> equal(type, row, path, v));
            case Op.EQ -> equal(type, row, path, given.get(0));
            case Op.NE -> !equal(type, row, path, given.get(0));
            case Op.WITHIN ->
                between(
                        value(type, row, path),
                        shop.time.period((String) given.get(0)).orElseThrow().from(),
                        shop.time.period((String) given.get(0)).orElseThrow().to());
            case Op.BETWEEN ->
                order(type, row, path, given.get(0)).filter(c -> c >= 0).isPresent()
                        && order(type, row, path, given.get(1))
                                .filter(c -> c <= 0)
                                .isPresent();
            case Op.LT ->
                order(type, row, path, given.get(0)).filter(c -> c < 0).isPresent();
            case Op.LE ->
                order(type, row, path, given.get(0)).filter(c -> c <= 0).isPresent();
            case Op.GT ->
                order(type, row, path, given.get(0)).filter(c -> c > 0).isPresent();
            case Op.GE ->
                order(type, row, path, given.get(0)).filter(c -> c >= 0).isPresent();
            default -> throw new IllegalArgumentException(compare.op());
        };
    }

    private static boolean holds(String text, Object part) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(((String) part).toLowerCase(Locale.ROOT));
    }

    private static boolean has(Object codes, Object code) {
        return codes != null && Set.of(((String) codes).split(",")).contains(code);
    }

    private static boolean starts(String text, String start) {
        boolean consonant = start.length() == 1 && start.charAt(0) >= 'ก' && start.charAt(0) <= 'ฮ';
        return text != null
                && (text.toLowerCase(Locale.ROOT).startsWith(start.toLowerCase(Locale.ROOT))
                        || consonant
                                && text.length() > 1
                                && "เแโใไ".indexOf(text.charAt(0)) >= 0
                                && text.charAt(1) == start.charAt(0));
    }

    private boolean equal(EntityType type, Map<String, Object> row, String path, Object value) {
        if (last(type, path).kind().equals(Kind.MULTIPICK)) {
            return has(value(type, row, path), value);
        }
        return order(type, row, path, value).filter(c -> c == 0).isPresent();
    }

    private static boolean between(Object value, LocalDate from, LocalDate to) {
        LocalDate day = value instanceof Instant moment ? LocalDate.ofInstant(moment, Shop.BANGKOK) : (LocalDate) value;
        return day != null && !day.isBefore(from) && !day.isAfter(to);
    }

    /** How the row's value stands to the given one, empty when there is nothing to compare. */
    private Optional<Integer> order(EntityType type, Map<String, Object> row, String path, Object given) {
        Object value = value(type, row, path);
        Object other = given instanceof String token && token.startsWith("@field:")
                ? value(type, row, token.substring("@field:".length()))
                : "@me".equals(given) ? (Object) caller.user() : given;
        if (value == null || other == null) {
            return Optional.empty();
        }
        if (value instanceof Instant moment && other instanceof LocalDate day) {
            return Optional.of(LocalDate.ofInstant(moment, Shop.BANGKOK).compareTo(day));
        }
        return Optional.of(compare(value, other));
    }

    @SuppressWarnings("unchecked")
    static int compare(Object a, Object b) {
        return a instanceof Number && !a.getClass().equals(b.getClass())
                ? new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()))
                : ((Comparable<Object>) a).compareTo(b);
    }
}
