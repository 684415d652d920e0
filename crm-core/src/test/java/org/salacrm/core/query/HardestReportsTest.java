package org.salacrm.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Report;
import org.salacrm.api.query.Table;
import org.salacrm.api.security.Scope;
import org.salacrm.core.store.Database;
import org.salacrm.core.testing.TestDatabase;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The hardest reports of the catalogue, said in the language, answer what SQL written by hand answers. */
@RunWith(Parameterized.class)
public class HardestReportsTest {
    private static final Pattern MEANT = Pattern.compile("\\[\\[(\\w+) (\\w+)]]");
    private static final Pattern SEEN = Pattern.compile("\\{see ([\\w.]+) ([\\w(),]+): ([^}]*)}");
    private static final long EVERYBODY = 1;
    private static final long SOMEBODY = 3;
    /** Reaches the same records, but some fields are closed to him. */
    private static final long SHORT_SIGHTED = 5;

    private static final List<String> CLOSED =
            List.of("opportunity.amount", "account.territory", "lead.source", "creditNote.reason");

    private static final int MOST_OPENED = 20;

    /** The tests only read. */
    private static final Map<String, Shop> SHOPS = new HashMap<>();

    private final Shop shop;
    private long caller;

    @Parameters(name = "{0}, seed {1}")
    public static List<Object[]> worlds() {
        return TestDatabase.vendors().stream()
                .flatMap(vendor ->
                        Stream.of(7L, Long.getLong("query.seed", 20261122)).map(seed -> new Object[] {vendor, seed}))
                .toList();
    }

    public HardestReportsTest(Database.Vendor vendor, long seed) {
        this.shop = SHOPS.computeIfAbsent(vendor + " " + seed, name -> filled(vendor, seed));
    }

    private static Shop filled(Database.Vendor vendor, long seed) {
        Shop filled = new Shop(vendor);
        new RandomShop(filled, seed).fill(150);
        return filled;
    }

    @AfterClass
    public static void close() {
        SHOPS.clear();
    }

    @Before
    public void twoSeeTheirOwnTheirTeamsAndWhatIsShared() {
        for (EntityType type : shop.types.all()) {
            if (!type.features().common() && !type.isPart()) {
                for (long user : List.of(SOMEBODY, SHORT_SIGHTED)) {
                    Scope scope = new Scope(false, Set.of(user), Set.of(1L, 2L), Set.of(user, 100L));
                    shop.rights.scope(user, type.name(), scope);
                }
            }
        }
        CLOSED.forEach(path -> shop.rights.close(SHORT_SIGHTED, path.split("\\.")[0], path.split("\\.")[1]));
    }

    @Test
    public void everyReportEqualsItsSql() {
        Map<String, Report> reports = reports();
        Map<String, String> sql = sql();
        assertThat(sql.keySet()).isEqualTo(reports.keySet());
        for (long user : List.of(EVERYBODY, SOMEBODY, SHORT_SIGHTED)) {
            caller = user;
            shop.callers.be(ShopCallers.user(user, 1L, 2L));
            reports.forEach((name, report) -> {
                Table table = shop.queries.report(report);
                List<String> answered = table.rows().stream()
                        .filter(row -> !"*".equals(row.get(0)))
                        .map(this::line)
                        .sorted()
                        .toList();
                assertThat(answered).as(name + " for " + user).isEqualTo(byHand(sql.get(name)));
                assertThat(answered).as(name + " for " + user).isNotEmpty();
            });
        }
    }

    @Test
    public void everyNumberOpensTheRecordsItWasMadeFrom() {
        shop.callers.be(ShopCallers.user(SOMEBODY, 1L, 2L));
        reports().forEach((name, report) -> {
            Table table = shop.queries.report(report);
            int step = 1 + table.rows().size() / MOST_OPENED;
            for (int i = 0; i < table.rows().size(); i += step) {
                int dimensions =
                        table.rows().get(i).size() - table.drill().get(i).size();
                for (int j = 0; j < table.drill().get(i).size(); j++) {
                    Table.Column column = table.columns().get(dimensions + j);
                    Object number = table.rows().get(i).get(dimensions + j);
                    assertThat(opened(report, column, table.drill().get(i).get(j)))
                            .as(name + " " + column + " of " + table.rows().get(i))
                            .satisfiesAnyOf(sum -> assertThat(sum).isNull(), sum -> assertThat(sum)
                                    .isEqualByComparingTo(String.valueOf(number)));
                }
            }
        });
    }

