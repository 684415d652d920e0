package org.salacrm.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Report;
import org.salacrm.api.query.Table;
import org.salacrm.core.store.Database;
import org.salacrm.core.testing.TestDatabase;

/** Groups and numbers, under any rights, are those of a look at every single row. */
@RunWith(Parameterized.class)
public class RandomReportsTest {
    private static final long SEED = Long.getLong("query.seed", 20261122);
    private static final int REPORTS = Integer.getInteger("query.questions", 120);
    private static final List<String> BUCKETS = List.of("day", "week", "month", "quarter", "year");

    private final Shop shop;
    private final RandomShop world;
    private final RandomQuestions questions;
    private final Random random = new Random(SEED);

    @Parameters(name = "{0}")
    public static List<Database.Vendor> vendors() {
        return TestDatabase.vendors();
    }

    public RandomReportsTest(Database.Vendor vendor) {
        this.shop = new Shop(vendor);
        this.world = new RandomShop(shop, SEED);
        this.questions = new RandomQuestions(shop, world, SEED);
        world.fill(60);
    }

    @Test
    public void groupsAndNumbersEqualALookAtEveryRow() {
        int groups = 0;
        for (int i = 0; i < REPORTS; i++) {
            if (i % 10 == 0) {
                shop.rights.open();
                shop.callers.be(world.somebody(1L + i % RandomShop.USERS));
            }
            groups += ask(i);
        }
        assertThat(groups).as("groups found in all").isGreaterThan(REPORTS);
    }

    private int ask(int number) {
        EntityType type = questions.entity();
        List<Report.Dimension> dimensions = dimensions(type);
        Map<String, Report.Measure> measures = measures(type);
        Filter filter = random.nextInt(3) == 0 ? questions.filter(type, 1) : Filter.NONE;
        Report report = new Report(
                dimensions,
                Map.of("fact", new Report.Fact(type.name(), filter, Map.of(), measures, "")),
                Map.of(),
                List.of(),
                Report.Shaping.PLAIN);
        Map<List<Object>, List<Object>> expected = byHand(type, report, filter);
        Table table = shop.queries.report(report);
        Map<List<Object>, List<Object>> answered = new HashMap<>();
        for (List<Object> row : table.rows()) {
            List<Object> plain = row.stream().map(RandomReportsTest::plain).toList();
            answered.put(
                    new ArrayList<>(plain.subList(0, dimensions.size())),
                    new ArrayList<>(plain.subList(dimensions.size(), plain.size())));
        }
        assertThat(answered)
                .as("report %s by %s: %s", number, shop.callers.current().user(), report)
                .isEqualTo(expected);
        assertThat(table.rows()).hasSize(expected.size());
        opens(table, dimensions.size(), measures);
        return expected.size();
    }

    /** The records behind a count are as many. */
    private void opens(Table table, int dimensions, Map<String, Report.Measure> measures) {
        if (table.rows().isEmpty()) {
            return;
        }
        int row = random.nextInt(table.rows().size());
        int column = 0;
        for (Report.Measure measure : measures.values()) {
            if (measure.function().equals("count")) {
                Table.Drill drill = table.drill().get(row).get(column);
                assertThat(shop.queries.count(
                                drill.entity(), Filter.parse(drill.filter().tree())))
                        .as(drill.toString())
                        .isEqualTo(table.rows().get(row).get(dimensions + column));
            }
            column++;
        }
    }

