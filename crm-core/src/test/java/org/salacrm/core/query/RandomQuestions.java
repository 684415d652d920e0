package org.salacrm.core.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Sort;

/** Thinks up questions of every form that the language has. */
final class RandomQuestions {
    private static final List<String> PERIODS = List.of(
            "@today", "@last30", "@thisMonth", "@lastMonth", "@thisQuarter", "@lastYear", "@thisWeek", "@next7");
    private static final List<String> TEXTS = List.of("a", "ก", "กรุง", "10%", "_", "it's", "ไก่", "B", "ü", "!");
    private final Shop shop;
    private final RandomShop world;
    private final Random random;

    RandomQuestions(Shop shop, RandomShop world, long seed) {
        this.shop = shop;
        this.world = world;
        this.random = new Random(seed);
    }

    EntityType entity() {
        return world.pick(List.copyOf(shop.types.all()));
    }

    /** A path to a field that is not a list of parts, up to two references away. */
    String path(EntityType type) {
        EntityType at = type;
        StringBuilder path = new StringBuilder();
        while (true) {
            if (at.isPart() && random.nextInt(3) == 0) {
                path.append(at.parent()).append('.');
                at = shop.types.get(at.parent());
            }
            FieldType field = world.pick(at.fields().stream()
                    .filter(f -> !f.isParts() && !f.flags().hidden())
                    .toList());
            path.append(field.name());
            boolean further = field.isRef() && !field.ref().equals("*") && path.length() < 25 && random.nextBoolean();
            if (!further) {
                return path.toString();
            }
            path.append('.');
            at = shop.types.get(field.ref());
        }
    }

    List<String> paths(EntityType type, int most) {
        List<String> paths = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            paths.add(path(type));
        }
        return paths;
    }

    List<Sort> sorts(EntityType type) {
        return paths(type, 3).stream()
                .map(p -> new Sort(p, random.nextBoolean()))
                .toList();
    }

    Filter filter(EntityType type, int depth) {
        int kind = random.nextInt(depth > 2 ? 6 : 10);
        return switch (kind) {
            case 6 -> new Filter.All(filters(type, depth));
            case 7 -> new Filter.Any(filters(type, depth));
            case 8 -> new Filter.Not(filter(type, depth + 1));
            case 9 -> exists(type, depth);
            default -> compare(type);
        };
    }

    private List<Filter> filters(EntityType type, int depth) {
        List<Filter> filters = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            filters.add(filter(type, depth + 1));
        }
        return filters;
    }

    private Filter exists(EntityType type, int depth) {
        List<String[]> ways = new ArrayList<>();
        for (EntityType other : shop.types.all()) {
            for (FieldType field : other.fields()) {
                if (field.ref().equals(type.name()) || field.ref().equals("*")) {
                    ways.add(new String[] {other.name(), field.name()});
                }
                shop.types.find(field.ref()).stream()
                        .flatMap(target -> target.fields().stream())
                        .filter(further -> further.ref().equals(type.name()))
                        .forEach(further -> ways.add(new String[] {other.name(), field.name() + "." + further.name()}));
            }
            if (other.isPart() && other.parent().equals(type.name())) {
                ways.add(new String[] {other.name(), type.name()});
            }
        }
        String[] way = world.pick(ways);
        Filter inner = random.nextInt(3) == 0 ? Filter.NONE : filter(shop.types.get(way[0]), depth + 1);
        return new Filter.Exists(way[0], way[1], inner);
    }

    private Filter compare(EntityType type) {
        if (random.nextInt(10) == 0 && !type.isPart()) {
            return Filter.where("*", Op.MATCHES, world.pick(TEXTS));
        }
        if (random.nextInt(8) == 0) {
            return named(type);
        }
        String path = path(type);
        FieldType field = new Reference(shop, null).last(type, path);
        String op = world.pick(operators(field));
        return switch (op) {
            case Op.EMPTY, Op.NOT_EMPTY -> new Filter.Compare(path, op, List.of());
            case Op.IN, Op.NOT_IN -> new Filter.Compare(path, op, many(field));
            case Op.BETWEEN -> new Filter.Compare(path, op, List.of(value(field), value(field)));
            case Op.WITHIN -> Filter.where(path, op, world.pick(PERIODS));
            case Op.CONTAINS, Op.STARTS_WITH ->
                Filter.where(
                        path,
                        op,
                        field.kind().equals(Kind.MULTIPICK)
                                ? world.pick(ShopModel.PICKS.get("tag"))
                                : world.pick(TEXTS));
            default -> Filter.where(path, op, random.nextInt(8) == 0 ? other(type, field, path) : value(field));
        };
    }

    /** Some records by their ids, as an index of texts names them. */
    private Filter named(EntityType type) {
        List<Object> ids = new ArrayList<>(shop.rows.get(type.name()).keySet());
        Collections.shuffle(ids, random);
        String op = random.nextInt(4) == 0 ? Op.NOT_IN : Op.IN;
        return new Filter.Compare("id", op, ids.subList(0, Math.min(ids.size(), 1 + random.nextInt(40))));
    }

    private Object other(EntityType type, FieldType field, String path) {
        boolean simple = !path.contains(".") && !field.kind().equals(Kind.MULTIPICK) && !field.isRef();
        List<FieldType> alike = type.fields().stream()
                .filter(f -> f.javaType() == field.javaType()
                        && !f.isRef()
                        && !f.flags().hidden())
                .toList();
        return simple && !alike.isEmpty() ? "@field:" + world.pick(alike).name() : value(field);
    }

    private List<Object> many(FieldType field) {
        List<Object> values = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            values.add(value(field));
        }
        return values;
    }

    private static List<String> operators(FieldType field) {
        List<String> operators = new ArrayList<>(List.of(Op.EQ, Op.NE, Op.IN, Op.NOT_IN, Op.EMPTY, Op.NOT_EMPTY));
        if (field.kind().equals(Kind.MULTIPICK)) {
            operators.add(Op.CONTAINS);
            return operators;
        }
        boolean any = field.ref().equals("*");
        if (field.isText() || field.isRef() && !any) {
            operators.addAll(List.of(Op.CONTAINS, Op.STARTS_WITH));
        }
        if (!field.isRef() && field.javaType() != Boolean.class) {
            operators.addAll(List.of(Op.LT, Op.LE, Op.GT, Op.GE, Op.BETWEEN));
        }
        if (field.javaType() == LocalDate.class || field.javaType() == java.time.Instant.class) {
            operators.add(Op.WITHIN);
        }
        return operators;
    }

    private Object value(FieldType field) {
        if (field.ref().equals("user") && random.nextInt(4) == 0) {
            return "@me";
        }
        if (field.javaType() == java.time.Instant.class && random.nextBoolean()) {
            return Shop.TODAY.minusDays(random.nextInt(300));
        }
        if (field.kind().equals(Kind.MULTIPICK)) {
            return world.pick(ShopModel.PICKS.get("tag"));
        }
        Object value = world.value(field, 40);
        if (value == null) {
            return value(field);
        }
        return value instanceof BigDecimal number && random.nextInt(5) == 0
                ? number.add(new BigDecimal("0.001"))
                : value;
    }
}
