package org.salacrm.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Version;
import org.salacrm.core.store.Database.Vendor;
import org.salacrm.core.store.DatabaseGate;

/** A file that is not exactly what was written is refused before anything is touched. */
public class BackupFileTest {
    @ClassRule
    public static final TemporaryFolder SHARED = new TemporaryFolder();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static Company company;
    private static Path backup;
    private Path other;

    @BeforeClass
    public static void write() throws IOException, SQLException {
        company = Company.started(Vendor.DERBY, SHARED.getRoot().toPath());
        Files.createDirectories(company.data.resolve("modules"));
        Files.writeString(company.data.resolve("modules/shop-1.0.0-abc.kar"), "a module");
        backup = company.backups().write(SHARED.getRoot().toPath()).file();
    }

    @AfterClass
    public static void close() {
        company.close();
    }

    @Before
    public void name() {
        other = folder.getRoot().toPath().resolve("other.zip");
    }

    private void refused(Path file, String key) {
        assertThatThrownBy(() -> company.backups().restore(file, true))
                .isInstanceOfSatisfying(RefusedBackupException.class, e -> assertThat(e.messageKey())
                        .isEqualTo(key));
    }

    @Test
    public void aFolderGivesTheFileANameOfItsTime() {
        assertThat(backup.getFileName()).hasToString("sala-20261122_041500.zip");
        assertThat(SHARED.getRoot().list((dir, name) -> name.endsWith(".part"))).isEmpty();
    }

    @Test
    public void aFileThatIsThereIsNeverOverwritten() throws IOException {
        Files.writeString(other, "something dear");
        assertThatThrownBy(() -> company.backups().write(other)).hasMessageContaining("backup.exists");
        assertThat(other).hasContent("something dear");
    }

    @Test
    public void aFileThatCannotBeWrittenSaysSo() {
        Path nowhere = folder.getRoot().toPath().resolve("no/such/folder/backup.zip");
        assertThatThrownBy(() -> company.backups().write(nowhere)).hasMessageContaining("backup.place");
    }

    @Test
    public void whatIsNoBackupIsRefused() throws IOException {
        refused(other, "backup.absent");
        Files.writeString(other, "no zip");
        refused(other, "backup.damaged");
        refused(Zips.of(backup).without(Manifest.ENTRY).to(other), "backup.none");
        refused(Zips.of(backup).changed(Manifest.ENTRY, text -> "{").to(other), "backup.damaged");
    }

    @Test
    public void aFileThatEndsTooEarlyIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        for (int length : new int[] {0, 1, 100, whole.length / 2, whole.length - 100, whole.length - 1}) {
            Files.write(other, Arrays.copyOf(whole, length));
            refused(other, "backup.damaged");
        }
    }

    /** Some bytes of a zip mean nothing; changing any other is noticed, and none makes the reader fall over. */
    @Test
    public void aByteThatChangedIsNoticed() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        Random random = new Random(1);
        int noticed = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(other, bytes);
            try (BackupFile read = BackupFile.open(other, Company.PRODUCT)) {
                assertThat(read.manifest().tables()).isNotEmpty();
            } catch (RefusedBackupException e) {
                noticed++;
            }
        }
        assertThat(noticed).isGreaterThan(200);
    }

    @Test
    public void entriesThatWouldLeaveTheFolderAreRefused() throws IOException {
        for (String name : new String[] {
            "../escaped",
            "files/../../escaped",
            "modules/../../escaped.kar",
            "/escaped",
            "modules/..\\escaped.kar",
            "more"
        }) {
            refused(Zips.of(backup).with(name, "x").to(other), "backup.damaged");
        }
        refused(
                Zips.of(backup)
                        .rows("core_changelog", rows -> rows.replace("\"shop/shop.xml\"", "\"../../shop.xml\""))
                        .to(other),
                "backup.damaged");
        assertThat(company.data.resolveSibling("escaped")).doesNotExist();
    }

    @Test
    public void anEntryThatIsMissingOrChangedIsNoticed() throws IOException {
        refused(Zips.of(backup).without("tables/core_user.json").to(other), "backup.damaged");
        refused(Zips.of(backup).with("tables/shop_order.json", "").to(other), "backup.damaged");
        refused(Zips.of(backup).with("modules/shop-1.0.0-abc.kar", "evil").to(other), "backup.damaged");
        refused(Zips.of(backup).with("modules/evil.kar", "evil").to(other), "backup.damaged");
    }

    @Test
    public void whatANewerProductWroteIsRefused() throws IOException {
        refused(
                Zips.of(backup)
                        .changed(Manifest.ENTRY, text -> text.replaceFirst("\"format\" : 1", "\"format\" : 2"))
                        .to(other),
                "backup.newer");
        assertThatThrownBy(() -> company.backups(DatabaseGate.Work::run, new Version(1, 1, 9))
                        .restore(backup, true))
                .hasMessageContaining("backup.newer");
        BackupFile.open(backup, new Version(1, 3, 0)).close();
    }
}
