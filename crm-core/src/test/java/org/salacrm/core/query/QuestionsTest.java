package org.salacrm.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.api.entity.UnknownEntityException;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.QueryTimeoutException;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Report;
import org.salacrm.api.query.Row;
import org.salacrm.api.query.Sort;
import org.salacrm.api.query.Table;
import org.salacrm.api.security.Scope;
import org.salacrm.core.store.Database;
import org.salacrm.core.testing.TestDatabase;

/** What single questions answer, refuse and cost. */
@RunWith(Parameterized.class)
public class QuestionsTest {
    private final Shop shop;

    @Parameters(name = "{0}")
    public static List<Database.Vendor> vendors() {
        return TestDatabase.vendors();
    }

    public QuestionsTest(Database.Vendor vendor) {
        this.shop = new Shop(vendor);
        shop.callers.be(ShopCallers.user(7, 2L));
        int id = 0;
        for (String name : List.of("กรุงไทย", "เกษตรรวม", "ไก่ทอง", "ขนมไทย", "เขาใหญ่", "Kasikorn", "50% off_")) {
            account(++id, name, Map.of("credit", new BigDecimal(id * 100), "owner", 7L + id % 2));
        }
        opportunity(1, Map.of("account", 1L, "stage", "won", "amount", new BigDecimal("100.50"), "closeDate", day(-1)));
        opportunity(2, Map.of("account", 2L, "stage", "won", "amount", new BigDecimal("200"), "closeDate", day(0)));
        opportunity(3, Map.of("account", 3L, "stage", "lost", "amount", new BigDecimal("400"), "closeDate", day(-40)));
        opportunity(4, Map.of("stage", "new", "wonAt", Instant.parse("2026-11-21T17:00:00Z")));
        line(1, 2, 0, 5);
        line(2, 1, 0, 7);
        shop.save();
    }

    @Test
    public void whereTheCompanyMovesToCountsForWhatWasAskedBefore() {
        assertThat(daysOfWinning()).containsExactly(Shop.TODAY);
        shop.zone = ZoneId.of("Europe/London");
        assertThat(daysOfWinning()).containsExactly(day(-1));
        assertThat(ids("opportunity", Filter.where("wonAt", Op.WITHIN, "@yesterday")))
                .containsExactly(4L);
    }

    private List<Object> daysOfWinning() {
        Filter won = Filter.where("wonAt", Op.NOT_EMPTY);
        Map<String, Report.Measure> measures = Map.of("won", new Report.Measure("count", "", Filter.NONE));
        Report report = new Report(
                List.of(new Report.Dimension("day", "wonAt", "day", false)),
                Map.of("deals", new Report.Fact("opportunity", won, Map.of(), measures, "")),
                Map.of(),
                List.of(),
                Report.Shaping.PLAIN);
        return shop.queries.report(report).rows().stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static LocalDate day(int away) {
        return Shop.TODAY.plusDays(away);
    }

    private void account(long id, String name, Map<String, Object> more) {
        Map<String, Object> row = new LinkedHashMap<>(more);
        row.putAll(Map.of("id", id, "version", 3, "name", name));
        shop.add("account", row);
    }

    private void opportunity(long id, Map<String, Object> more) {
        Map<String, Object> row = new LinkedHashMap<>(more);
        row.putAll(Map.of("id", id, "version", 1, "name", "deal " + id));
        shop.add("opportunity", row);
    }

    private void line(long id, int position, int version, int quantity) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.putAll(Map.of("id", id, "version", version, "position", position, "quantity", quantity));
        row.put("opportunity", 1L);
        shop.add("opportunityLine", row);
    }

    private List<Long> ids(String entity, Filter filter) {
        return shop.queries.page(Query.of(entity).where(filter)).rows().stream()
                .map(Row::id)
                .toList();
    }

    @Test
    public void aThaiConsonantFindsWhatStandsUnderItInTheDictionary() {
        assertThat(ids("account", Filter.where("name", Op.STARTS_WITH, "ก"))).containsExactly(1L, 2L, 3L);
        assertThat(ids("account", Filter.where("name", Op.STARTS_WITH, "ข"))).containsExactly(4L, 5L);
        assertThat(ids("account", Filter.where("name", Op.STARTS_WITH, "k"))).containsExactly(6L);
        assertThat(ids("account", Filter.where("name", Op.STARTS_WITH, "เก"))).containsExactly(2L);
        assertThat(ids("account", Filter.where("*", Op.MATCHES, "0% O*F_"))).containsExactly(7L);
    }