    /** @return null for what is neither counted nor summed */
    private BigDecimal opened(Report report, Table.Column column, Table.Drill drill) {
        String name = column.source().replace(ReportColumns.BEFORE, "");
        for (Report.Fact fact : report.facts().values()) {
            Report.Measure measure = fact.measures().get(name);
            if (measure != null && measure.function().equals("count")) {
                return BigDecimal.valueOf(shop.queries.count(drill.entity(), overTheWire(drill.filter())));
            }
            if (measure != null
                    && measure.function().equals("sum")
                    && !measure.of().contains("*")) {
                Query query = Query.of(drill.entity())
                        .where(overTheWire(drill.filter()))
                        .summed(measure.of());
                return shop.queries.page(query).sums().get(measure.of());
            }
        }
        return null;
    }

    private static Filter overTheWire(Filter filter) {
        return Filter.parse(filter.tree());
    }

    /** A sum over what is closed is empty, by hand it adds up nothing: for the short-sighted both are zero. */
    private String line(List<Object> row) {
        return row.stream()
                .map(value -> value == null && caller == SHORT_SIGHTED ? 0 : value)
                .map(HardestReportsTest::word)
                .collect(Collectors.joining(" | "));
    }

    private static String word(Object value) {
        if (value instanceof Ref ref) {
            return String.valueOf(ref.id());
        }
        if (value instanceof LocalDate day && day.getDayOfMonth() == 1) {
            return String.valueOf(day.getYear() * 100 + day.getMonthValue());
        }
        return value instanceof Number number
                ? FactAsker.plain(new BigDecimal(number.toString()).setScale(4, java.math.RoundingMode.HALF_UP))
                        .toPlainString()
                : String.valueOf(value);
    }

    private List<String> byHand(String text) {
        String sql = MEANT.matcher(text).replaceAll(m -> readable(m.group(1), m.group(2)));
        sql = SEEN.matcher(sql).replaceAll(m -> seen(m.group(1), m.group(2), m.group(3)));
        boolean derby = shop.database.vendor() == Database.Vendor.DERBY;
        sql = sql.replaceAll(
                "\\{day ([\\w.]+)}",
                derby ? "date({fn timestampadd(SQL_TSI_HOUR, 7, $1)})" : "cast($1 + interval '7 hours' as date)");
        sql = sql.replaceAll(
                "\\{month (date\\(\\{.*?\\)}\\)|cast\\(.*? as date\\)|[\\w.]+)}",
                derby ? "(year($1)*100+month($1))" : "cast(extract(year from $1)*100+extract(month from $1) as int)");
        List<String> lines = new ArrayList<>();
        try (Connection connection = shop.database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    Object value = rows.getObject(i);
                    row.add(value instanceof java.sql.Date date ? date.toLocalDate() : value);
                }
                lines.add(line(row));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return lines.stream().sorted().toList();
    }

    private String seen(String field, String type, String column) {
        return caller == SHORT_SIGHTED && CLOSED.contains(field) ? "cast(null as " + type + ")" : column;
    }

    private String readable(String entity, String alias) {
        return caller == EVERYBODY
                ? alias + ".id is not null"
                : ("(a.owner_id = " + caller
                                + " or a.team_id in (1, 2) or a.id in (select record_id from core_share where entity ="
                                + " '"
                                + entity + "' and principal_id in (" + caller
                                + ", 100) and can_read = true and until_at is null))")
                        .replace("a.", alias + ".");
    }

    static Map<String, Report> reports() {
        Map<String, Object> trees = new Yaml(new SafeConstructor(new LoaderOptions())).load(resource("hardest.yaml"));
        return trees.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> Report.parse(e.getValue())));
    }

    private static Map<String, String> sql() {
        String text = resource("hardest.sql");
        return List.of(text.split("(?m)^== ")).stream()
                .skip(1)
                .collect(Collectors.toMap(
                        part -> part.substring(0, part.indexOf('\n')).trim(),
                        part -> part.substring(part.indexOf('\n')).trim()));
    }

    private static String resource(String name) {
        try (var stream = HardestReportsTest.class.getResourceAsStream("/reports/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