    private List<Report.Dimension> dimensions(EntityType type) {
        List<Report.Dimension> dimensions = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String path = questions.path(type);
            FieldType field = new Reference(shop, null).last(type, path);
            boolean date = field.javaType() == LocalDate.class || field.javaType() == Instant.class;
            dimensions.add(new Report.Dimension("d" + i, path, date ? world.pick(BUCKETS) : "none", false));
        }
        return dimensions;
    }

    private Map<String, Report.Measure> measures(EntityType type) {
        Map<String, Report.Measure> measures = new LinkedHashMap<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            String path = questions.path(type);
            FieldType field = new Reference(shop, null).last(type, path);
            List<String> functions = new ArrayList<>(List.of("count", "countDistinct"));
            if (field.isNumber()) {
                functions.addAll(List.of("sum", "sum", "avg", "min", "max"));
            }
            String function = world.pick(functions);
            Filter filter = random.nextInt(3) == 0 ? questions.filter(type, 2) : Filter.NONE;
            measures.put("m" + i, new Report.Measure(function, function.equals("count") ? "" : path, filter));
        }
        return measures;
    }

    private Map<List<Object>, List<Object>> byHand(EntityType type, Report report, Filter filter) {
        Reference reference = new Reference(shop, shop.callers.current());
        Map<List<Object>, List<Map<String, Object>>> groups = new LinkedHashMap<>();
        if (report.dimensions().isEmpty()) {
            groups.put(List.of(), new ArrayList<>());
        }
        reference.readable(type.name(), filter).forEach(row -> {
            List<Object> key = new ArrayList<>();
            for (Report.Dimension d : report.dimensions()) {
                Object value = reference.value(type, row, d.path());
                String entity = reference.last(type, d.path()).ref();
                String kind = entity.equals("*") ? String.valueOf(row.get("aboutType")) : entity;
                boolean ref = value != null && !entity.isEmpty();
                Object shown = ref ? kind + "/" + value : bucket(value, d.bucket());
                key.add(plain(shown));
            }
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        });
        Map<List<Object>, List<Object>> answer = new HashMap<>();
        groups.forEach((key, rows) -> answer.put(
                key,
                new ArrayList<>(report.facts().get("fact").measures().values().stream()
                        .map(m -> plain(number(reference, type, rows, m)))
                        .toList())));
        return answer;
    }

    private Object number(
            Reference reference, EntityType type, List<Map<String, Object>> rows, Report.Measure measure) {
        List<Map<String, Object>> passing = rows.stream()
                .filter(row -> reference.passes(type, row, measure.filter()))
                .toList();
        if (measure.function().equals("count")) {
            return (long) passing.size();
        }
        Stream<Object> values = passing.stream()
                .map(row -> reference.value(type, row, measure.of()))
                .filter(Objects::nonNull);
        if (measure.function().equals("countDistinct")) {
            return values.distinct().count();
        }
        List<BigDecimal> numbers =
                values.map(v -> new BigDecimal(v.toString())).sorted().toList();
        if (measure.function().equals("sum")) {
            boolean seen = visible(type, measure.of());
            return seen ? numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add) : null;
        }
        if (numbers.isEmpty()) {
            return null;
        }
        return switch (measure.function()) {
            case "min" -> numbers.get(0);
            case "max" -> numbers.get(numbers.size() - 1);
            default ->
                numbers.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(numbers.size()), 10, java.math.RoundingMode.HALF_UP);
        };
    }

    /** A sum over what nobody may ever show the caller is empty and not zero. */
    private boolean visible(EntityType type, String path) {
        Asking asking = new Asking(
                new Source(shop.types, shop.rights, shop.picks, shop.time, new TextIds()),
                Catalogue.of(shop.types),
                shop.callers.current(),
                Dialect.of(shop.database.vendor()));
        return asking.term(asking.path(type, path)).isPresent();
    }

    private static Object bucket(Object value, String bucket) {
        LocalDate day = value instanceof Instant moment
                ? LocalDate.ofInstant(moment, Shop.BANGKOK)
                : value instanceof LocalDate date ? date : null;
        return day == null ? value : Bucket.of(bucket).start(day);
    }

    /** Numbers alike whatever their type and scale, references as kind and id. */
    private static Object plain(Object value) {
        if (value instanceof Ref ref) {
            return ref.entity() + "/" + ref.id();
        }
        if (value instanceof Number number) {
            BigDecimal rounded = new BigDecimal(number.toString()).setScale(4, java.math.RoundingMode.HALF_UP);
            return FactAsker.plain(rounded).toPlainString();
        }
        return value;
    }
}
