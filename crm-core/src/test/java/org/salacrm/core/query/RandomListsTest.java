package org.salacrm.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Row;
import org.salacrm.api.query.Sort;
import org.salacrm.api.security.Caller;
import org.salacrm.core.store.Database;
import org.salacrm.core.testing.TestDatabase;

/** Whatever is asked, by whomever: the engine answers as a look at every single row does. */
@RunWith(Parameterized.class)
public class RandomListsTest {
    private static final long SEED = Long.getLong("query.seed", 20261122);
    private static final int QUESTIONS = Integer.getInteger("query.questions", 120);
    private static final int ROWS = 60;

    private final Shop shop;
    private final RandomShop world;
    private final RandomQuestions questions;

    @Parameters(name = "{0}")
    public static List<Database.Vendor> vendors() {
        return TestDatabase.vendors();
    }

    public RandomListsTest(Database.Vendor vendor) {
        this.shop = new Shop(vendor);
        this.world = new RandomShop(shop, SEED);
        this.questions = new RandomQuestions(shop, world, SEED);
        world.fill(ROWS);
    }

    @BeforeClass
    public static void sayTheSeed() {
        assertThat(SEED).isPositive();
    }

    @Test
    public void listsCountsAndSumsEqualALookAtEveryRow() {
        int found = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            if (i % 10 == 0) {
                shop.rights.open();
                shop.callers.be(world.somebody(1L + i % RandomShop.USERS));
            }
            found += ask(i);
        }
        assertThat(found).as("rows found in all").isGreaterThan(QUESTIONS);
    }

    private int ask(int number) {
        Caller caller = shop.callers.current();
        Reference reference = new Reference(shop, caller);
        EntityType type = questions.entity();
        Filter filter = questions.filter(type, 0);
        List<Sort> sorts = questions.sorts(type);
        List<String> fields = questions.paths(type, 5);
        List<String> sums = numbers(type);
        String told = "question " + number + " by " + caller.user() + ": " + type.name() + " " + filter + " " + sorts
                + " " + fields;
        List<Map<String, Object>> expected =
                new ArrayList<>(reference.readable(type.name(), filter).toList());
        expected.sort(order(reference, type, sorts));

        Query query = new Query(type.name(), fields, filter, sorts, 1 + number % 23, "", Query.Count.EXACT, sums);
        List<Row> rows = new ArrayList<>();
        Page first = shop.queries.page(query);
        Page page = first;
        rows.addAll(page.rows());
        while (!page.next().isEmpty()) {
            page = shop.queries.page(
                    query.after(page.next()).counted(Query.Count.NONE).summed());
            rows.addAll(page.rows());
            assertThat(rows).as(told).hasSizeLessThanOrEqualTo(ROWS);
        }
        assertThat(rows.stream().map(Row::id))
                .as(told)
                .isEqualTo(expected.stream().map(r -> r.get("id")).toList());
        assertThat(rows.stream().map(Row::values))
                .as(told)
                .isEqualTo(expected.stream()
                        .map(r -> fields.stream()
                                .map(f -> reference.shown(type, r, f))
                                .toList())
                        .toList());
        assertThat(first.total()).as(told).contains(new Page.Total(expected.size(), true));
        Query capped = query.limit(1).counted(Query.Count.CAPPED).summed();
        assertThat(shop.queries.page(capped).total()).as(told).contains(new Page.Total(expected.size(), true));
        assertThat(shop.queries.count(type.name(), filter)).as(told).isEqualTo(expected.size());
        sums.forEach(
                sum -> assertThat(Optional.ofNullable(first.sums().get(sum)).orElse(BigDecimal.ZERO))
                        .as(told)
                        .isEqualByComparingTo(sum(reference, type, expected, sum)));
        List<Row> streamed = new ArrayList<>();
        shop.queries.each(query, streamed::add);
        assertThat(streamed).as(told).isEqualTo(rows);
        single(reference, type, fields, told);
        return rows.size();
    }

    private void single(Reference reference, EntityType type, List<String> fields, String told) {
        long id = 1L + Math.floorMod(told.hashCode(), ROWS);
        Map<String, Object> row = shop.rows.get(type.name()).get(id);
        Optional<List<Object>> expected = Optional.ofNullable(row)
                .filter(r -> reference.reads(type, r))
                .map(r -> fields.stream().map(f -> reference.shown(type, r, f)).toList());
        assertThat(shop.queries.one(type.name(), id, fields).map(Row::values))
                .as(told)
                .isEqualTo(expected);
    }

    private List<String> numbers(EntityType type) {
        return type.fields().stream()
                .filter(f -> f.isNumber() && !f.flags().hidden())
                .map(FieldType::name)
                .toList();
    }

    private static BigDecimal sum(Reference reference, EntityType type, List<Map<String, Object>> rows, String path) {
        return rows.stream()
                .map(r -> reference.value(type, r, path))
                .filter(v -> v != null)
                .map(v -> new BigDecimal(v.toString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Comparator<Map<String, Object>> order(Reference reference, EntityType type, List<Sort> sorts) {
        Comparator<Map<String, Object>> order = (a, b) -> 0;
        boolean desc = false;
        for (Sort sort : sorts) {
            Comparator<Map<String, Object>> by = Comparator.comparing(
                    r -> key(reference, type, r, sort.path()), Comparator.nullsLast((a, b) -> Reference.compare(a, b)));
            order = order.thenComparing(sort.desc() ? by.reversed() : by);
            desc = seen(reference, type, sort.path()) ? sort.desc() : desc;
        }
        Comparator<Map<String, Object>> byId = Comparator.comparing(r -> (Long) r.get("id"));
        return order.thenComparing(desc ? byId.reversed() : byId);
    }

    /** Whether the path orders anything at all for the caller: an invisible one is as if not asked. */
    private boolean seen(Reference reference, EntityType type, String path) {
        Asking asking = new Asking(
                new Source(shop.types, shop.rights, shop.picks, shop.time, new TextIds()),
                Catalogue.of(shop.types),
                shop.callers.current(),
                Dialect.of(shop.database.vendor()));
        return !asking.orders(type, List.of(Sort.up(path))).isEmpty();
    }

    private Object key(Reference reference, EntityType type, Map<String, Object> row, String path) {
        FieldType field = reference.last(type, path);
        Object value = reference.value(type, row, path);
        if (value == null) {
            return null;
        }
        if (field.isRef() && !field.ref().equals("*")) {
            String title = shop.types.get(field.ref()).title();
            return key(reference, type, row, path + "." + title);
        }
        if (field.kind().equals(Kind.PICK)) {
            return ShopModel.PICKS.get(field.pickList()).indexOf(value);
        }
        boolean byKey = path.equals("name") && type.name().equals("account")
                || path.endsWith("account.name")
                || path.endsWith("group.name");
        return byKey ? String.format("%03d", RandomShop.place(value)) : value;
    }
}
