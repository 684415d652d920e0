package org.salacrm.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.api.query.Page.Total;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Query.Count;
import org.salacrm.api.security.Scope;
import org.salacrm.core.store.Database;
import org.salacrm.core.testing.TestDatabase;

/** How far a list counts what it finds. */
@RunWith(Parameterized.class)
public class TotalsTest {
    private static final long EVERYBODY = 1;
    /** Reaches the same records, some as his own and some through his team. */
    private static final long SELLER = 7;

    private final Shop shop;

    @Parameters(name = "{0}")
    public static List<Database.Vendor> vendors() {
        return TestDatabase.vendors();
    }

    public TotalsTest(Database.Vendor vendor) {
        this.shop = new Shop(vendor);
        shop.rights.scope(SELLER, "account", new Scope(false, Set.of(SELLER), Set.of(2L), Set.of()));
    }

    @Test
    public void aListCountsToAThousandUnlessTheExactNumberIsAskedFor() {
        open(1, 999);
        counted(Count.CAPPED, new Total(999, true));
        open(1000, 1000);
        counted(Count.CAPPED, new Total(1000, true));
        open(1001, 1001);
        counted(Count.CAPPED, new Total(1000, false));
        counted(Count.EXACT, new Total(1001, true));
    }

    private void open(long first, long last) {
        shop.run(LongStream.rangeClosed(first, last)
                .mapToObj(id -> "(" + id + ", 1, 'account', " + (id % 2 == 0 ? "7, 3" : "8, 2") + ")")
                .collect(Collectors.joining(
                        ", ", "insert into q_account (id, version, name, owner_id, team_id) values ", "")));
    }

    private void counted(Count how, Total expected) {
        for (long user : List.of(EVERYBODY, SELLER)) {
            shop.callers.be(ShopCallers.user(user, 2L));
            assertThat(shop.queries.page(Query.of("account").counted(how)).total())
                    .as("%s for %s", how, user)
                    .contains(expected);
        }
    }
}