    @Test
    public void aDayIsADayWhereTheCompanyIs() {
        assertThat(ids("opportunity", Filter.eq("wonAt", "@today"))).containsExactly(4L);
        assertThat(ids("opportunity", Filter.where("wonAt", Op.LT, "2026-11-22")))
                .isEmpty();
        assertThat(ids("opportunity", Filter.where("closeDate", Op.WITHIN, "@thisMonth")))
                .containsExactly(1L, 2L);
        assertThat(ids("opportunity", Filter.where("closeDate", Op.BETWEEN, "@today-1d", "@today")))
                .containsExactly(1L, 2L);
    }

    @Test
    public void aRecordComesWithItsPartsInTheirOrder() {
        Row row = shop.queries
                .one("opportunity", 1, List.of("name", "account", "lines"))
                .orElseThrow();
        assertThat(row.version()).isEqualTo(1);
        assertThat(row.values().get(1)).isEqualTo(new Ref("account", 1, "กรุงไทย"));
        assertThat(row.values().get(2).toString())
                .startsWith("[{id=2,")
                .contains("quantity=7")
                .contains("id=1,");
        shop.rights.close(7, "opportunity", "lines");
        assertThat(shop.queries
                        .one("opportunity", 1, List.of("lines"))
                        .orElseThrow()
                        .values())
                .containsOnlyNulls();
        assertThat(shop.queries.count("opportunityLine", Filter.NONE)).isZero();
    }

    @Test
    public void whatMayNotBeSeenIsEmptyEverywhere() {
        shop.rights.scope(7, "account", new Scope(false, Set.of(7L), Set.of(), Set.of()));
        Query query = Query.of("opportunity", "account", "account.credit")
                .sorted(Sort.down("account.credit"))
                .summed("account.credit");
        List<Row> rows = shop.queries.page(query).rows();
        assertThat(rows.stream().map(Row::id)).containsExactly(4L, 3L, 1L, 2L);
        assertThat(rows.get(1).values()).containsExactly(new Ref("account", 3, "ไก่ทอง"), null);
        assertThat(shop.queries.page(query).sums().get("account.credit")).isEqualByComparingTo("200");
        assertThat(ids("opportunity", Filter.where("account.credit", Op.GT, 0))).containsExactly(2L);
        assertThat(ids("opportunity", Filter.where("account.credit", Op.EMPTY))).containsExactly(1L, 3L, 4L);
        shop.rights.close(7, "opportunity", "amount");
        assertThat(shop.queries.page(Query.of("opportunity").summed("amount")).sums())
                .isEmpty();
    }

    @Test
    public void theRestOfTheGreatestIsComputedFromItsRecords() {
        Map<String, Report.Measure> measures = new LinkedHashMap<>();
        measures.put("sum", new Report.Measure("sum", "amount", Filter.NONE));
        measures.put("mean", new Report.Measure("avg", "amount", Filter.NONE));
        Report report = new Report(
                List.of(new Report.Dimension("account", "account", "none", false)),
                Map.of("deals", new Report.Fact("opportunity", Filter.NONE, Map.of(), measures, "")),
                Map.of("double", "sum * 2"),
                List.of(),
                new Report.Shaping(
                        "", List.of(), List.of(), "", Optional.of(new Report.Top(1, "sum", true)), Filter.NONE));
        Table table = shop.queries.report(report);
        assertThat(table.rows().toString())
                .isEqualTo("[[Ref[entity=account, id=3, label=ไก่ทอง], 400, 400, 800], [*, 300.5, 150.25, 601]]");
        assertThat(ids("opportunity", table.drill().get(1).get(0).filter())).containsExactly(1L, 2L, 4L);
    }

