package org.salacrm.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class MigrationTest {
    private static final String ONE = change("shop-1", "shop_one");
    private static final String TWO = change("shop-2", "shop_two");
    private static final String BROKEN =
            "<changeSet id='shop-3' author='t'><sql>insert into nowhere values (1)</sql><rollback/></changeSet>";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TestStore store;
    private final Migration migration;

    public MigrationTest(String name, Supplier<TestStore> open) {
        store = open.get();
        migration = new Migration(store.database());
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return List.of(
                new Object[] {"derby", (Supplier<TestStore>) TestStore::derby},
                new Object[] {"postgres", (Supplier<TestStore>) TestStore::postgres});
    }

    @After
    public void close() {
        store.close();
    }

    @Test
    public void aFileThatIsNotInstalledYetBringsItsTables() throws IOException, SQLException {
        migration.apply(module(ONE));
        assertThat(rows("shop_one")).isZero();
    }

    @Test
    public void aNewVersionAddsToWhatIsThereAndKeepsTheData() throws IOException, SQLException {
        migration.apply(module(ONE));
        execute("insert into shop_one (id) values (1)");
        migration.apply(module(ONE + TWO));
        assertThat(rows("shop_one")).isEqualTo(1);
        assertThat(rows("shop_two")).isZero();
    }

    @Test
    public void aFailingVersionLeavesTablesAndDataAsTheyWereAndTheNextOneWorks() throws IOException, SQLException {
        migration.apply(module(ONE));
        execute("insert into shop_one (id) values (1)");
        SchemaSource broken = module(ONE + TWO + BROKEN);
        assertThatThrownBy(() -> migration.apply(broken)).hasMessageContaining("shop");
        assertThat(rows("shop_one")).isEqualTo(1);
        assertThatThrownBy(() -> rows("shop_two")).isInstanceOf(SQLException.class);
        migration.apply(module(ONE + TWO));
        assertThat(rows("shop_two")).isZero();
    }

    @Test
    public void whatIsUpToDateIsNotLookedAtAgain() throws IOException, SQLException {
        SchemaSource source = module(ONE);
        migration.apply(source);
        execute("drop table CRMCHANGELOG");
        migration.apply(source);
        assertThatThrownBy(() -> rows("CRMCHANGELOG")).isInstanceOf(SQLException.class);
    }

    private static String change(String id, String table) {
        return "<changeSet id='" + id + "' author='t'><createTable tableName='" + table
                + "'><column name='id' type='bigint'/></createTable></changeSet>";
    }

    private SchemaSource module(String changes) throws IOException {
        Path file = folder.newFile().toPath();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue(SchemaSource.HEADER, "db/shop.xml;unit=shop");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new ZipEntry("db/shop.xml"));
            jar.write(("<databaseChangeLog xmlns='http://www.liquibase.org/xml/ns/dbchangelog'"
                            + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                            + " xsi:schemaLocation='http://www.liquibase.org/xml/ns/dbchangelog"
                            + " http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd'>" + changes
                            + "</databaseChangeLog>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return SchemaSource.of(file).orElseThrow();
    }

    private int rows(String table) throws SQLException {
        try (Connection connection = store.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void execute(String sql) {
        try (Connection connection = store.database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
