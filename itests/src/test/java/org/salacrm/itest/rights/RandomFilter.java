package org.salacrm.itest.rights;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.salacrm.itest.rights.Paths.Path;

/**
 * Makes up filters, often with values that really stand somewhere, so that whoever guesses a secret would find it;
 * and says by itself which records pass.
 */
final class RandomFilter {
    private static final Map<String, List<String>> VIA = Map.of(
            "account", List.of("opportunity account", "opportunity partner", "activity account", "account parent"),
            "opportunity", List.of("activity regarding"),
            "activity", List.of());
    private final World world;
    private final Random random;
    private final Eye everything;

    RandomFilter(World world, Random random) {
        this.everything = Eye.ofAdministrator(world);
        this.world = world;
        this.random = random;
    }

    /** A filter as it is sent, and whether a record passes in somebody's eyes. */
    record Asked(Map<String, Object> tree, Test test) {
        boolean passes(Eye eye, Entry entry) {
            return test.passes(eye, entry);
        }
    }

    interface Test {
        boolean passes(Eye eye, Entry entry);
    }

    Asked any(String entity) {
        return any(entity, 2);
    }

    private Asked any(String entity, int depth) {
        int choice = depth == 0 ? 9 : random.nextInt(10);
        if (choice < 2) {
            Asked a = any(entity, depth - 1);
            Asked b = any(entity, depth - 1);
            return new Asked(Map.of("all", List.of(a.tree, b.tree)), (eye, e) -> a.passes(eye, e) && b.passes(eye, e));
        }
        if (choice < 4) {
            Asked a = any(entity, depth - 1);
            Asked b = any(entity, depth - 1);
            return new Asked(Map.of("any", List.of(a.tree, b.tree)), (eye, e) -> a.passes(eye, e) || b.passes(eye, e));
        }
        if (choice == 4) {
            Asked a = any(entity, depth - 1);
            return new Asked(Map.of("not", a.tree), (eye, e) -> !a.passes(eye, e));
        }
        return choice == 5 && !VIA.get(entity).isEmpty() ? exists(entity, depth - 1) : compare(entity);
    }

    private Asked exists(String entity, int depth) {
        List<String> ways = VIA.get(entity);
        String[] way = ways.get(random.nextInt(ways.size())).split(" ");
        Asked inner = any(way[0], depth);
        Map<String, Object> tree = Map.of("exists", Map.of("entity", way[0], "via", way[1], "filter", inner.tree));
        return new Asked(tree, (eye, e) -> eye.all(way[0]).stream()
                .anyMatch(other -> leadsTo(eye.value(other, way[1]), e) && inner.passes(eye, other)));
    }

    private static boolean leadsTo(Object value, Entry entry) {
        return value instanceof Plain.Ref ref && ref.entity().equals(entry.entity) && ref.id() == entry.id;
    }

    private Asked compare(String entity) {
        Path path = Paths.any(entity, random);
        List<Entry> all = List.copyOf(world.all(entity));
        Object value = everything(all.get(random.nextInt(all.size())), path.text());
        if (value == null || random.nextInt(8) == 0) {
            return empty(path, random.nextBoolean());
        }
        return switch (path.kind()) {
            case NUMBER -> number(path, (BigDecimal) value);
            case TEXT -> text(path, value.toString());
            case PICK -> pick(path, value.toString());
            case REF -> ref(path, (Plain.Ref) value);
            case ANY -> any(path, (Plain.Ref) value);
            case BOOL -> asked(path, "=", value, value::equals);
            default -> ordered(path, value.toString());
        };
    }

    /** The value as it stands, whoever may see it. */
    private Object everything(Entry entry, String path) {
        return everything.value(entry, path);
    }

    private static Asked asked(Path path, String op, Object value, Predicate<Object> passes) {
        Map<String, Object> tree = new LinkedHashMap<>(Map.of("field", path.text(), "op", op));
        tree.put("value", value);
        return new Asked(tree, (eye, e) -> {
            Object found = eye.value(e, path.text());
            return found != null && passes.test(found);
        });
    }

    private static Asked negated(Path path, String op, Object value, Predicate<Object> passes) {
        Asked plain = asked(path, op, value, passes);
        return new Asked(plain.tree, (eye, e) -> !plain.passes(eye, e));
    }

