package org.salacrm.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Report;
import org.salacrm.core.store.Database;

/** Groups for days without records are made for all other groups: they must not become more than the memory holds. */
public class FilledReportsTest {
    private final Shop shop = new Shop(Database.Vendor.DERBY);

    @Before
    public void sell() {
        shop.callers.be(ShopCallers.user(7, 2L));
        for (long id = 1; id <= 30; id++) {
            LocalDate closed = LocalDate.of(id == 1 ? 1990 : 2026, 1, 1);
            shop.add(
                    "opportunity",
                    new HashMap<>(Map.of("id", id, "version", 1, "name", "d" + id, "closeDate", closed)));
        }
        shop.save();
    }

    private int rows(String bucket) {
        Map<String, Report.Measure> measures = Map.of("number", new Report.Measure("count", "", Filter.NONE));
        Report report = new Report(
                List.of(
                        new Report.Dimension("deal", "name", "none", false),
                        new Report.Dimension("day", "closeDate", bucket, true)),
                Map.of("deals", new Report.Fact("opportunity", Filter.NONE, Map.of(), measures, "")),
                Map.of(),
                List.of(),
                Report.Shaping.PLAIN);
        return shop.queries.report(report).rows().size();
    }

    @Test
    public void everyDealHasEveryYear() {
        assertThat(rows("year")).isEqualTo(30 * 37);
    }

    @Test
    public void whatWouldBeTooManyGroupsIsRefusedBeforeTheyAreMade() {
        assertThatThrownBy(() -> rows("day"))
                .isInstanceOf(MalformedQueryException.class)
                .hasMessageContaining("groups");
    }
}
