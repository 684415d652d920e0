package org.salacrm.core.query;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Report;
import org.salacrm.api.query.Sort;
import org.salacrm.api.security.Scope;
import org.salacrm.core.store.Database;
import org.salacrm.core.testing.TestDatabase;

/**
 * Prints what lists, records and reports cost beside plain JDBC that answers the same: run with the names of the
 * databases and the number of opportunities, {@code POSTGRESQL 200000}. People judge.
 */
public final class QueryTimes {
    private static final int OWNERS = 50;
    private static final int ACCOUNTS = 20_000;
    private static final List<String> FIELDS =
            List.of("name", "stage", "amount", "probability", "closeDate", "createdAt", "account", "owner", "team");
    private static final String PLAIN_LIST =
            """
            select o.id, o.version, o.name, o.stage, o.amount, o.probability, o.close_date, o.created_at,
              o.account_id, a.name, o.owner_id, u.name, o.team_id, t.name
            from (select * from (
                select * from (select o.id, o.amount from q_opportunity o where o.owner_id = ? and o.stage = ?
                  order by o.amount desc, o.id desc fetch first 51 rows only) b1
                union
                select * from (select o.id, o.amount from q_opportunity o where o.team_id = ? and o.stage = ?
                  order by o.amount desc, o.id desc fetch first 51 rows only) b2
              ) z order by z.amount desc, z.id desc fetch first 51 rows only) k
            join q_opportunity o on o.id = k.id left join q_account a on a.id = o.account_id
            left join q_user u on u.id = o.owner_id left join q_team t on t.id = o.team_id
            order by k.amount desc, k.id desc""";

    private final Shop shop;
    private final int rows;
    private final boolean derby;
    private final Random random = new Random(1);

    private QueryTimes(Database.Vendor vendor, int rows) throws SQLException {
        this.shop = new Shop(kept(TestDatabase.of(vendor, "db/security.xml")));
        this.rows = rows;
        this.derby = vendor == Database.Vendor.DERBY;
    }

    public static void main(String[] args) throws SQLException {
        QueryTimes times = new QueryTimes(Database.Vendor.valueOf(args[0]), Integer.parseInt(args[1]));
        times.fill();
        times.lists();
        times.record();
        times.report();
        System.exit(0);
    }

    /** Gives one and the same connection, as a pool does to one user. */
    private static Database kept(TestDatabase database) throws SQLException {
        Connection connection = database.dataSource().getConnection();
        Connection open = (Connection) Proxy.newProxyInstance(
                QueryTimes.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
        DataSource source = (DataSource) Proxy.newProxyInstance(
                QueryTimes.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> open);
        return new TestDatabase(source, database.vendor());
    }

    private void fill() throws SQLException {
        insert("q_team", "id, name", 10, (s, i) -> s.setString(2, "Team " + i));
        insert("q_user", "id, name", 1000, (s, i) -> s.setString(2, "พนักงาน " + i));
        insert("q_account", "id, name", ACCOUNTS, (s, i) -> s.setString(2, "บริษัท " + i + " จำกัด"));
        String columns =
                "id, version, name, stage, amount, probability, close_date, created_at, account_id, owner_id, team_id";
        insert("q_opportunity", columns, rows, this::opportunity);
        List<List<String>> indexes = List.of(
                List.of("stage", "amount desc", "id desc"),
                List.of("owner_id", "stage", "amount desc", "id desc"),
                List.of("team_id", "stage", "amount desc", "id desc"));
        for (int i = 0; i < indexes.size(); i++) {
            shop.run("create index q_ix" + i + " on q_opportunity (" + String.join(", ", indexes.get(i)) + ")");
        }
        if (!derby) {
            shop.run("vacuum analyze");
            shop.run("set plan_cache_mode = force_generic_plan"); // as the pool does
        } else {
            shop.run("call SYSCS_UTIL.SYSCS_UPDATE_STATISTICS('APP', 'Q_OPPORTUNITY', null)");
        }
        System.out.println((derby ? "Derby " : "PostgreSQL ") + rows + " opportunities");
    }

    private void opportunity(PreparedStatement s, int i) throws SQLException {
        // Every thousandth belongs to user 900, who sees 0.1 %; the others to 50 owners in 10 teams.
        int owner = i % 1000 == 0 ? 900 : 1 + random.nextInt(OWNERS);
        s.setInt(2, 1);
        s.setString(3, "ขายเครื่องจักร " + i);
        s.setString(4, ShopModel.PICKS.get("stage").get(random.nextInt(5)));
        s.setBigDecimal(
                5, owner == 900 ? BigDecimal.valueOf(i % 7) : BigDecimal.valueOf(random.nextInt(100_000_000), 2));
        s.setInt(6, random.nextInt(11) * 10);
        s.setDate(7, java.sql.Date.valueOf(Shop.TODAY.minusDays(random.nextInt(540))));
        s.setTimestamp(8, java.sql.Timestamp.from(Shop.NOW.minusSeconds(random.nextInt(40_000_000))));
        s.setLong(9, 1 + random.nextInt(ACCOUNTS));
        s.setLong(10, owner);
        s.setLong(11, owner == 900 ? 99 : 1 + (owner - 1) / 5);
    }

    private interface Fill {
        void row(PreparedStatement statement, int number) throws SQLException;
    }

    private void insert(String table, String columns, int count, Fill fill) throws SQLException {
        String marks = "?, ".repeat(columns.split(",").length - 1) + "?";
        try (Connection connection = shop.database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into " + table + " (" + columns + ") values (" + marks + ")")) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= count; i++) {
                statement.setLong(1, i);
                fill.row(statement, i);
                statement.addBatch();
                if (i % 5000 == 0 || i == count) {
                    statement.executeBatch();
                    connection.commit();
                }
            }
            connection.setAutoCommit(true);
        }
    }

