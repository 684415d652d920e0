package org.salacrm.core.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.Version;
import org.salacrm.core.store.Database.Vendor;
import org.salacrm.core.store.DatabaseGate;
import org.salacrm.core.store.DatabaseSettings;
import org.salacrm.core.store.TestStore;
import org.salacrm.core.testing.TestClock;

/** An installation in a folder of its own, to be backed up or restored into. */
final class Company implements AutoCloseable {
    static final Version PRODUCT = new Version(1, 2, 0);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final Path data;
    final DatabaseSettings settings;
    private TestStore store;

    private Company(Path data, DatabaseSettings settings) {
        this.data = data;
        this.settings = settings;
    }

    /** One that never started: no tables, no files. */
    static Company empty(Vendor vendor, Path folder) throws IOException {
        Path data = Files.createDirectory(folder.resolve("company" + NUMBER.incrementAndGet()));
        return new Company(
                data,
                vendor == Vendor.POSTGRESQL
                        ? TestStore.emptyPostgres()
                        : new DatabaseSettings("jdbc:derby:" + data.resolve("db"), "", "", 10));
    }

    /** One that has started, with a module {@code shop} beside the core. */
    static Company started(Vendor vendor, Path folder) throws IOException {
        Company company = empty(vendor, folder);
        company.start("");
        return company;
    }

    /** @param more further changes of the module's changelog, as a newer version brings them */
    void start(String more) throws IOException {
        store = TestStore.open(settings);
        Path changelog = data.resolve("resources/shop/shop.xml");
        Files.createDirectories(changelog.getParent());
        Files.writeString(
                changelog,
                """
                <databaseChangeLog xmlns='http://www.liquibase.org/xml/ns/dbchangelog'
                    xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='
                    http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd'>
                  <changeSet id='shop-1' author='test'>
                    <createTable tableName='shop_order'>
                      <column name='id' type='bigint'><constraints primaryKey='true'/></column>
                      <column name='label' type='varchar(100)'><constraints nullable='false'/></column>
                      <column name='total' type='decimal(19,4)'/>
                      <column name='body' type='clob'/>
                    </createTable>
                    <createIndex tableName='shop_order' indexName='shop_order_label' unique='true'>
                      <column name='label'/>
                    </createIndex>
                    <insert tableName='shop_order'>
                      <column name='id' valueNumeric='1'/>
                      <column name='label' value='seed'/>
                    </insert>
                  </changeSet>
                """
                        + more + "</databaseChangeLog>");
        store.migrate("shop", "shop/shop.xml", data.resolve("resources"));
    }

    StoredBackups backups() {
        return backups(this::closed, PRODUCT);
    }

    StoredBackups backups(StoredBackups.Closing closing, Version product) {
        return new StoredBackups(
                settings, closing, new TestClock(Instant.parse("2026-11-22T04:15:00Z")), product, data);
    }

    private void closed(DatabaseGate.Work work) throws SQLException, IOException {
        close();
        work.run();
    }

    Connection connection() throws SQLException {
        return settings.vendor() == Vendor.DERBY
                ? settings.derby().getConnection()
                : settings.postgres().getConnection();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String one(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "nothing";
        }
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
            store = null;
        }
        if (settings.vendor() == Vendor.DERBY) {
            SideDerby.shutdown(settings.derbyFolder());
        }
    }
}
