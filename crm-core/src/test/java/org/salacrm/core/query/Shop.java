package org.salacrm.core.query;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.module.CrmModule;
import org.salacrm.core.entity.MetadataRegistry;
import org.salacrm.core.store.Database;
import org.salacrm.core.testing.PlainTx;
import org.salacrm.core.testing.TestDatabase;
import org.salacrm.test.FakePickLists;

/** The small company in a database and, the same rows, in memory; with an engine that asks it. */
final class Shop {
    static final Instant NOW = Instant.parse("2026-11-22T04:15:00Z");
    static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    final MetadataRegistry types;
    final Database database;
    final SqlQueries queries;
    final ShopRights rights = new ShopRights();
    final ShopCallers callers = new ShopCallers();
    ZoneId zone = BANGKOK;
    final FakePickLists picks = new FakePickLists();
    final CompanyTime time = new CompanyTime(Clock.fixed(NOW, ZoneOffset.UTC), () -> zone);
    final PlainTx tx;
    /** By entity and id: values by field name, the parent of a part under its entity's name. */
    final Map<String, Map<Long, Map<String, Object>>> rows = new LinkedHashMap<>();

    /** Shares by entity: principal and record. */
    final Map<String, List<long[]>> shares = new TreeMap<>();

    Shop(Database.Vendor vendor) {
        this(TestDatabase.of(vendor, "db/security.xml"));
    }

    Shop(Database database) {
        this.types = new MetadataRegistry(List.of(new CrmModule() {
            @Override
            public String id() {
                return "shop";
            }

            @Override
            public List<Class<?>> entities() {
                return ShopModel.CLASSES;
            }
        }));
        types.lay("account", List.of(own("rating", Kind.INT, Integer.class), own("slogan", Kind.TEXT, String.class)));
        this.database = database;
        this.tx = new PlainTx(database.dataSource());
        ShopModel.PICKS.forEach((list, codes) -> picks.with(list, codes.toArray(String[]::new)));
        this.queries = new SqlQueries(
                new Source(types, rights, picks, time, new TextIds()),
                callers,
                Dialect.of(database.vendor()),
                new Statements(database, tx),
                new SqlQueries.Limits(20, 60));
        types.all().forEach(type -> rows.put(type.name(), new TreeMap<>()));
        createTables();
    }

    private static FieldType own(String name, String kind, Class<?> type) {
        return new FieldType(
                name,
                kind,
                "q_account_x1",
                name + "_c",
                type,
                "",
                "",
                "",
                "",
                name + "_c",
                40,
                0,
                "",
                "",
                "",
                "",
                new FieldType.Flags(false, false, false, false, false, true));
    }

    /** Keys are indexes: Derby makes up names for those of constraints, and repeats them when ten fall in 10 ms. */
    private void createTables() {
        for (EntityType type : types.all()) {
            Map<String, List<String>> tables = new LinkedHashMap<>();
            tables.put(type.table(), new ArrayList<>());
            for (FieldType field : type.fields()) {
                if (!field.isParts()) {
                    tables.computeIfAbsent(field.table(), t -> new ArrayList<>(List.of("id bigint")))
                            .add(field.column() + " " + sqlType(field));
                }
            }
            if (type.isPart()) {
                tables.get(type.table()).add(type.parentColumn() + " bigint");
            }
            tables.forEach((table, columns) -> {
                run("create table " + table + " (" + String.join(", ", columns) + ")");
                run("create unique index " + table + "_key on " + table + " (id)");
            });
        }
    }

    private String sqlType(FieldType field) {
        if (field.isText()) {
            boolean clob = field.kind().equals(Kind.TEXTAREA);
            return !clob
                    ? "varchar(" + field.size() + ")"
                    : database.vendor() == Database.Vendor.DERBY ? "clob" : "text";
        }
        return Map.of(
                        Long.class, "bigint",
                        Integer.class, "int",
                        BigDecimal.class, "decimal(15,2)",
                        Boolean.class, "boolean",
                        LocalDate.class, "date",
                        Instant.class, "timestamp")
                .get(field.javaType());
    }

    void run(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Keeps a row in memory; {@link #save} writes all of them. */
    void add(String entity, Map<String, Object> values) {
        rows.get(entity).put((Long) values.get("id"), values);
    }

    void share(String entity, long principal, long record) {
        shares.computeIfAbsent(entity, e -> new ArrayList<>()).add(new long[] {principal, record});
    }

    void save() {
        rows.forEach((entity, all) -> {
            EntityType type = types.get(entity);
            List<FieldType> main = type.fields().stream()
                    .filter(f -> !f.isParts() && f.table().equals(type.table()))
                    .toList();
            insert(type.table(), main, type, all);
            type.fields().stream()
                    .filter(f -> !f.isParts() && !f.table().equals(type.table()))
                    .map(FieldType::table)
                    .distinct()
                    .forEach(side -> insertSide(side, type, all));
        });
        shares.forEach((entity, list) -> list.forEach(share -> run("insert into core_share (entity, principal_id,"
                + " record_id, can_read, can_write, can_delete, can_append) values ('" + entity + "', " + share[0]
                + ", " + share[1] + ", true, false, false, false)")));
        // A share that has ended and one that lets nobody read must not count.
        run("insert into core_share values ('account', 1, 1, true, true, true, true, {ts '2026-11-21 00:00:00'})");
        run("insert into core_share values ('account', 2, 2, false, true, true, true, null)");
    }

    private void insertSide(String side, EntityType type, Map<Long, Map<String, Object>> all) {
        Map<Long, Map<String, Object>> some = new TreeMap<>();
        List<FieldType> fields =
                type.fields().stream().filter(f -> f.table().equals(side)).toList();
        all.forEach((id, values) -> {
            if (fields.stream().anyMatch(f -> values.get(f.name()) != null)) {
                some.put(id, values);
            }
        });
        List<FieldType> columns = new ArrayList<>(fields);
        columns.add(0, type.byName().get("id"));
        insert(side, columns, types.get("user"), some);
    }

    private void insert(String table, List<FieldType> fields, EntityType type, Map<Long, Map<String, Object>> all) {
        List<String> columns =
                new ArrayList<>(fields.stream().map(FieldType::column).toList());
        if (type.isPart()) {
            columns.add(type.parentColumn());
        }
        String sql = "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + "?, ".repeat(columns.size() - 1) + "?)";
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (Map<String, Object> values : all.values()) {
                for (int i = 0; i < fields.size(); i++) {
                    statement.setObject(i + 1, stored(values.get(fields.get(i).name())));
                }
                if (type.isPart()) {
                    statement.setObject(columns.size(), values.get(type.parent()));
                }
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Object stored(Object value) {
        if (value instanceof LocalDate day) {
            return Date.valueOf(day);
        }
        return value instanceof Instant moment ? Timestamp.from(moment) : value;
    }
}