    private static Asked empty(Path path, boolean not) {
        return new Asked(
                Map.of("field", path.text(), "op", not ? "notEmpty" : "empty"),
                (eye, e) -> (eye.value(e, path.text()) == null) != not);
    }

    private Asked number(Path path, BigDecimal value) {
        return switch (random.nextInt(4)) {
            case 0 -> asked(path, "<", value, v -> ((BigDecimal) v).compareTo(value) < 0);
            case 1 -> asked(path, ">=", value, v -> ((BigDecimal) v).compareTo(value) >= 0);
            case 2 -> negated(path, "!=", value, v -> ((BigDecimal) v).compareTo(value) == 0);
            default -> {
                BigDecimal to = value.add(BigDecimal.valueOf(2000));
                yield asked(
                        path,
                        "between",
                        List.of(value, to),
                        v -> ((BigDecimal) v).compareTo(value) >= 0 && ((BigDecimal) v).compareTo(to) <= 0);
            }
        };
    }

    private Asked ordered(Path path, String value) {
        Comparable<Object> at = moment(value);
        return random.nextBoolean()
                ? asked(path, "<=", value, v -> at.compareTo(moment(v.toString())) >= 0)
                : asked(path, ">", value, v -> at.compareTo(moment(v.toString())) < 0);
    }

    @SuppressWarnings("unchecked")
    static Comparable<Object> moment(String value) {
        Object at = value.contains("T") ? Instant.parse(value) : value;
        return (Comparable<Object>) at;
    }

    private Asked text(Path path, String value) {
        int from = random.nextInt(value.length());
        String piece = value.substring(from, Math.min(value.length(), from + 1 + random.nextInt(12)));
        return switch (random.nextInt(4)) {
            case 0 -> asked(path, "=", value, value::equals);
            case 1 -> negated(path, "!=", value, value::equals);
            case 2 -> {
                String start = value.substring(0, Math.min(value.length(), 7));
                yield asked(path, "startsWith", start, v -> lower(v).startsWith(lower(start)));
            }
            default -> asked(path, "contains", piece, v -> lower(v).contains(lower(piece)));
        };
    }

    static String lower(Object text) {
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private Asked pick(Path path, String code) {
        return switch (random.nextInt(3)) {
            case 0 -> asked(path, "in", List.of(code, "other"), code::equals);
            case 1 -> negated(path, "notIn", List.of(code), code::equals);
            default -> asked(path, "=", code, code::equals);
        };
    }

    private Asked ref(Path path, Plain.Ref ref) {
        Predicate<Object> same = v -> ((Plain.Ref) v).id() == ref.id();
        boolean toUser = path.text().equals("owner") || path.text().endsWith(".owner");
        if (toUser && random.nextInt(3) == 0) {
            Map<String, Object> me = Map.of("field", path.text(), "op", "=", "value", "@me");
            return new Asked(
                    me,
                    (eye, e) -> eye.value(e, path.text()) instanceof Plain.Ref r
                            && r.id() == world.id("user", eye.user.id()));
        }
        if (path.text().equals("team") && random.nextInt(2) == 0) {
            Map<String, Object> mine = Map.of("field", "team", "op", "in", "value", List.of("@myTeams"));
            return new Asked(
                    mine,
                    (eye, e) -> eye.value(e, "team") instanceof Plain.Ref r
                            && teams(eye).contains(r.id()));
        }
        return switch (random.nextInt(3)) {
            case 0 -> negated(path, "!=", "" + ref.id(), same);
            case 1 -> asked(path, "in", List.of("" + ref.id()), same);
            default -> {
                String piece = ref.label().substring(0, Math.min(ref.label().length(), 12));
                yield piece.isEmpty()
                        ? empty(path, false)
                        : asked(path, "contains", piece, v -> lower(((Plain.Ref) v).label())
                                .contains(lower(piece)));
            }
        };
    }

    private Set<Long> teams(Eye eye) {
        Set<Long> ids = new HashSet<>();
        new ArrayList<>(world.rules.worksIn(eye.user)).forEach(team -> ids.add(world.id("team", team)));
        return ids;
    }

    private Asked any(Path path, Plain.Ref ref) {
        String record = ref.entity() + "/" + ref.id();
        Predicate<Object> same = v -> v.equals(ref) || ((Plain.Ref) v).id() == ref.id();
        return random.nextBoolean() ? asked(path, "=", record, same) : asked(path, "=", "" + ref.id(), same);
    }
}