    @Test
    public void equalQuestionsAreOneStatement() {
        List<Query> queries = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            queries.add(Query.of("opportunity", "name", "account").where(Filter.where("amount", Op.GE, i)));
        }
        queries.forEach(shop.queries::page);
        assertThat(shop.queries.statements()).isEqualTo(1);
    }

    @Test
    public void questionsThatDoNotFitAreRefusedByPath() {
        refused("nothing", Filter.eq("nothing", 1));
        refused("account.nothing", Filter.eq("account.nothing", 1));
        refused("name.length", Filter.eq("name.length", 1));
        refused("amount", Filter.eq("amount", "much"));
        refused("amount", Filter.eq("amount", new BigDecimal("1e900")));
        refused("probability", Filter.eq("probability", 5_000_000_000L));
        refused("closeDate", Filter.eq("closeDate", "2026-02-30"));
        refused("closeDate", Filter.where("closeDate", Op.WITHIN, "@someday"));
        refused("name", Filter.where("name", Op.CONTAINS, "x".repeat(10_000_000)));
        refused("name", Filter.eq("name", "a\0b"));
        refused("name", Filter.eq("name", "\ud800"));
        refused("amount", Filter.where("amount", Op.CONTAINS, "1"));
        refused("account", Filter.where("account", Op.LT, 1));
        refused("about", new Filter.Exists("activity", "about.name", Filter.NONE));
        refused("nobody", new Filter.Exists("nobody", "about", Filter.NONE));
        refused("lines", Filter.eq("lines", 1));
        refused("nameKey", Filter.eq("account.nameKey", 1));
        Filter deep = Filter.NONE;
        for (int i = 0; i < 1000; i++) {
            deep = Filter.not(deep);
        }
        refused("too large", deep);
        assertThatThrownBy(() -> shop.queries.page(Query.of("opportunity").after("rubbish")))
                .isInstanceOf(MalformedQueryException.class);
        assertThatThrownBy(() -> shop.queries.page(Query.of("opportunity").limit(5000)))
                .isInstanceOf(MalformedQueryException.class);
        assertThatThrownBy(() -> shop.queries.count("nobody", Filter.NONE)).isInstanceOf(UnknownEntityException.class);
        for (String meta : List.of("' or 1=1 --", "\"; drop table q_user; --", "%", "\\", "?", "{fn now()}", "$1")) {
            assertThat(shop.queries.count("opportunity", Filter.eq("name", meta)))
                    .isZero();
            assertThat(shop.queries.count("opportunity", Filter.where("name", Op.CONTAINS, meta)))
                    .isZero();
            refused("", Filter.eq(meta, 1));
        }
    }

    private void refused(String place, Filter filter) {
        assertThatThrownBy(() -> shop.queries.count("opportunity", filter))
                .isInstanceOf(MalformedQueryException.class)
                .hasMessageContaining(place)
                .message()
                .hasSizeLessThan(300);
    }

    @Test
    public void theFirstPageHoldsTheFirstRowsHoweverTheyWereStored() {
        Shop stored = new Shop(shop.database.vendor());
        stored.callers.be(ShopCallers.user(7));
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            rows.append(i == 0 ? "" : ", ")
                    .append("(")
                    .append(1000 + i * 77 % 300)
                    .append(", 1, 'stored', 7)");
        }
        stored.run("insert into q_account (id, version, name, owner_id) values " + rows);
        Query all = Query.of("account").sorted(Sort.up("name"));
        assertThat(stored.queries.page(all.limit(10)).rows()).hasSize(10);
        Query found = Query.of("account").where(Filter.where("name", Op.CONTAINS, "stored"));
        List<Long> ids = stored.queries.page(found.limit(100)).rows().stream()
                .map(Row::id)
                .toList();
        assertThat(ids)
                .containsExactlyElementsOf(LongStream.range(1000, 1100).boxed().toList());
    }

    @Test
    public void aQuestionThatTakesTooLongIsStopped() {
        String many = "select count(*) from core_share a, core_share b, core_share c, core_share d, core_share e";
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            rows.append(i == 0 ? "" : ", ").append("('x', ").append(i).append(", 1, true, true, true, true, null)");
        }
        shop.run("insert into core_share values " + rows);
        Plan plan = new Plan(many, new int[0], null);
        Statements statements = new Statements(shop.database, shop.tx);
        assertThatThrownBy(() -> statements.ask(plan, new Values(), 1, found -> found.next()))
                .isInstanceOf(QueryTimeoutException.class);
        assertThat(shop.queries.count("account", Filter.NONE))
                .as("others are answered")
                .isPositive();
        assertThatThrownBy(() -> shop.tx.required(() -> statements.ask(plan, new Values(), 1, found -> found.next())))
                .isInstanceOf(QueryTimeoutException.class);
        assertThat(shop.tx.<Long>required(() -> shop.queries.count("account", Filter.NONE)))
                .isPositive();
    }

    @Test
    public void aQuestionInATransactionSeesWhatWasJustWritten() {
        long counted = shop.tx.required(() -> {
            try (var statement = shop.tx.connection().createStatement()) {
                statement.execute("insert into q_lead (id, version) values (1, 0)");
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
            return shop.queries.count("lead", Filter.NONE);
        });
        assertThat(counted).isEqualTo(1);
    }
}