    private void lists() {
        Query query = Query.of("opportunity", FIELDS.toArray(String[]::new))
                .where(Filter.eq("stage", "offer"))
                .sorted(Sort.down("amount"));
        Map<String, Scope> scopes = new java.util.LinkedHashMap<>();
        scopes.put("own + team (10 %)", new Scope(false, Set.of(7L), Set.of(2L), Set.of()));
        scopes.put("own + team + shares", new Scope(false, Set.of(7L), Set.of(2L), Set.of(7L, 102L)));
        scopes.put("nothing", new Scope(false, Set.of(901L), Set.of(98L), Set.of(901L)));
        scopes.put("0.1 %", new Scope(false, Set.of(900L), Set.of(99L), Set.of(900L)));
        scopes.put("all", Scope.ALL);
        shop.callers.be(ShopCallers.user(7, 2L));
        try (Plain plain = new Plain()) {
            time("plain JDBC, own + team", plain::list);
            scopes.forEach((name, scope) -> {
                shop.rights.scope(7, "opportunity", scope);
                time("list, " + name, i -> shop.queries.page(query));
                time("  and counted to 1000", i -> shop.queries.page(query.counted(Query.Count.CAPPED)));
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void record() {
        shop.rights.scope(7, "opportunity", new Scope(false, Set.of(7L), Set.of(1L, 2L, 3L, 4L, 5L), Set.of(7L)));
        time("one record", i -> shop.queries.one("opportunity", 1 + random.nextInt(rows), FIELDS));
        List<String> whole = new ArrayList<>(FIELDS);
        whole.add("lines");
        time("one record with its lines", i -> shop.queries.one("opportunity", 1 + random.nextInt(rows), whole));
    }

    private void report() {
        shop.rights.open();
        Report report = new Report(
                List.of(
                        new Report.Dimension("stage", "stage", "none", false),
                        new Report.Dimension("owner", "owner", "none", false),
                        new Report.Dimension("month", "closeDate", "month", false)),
                Map.of(
                        "deals",
                        new Report.Fact(
                                "opportunity",
                                Filter.NONE,
                                Map.of(),
                                Map.of(
                                        "count", new Report.Measure("count", "", Filter.NONE),
                                        "sum", new Report.Measure("sum", "amount", Filter.NONE)),
                                "")),
                Map.of(),
                List.of(),
                new Report.Shaping("", List.of(), List.of(), "", Optional.empty(), Filter.NONE));
        String month = derby ? "year(close_date)*100+month(close_date)" : "date_trunc('month', close_date)";
        try (Plain plain = new Plain()) {
            String sql = "select stage, owner_id, " + month
                    + ", count(*), sum(amount) from q_opportunity group by stage," + " owner_id, " + month;
            time("plain SQL, stage x owner x month", 7, i -> plain.drain(sql));
            time("report, stage x owner x month, all", 7, i -> shop.queries.report(report));
            shop.rights.scope(7, "opportunity", new Scope(false, Set.of(7L), Set.of(2L), Set.of(7L)));
            time("report, own + team + shares", 7, i -> shop.queries.report(report));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same question without an engine. */
    private final class Plain implements AutoCloseable {
        private final Connection connection = shop.database.dataSource().getConnection();
        private final PreparedStatement list = connection.prepareStatement(PLAIN_LIST);

        private Plain() throws SQLException {}

        private void list(int i) {
            try {
                list.setLong(1, 7);
                list.setString(2, "offer");
                list.setLong(3, 2);
                list.setString(4, "offer");
                drain(list);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void drain(String sql) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                drain(statement);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void drain(PreparedStatement statement) throws SQLException {
            try (ResultSet found = statement.executeQuery()) {
                int columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    for (int i = 1; i <= columns; i++) {
                        found.getObject(i);
                    }
                }
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static void time(String name, Consumer<Integer> work) {
        time(name, 400, work);
    }

    private static void time(String name, int times, Consumer<Integer> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < times / 2; i++) {
            work.accept(i);
        }
        long[] took = new long[times];
        long cpu = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.accept(i);
            took[i] = System.nanoTime() - start;
        }
        cpu = threads.getCurrentThreadCpuTime() - cpu;
        Arrays.sort(took);
        System.out.printf(
                "%-40s p50 %8.2f ms  p95 %8.2f ms  CPU here %6.2f ms%n",
                name, took[times / 2] / 1e6, took[times * 95 / 100] / 1e6, cpu / 1e6 / times);
    }
}
