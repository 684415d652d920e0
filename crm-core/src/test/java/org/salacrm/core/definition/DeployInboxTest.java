package org.salacrm.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.salacrm.api.definition.View;
import org.salacrm.api.record.BusyException;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.TestStore;
import org.salacrm.core.store.Tx;
import org.salacrm.core.testing.SharedStores;

/** What the deploy folder does with files that cannot be taken, and while the database is away. */
public class DeployInboxTest {
    private static final SharedStores STORES = new SharedStores();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private SetupFixture setup;

    @Before
    public void open() {
        setup = new SetupFixture(STORES.of(Database.Vendor.DERBY), new ModuleTexts(List.of()));
    }

    @AfterClass
    public static void close() {
        STORES.close();
    }

    @Test
    public void aFileThatComesWhileTheDatabaseIsAwayIsLookedAtAgain() throws Exception {
        TestStore away = TestStore.derby();
        SetupFixture lost = new SetupFixture(away, new ModuleTexts(List.of()));
        away.close();
        DeployInbox inbox = new DeployInbox(lost.stored, lost.callers, lost.clock);
        Path file = folder.newFile("ours.yaml").toPath();
        Files.writeString(file, "views: {sfa.open: {entity: opportunity, order: 2}}");

        inbox.install(file.toFile());

        assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(lost.clock.instant());
    }

    @Test
    public void aFileThatIsNoTextIsLeftAlone() throws Exception {
        Path file = folder.newFile("picture.yaml").toPath();
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xd8});

        new DeployInbox(setup.stored, setup.callers, setup.clock).install(file.toFile());

        assertThat(file).exists();
        assertThat(views()).isEmpty();
    }

    @Test
    public void aFileTakenAwayWhileTheDatabaseIsAwayGoesWhenItIsBack() {
        setup.stored.take("ours.yaml", "views: {own.v: {entity: lead}}");
        AtomicBoolean away = new AtomicBoolean(true);
        SetupFixture lost = setup.anotherNode(way(away));
        DeployInbox inbox = new DeployInbox(lost.stored, lost.callers, lost.clock);

        inbox.uninstall(folder.getRoot().toPath().resolve("ours.yaml").toFile());
        assertThat(views()).containsExactly("own.v");

        away.set(false);
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (lost.told.isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        inbox.close();
        assertThat(views()).isEmpty();
    }

    private List<String> views() {
        return setup.anotherNode().registry.all(View.class).stream()
                .map(View::id)
                .toList();
    }

    /** A way to the database that is cut while it is away. */
    private Tx way(AtomicBoolean away) {
        return (Tx)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Tx.class}, (p, asked, given) -> {
                    if (away.get()) {
                        throw new BusyException("the database is away", Duration.ZERO);
                    }
                    return asked.invoke(setup.tx, given);
                });
    }
}
