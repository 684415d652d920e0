package org.salacrm.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.QueryRangeException;
import org.salacrm.api.query.Report;
import org.salacrm.core.store.Database;
import org.salacrm.core.testing.TestDatabase;

/** What a question works out may be more than the database holds. */
@RunWith(Parameterized.class)
public class LargeNumbersTest {
    private final Shop shop;
    private final Database.Vendor vendor;

    @Parameters(name = "{0}")
    public static List<Database.Vendor> vendors() {
        return TestDatabase.vendors();
    }

    public LargeNumbersTest(Database.Vendor vendor) {
        this.vendor = vendor;
        this.shop = new Shop(vendor);
    }

    @Before
    public void owe() {
        shop.callers.be(ShopCallers.user(7, 2L));
        Map<String, Object> most =
                Map.of("id", 1L, "version", 1, "name", "a", "credit", new BigDecimal("9999999999999"));
        shop.add("account", new HashMap<>(most));
        shop.save();
    }

    /** Numbers of PostgreSQL have room for whatever an expression can say. */
    @Test
    public void aSumOfProductsThatTheDatabaseCannotHoldIsRefused() {
        Map<String, Report.Measure> measures =
                Map.of("n", new Report.Measure("sum", "credit * credit * credit", Filter.NONE));
        Report report = new Report(
                List.of(),
                Map.of("f", new Report.Fact("account", Filter.NONE, Map.of(), measures, "")),
                Map.of(),
                List.of(),
                Report.Shaping.PLAIN);
        if (vendor == Database.Vendor.DERBY) {
            assertThatThrownBy(() -> shop.queries.report(report)).isInstanceOf(QueryRangeException.class);
        } else {
            assertThat(shop.queries.report(report).rows()).hasSize(1);
        }
    }

    @Test
    public void whateverNumberIsBeyondItsTypeIsRefusedAsSuch() {
        Statements statements = new Statements(shop.database, shop.tx);
        for (String sql : List.of("9223372036854775807 + id", "id / (id - id)")) {
            Plan plan = new Plan("select " + sql + " from q_account", new int[0], null);
            assertThatThrownBy(() -> statements.ask(plan, new Values(), 1, rows -> rows.next()))
                    .as(sql)
                    .isInstanceOf(QueryRangeException.class);
        }
    }
}
