package org.salacrm.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.core.store.Database.Vendor;
import org.salacrm.core.store.RestoredFolder;
import org.salacrm.core.testing.TestDatabase;

/** A restore takes the place of an installation as a whole or leaves it as it is; a backup is of one moment. */
@RunWith(Parameterized.class)
public class RestoreTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Vendor vendor;
    private Company company;
    private Path backup;

    public RestoreTest(Vendor vendor) {
        this.vendor = vendor;
    }

    @Parameters(name = "{0}")
    public static List<Vendor> vendors() {
        return TestDatabase.vendors();
    }

    @Before
    public void start() throws IOException, SQLException {
        company = Company.started(vendor, folder.getRoot().toPath());
        company.execute("insert into shop_order (id, label) values (2, 'of the backup')");
        Files.createDirectories(company.data.resolve("modules"));
        Files.writeString(company.data.resolve("modules/shop-1.0.0-abc.kar"), "a module");
        backup = company.backups().write(folder.getRoot().toPath()).file();
        Files.delete(company.data.resolve("modules/shop-1.0.0-abc.kar"));
    }

    @After
    public void close() {
        company.close();
    }

    private void work() throws SQLException {
        company.execute("insert into shop_order (id, label) values (3, 'later')");
        company.execute("insert into core_module values ('shop', 'INSTALLED', '1', 'x', '', '')");
    }

    /** What is kept beside the database in use. */
    private List<String> beside() throws IOException, SQLException {
        List<String> names = new ArrayList<>();
        if (vendor == Vendor.DERBY) {
            try (Stream<Path> all = Files.list(company.data)) {
                all.map(file -> file.getFileName().toString())
                        .filter(name -> name.startsWith("db."))
                        .forEach(names::add);
            }
        } else {
            String sql = "select coalesce(string_agg(nspname, ' '), '') from pg_namespace where nspname like 'sala%'";
            names.addAll(List.of(company.one(sql).split(" ")));
            names.remove("");
        }
        return names;
    }

    @Test
    public void whoeverHasWorkedIsAskedFirst() throws IOException, SQLException {
        work();
        Map<String, List<String>> before = Trip.rows(company);
        assertThatThrownBy(() -> company.backups().restore(backup, false)).hasMessageContaining("backup.used");
        assertThat(Trip.rows(company)).isEqualTo(before);
        assertThat(beside()).isEmpty();
    }

    @Test
    public void whereNothingIsNothingIsBackedUp() throws IOException {
        Path file = folder.getRoot().toPath().resolve("nothing.zip");
        Company empty = Company.empty(vendor, folder.getRoot().toPath());
        assertThatThrownBy(() -> empty.backups().write(file)).hasMessageContaining("backup.nothing");
        assertThat(file).doesNotExist();
    }

    @Test
    public void whatIsReplacedIsKeptBeside() throws IOException, SQLException {
        work();
        company.backups().restore(backup, true);
        assertThat(company.one("select count(*) from shop_order")).isEqualTo("2");
        assertThat(beside()).hasSize(1).first().asString().endsWith("before_20261122_041500");
        if (vendor == Vendor.POSTGRESQL) {
            assertThat(company.one("select count(*) from sala_before_20261122_041500.shop_order"))
                    .isEqualTo("3");
        }
        company.start("");
        assertThat(company.one("select label from shop_order where id = 2")).isEqualTo("of the backup");
    }

    @Test
    public void anInstallationNobodyHasWorkedWithIsReplacedWithoutTraces() throws IOException, SQLException {
        company.execute("insert into shop_order (id, label) values (3, 'of the first start')");
        company.backups().restore(backup, false);
        assertThat(company.one("select count(*) from shop_order")).isEqualTo("2");
        assertThat(beside()).isEmpty();
    }

    @Test
    public void aRestoreThatFailsLeavesEverythingAsItWas() throws IOException, SQLException {
        work();
        Map<String, List<String>> before = Trip.rows(company);
        Path wrong = Zips.of(backup)
                .rows("shop_order", rows -> rows.replace("[2,", "[1,"))
                .to(folder.getRoot().toPath().resolve("wrong.zip"));
        assertThatThrownBy(() -> company.backups().restore(wrong, true)).hasMessageContaining("backup.failed");
        assertThat(Trip.rows(company)).isEqualTo(before);
        assertThat(beside()).isEmpty();
        assertThat(company.data.resolve("modules/shop-1.0.0-abc.kar")).doesNotExist();
    }

    @Test
    public void aDatabaseThatCannotTakeItsPlaceLeavesEverythingAsItWas() throws IOException, SQLException {
        work();
        Map<String, List<String>> before = Trip.rows(company);
        StoredBackups backups = company.backups(
                work -> {
                    throw new IOException("the power of the disk is gone");
                },
                Company.PRODUCT);
        assertThatThrownBy(() -> backups.restore(backup, true)).hasMessageContaining("power of the disk");
        assertThat(Trip.rows(company)).isEqualTo(before);
        assertThat(beside()).isEmpty();
        assertThat(company.data.resolve("modules/shop-1.0.0-abc.kar")).doesNotExist();
    }

    @Test
    public void aPowerCutWhileTheFoldersChangePlacesIsMadeGoodAtTheNextStart() throws IOException, SQLException {
        if (vendor == Vendor.DERBY) {
            RestoredFolder folders = RestoredFolder.of(company.settings);
            company.close();
            Files.move(folders.place(), folders.ready());
            company.start("");
            assertThat(company.one("select label from shop_order where id = 2")).isEqualTo("of the backup");
        }
    }

    /** Each writer's transaction puts one row into two tables: a backup has both or none. */
    @Test(timeout = 120_000)
    public void aBackupIsOfOneMomentWhileEverybodyWrites() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicLong written = new AtomicLong();
        Thread writer = new Thread(() -> write(enough, written));
        writer.start();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long before = written.get();
            while (written.get() <= before + 20) {
                Thread.onSpinWait();
            }
            files.add(company.backups()
                    .write(folder.getRoot().toPath().resolve("busy" + i + ".zip"))
                    .file());
        }
        enough.set(true);
        writer.join();
        for (Path file : files) {
            try (BackupFile read = BackupFile.open(file, Company.PRODUCT)) {
                Map<String, Long> counts = new TreeMap<>();
                read.manifest().tables().forEach(rows -> counts.put(rows.table().name(), rows.count()));
                assertThat(counts.get("core_setting"))
                        .isEqualTo(counts.get("shop_order") - 2)
                        .isPositive();
            }
        }
    }

    @Test(timeout = 120_000)
    public void installationsOnOneMachineAreBackedUpAtOnce() throws Exception {
        Path root = folder.getRoot().toPath();
        try (Company other = Company.started(vendor, root)) {
            List<CompletableFuture<Void>> both = Stream.of(company, other)
                    .map(each -> CompletableFuture.runAsync(() -> {
                        for (int i = 0; i < 3; i++) {
                            each.backups().write(each.data.resolve("at-once" + i + ".zip"));
                        }
                    }))
                    .toList();
            both.forEach(CompletableFuture::join);
            for (Company each : List.of(company, other)) {
                try (BackupFile read = BackupFile.open(each.data.resolve("at-once2.zip"), Company.PRODUCT)) {
                    assertThat(read.manifest().tables()).isNotEmpty();
                }
            }
        }
    }

    private void write(AtomicBoolean enough, AtomicLong written) {
        try (Connection connection = company.connection();
                PreparedStatement order =
                        connection.prepareStatement("insert into shop_order (id, label) values (?, ?)");
                PreparedStatement setting =
                        connection.prepareStatement("insert into core_setting (setting_key) values (?)")) {
            connection.setAutoCommit(false);
            for (long id = 100; !enough.get(); id++) {
                order.setLong(1, id);
                order.setString(2, "order " + id);
                order.executeUpdate();
                setting.setString(1, "order " + id);
                setting.executeUpdate();
                connection.commit();
                written.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
