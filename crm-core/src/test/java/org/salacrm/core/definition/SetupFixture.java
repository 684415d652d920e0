package org.salacrm.core.definition;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.salacrm.api.event.Live;
import org.salacrm.api.security.Caller;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.TestStore;
import org.salacrm.core.store.Tx;
import org.salacrm.core.testing.FakeCallers;
import org.salacrm.core.testing.FakeLive;
import org.salacrm.core.testing.FakeRights;
import org.salacrm.core.testing.TestClock;

/** The definitions, pick lists and settings of one node over a database. */
final class SetupFixture {
    final TestStore store;
    final TestClock clock = new TestClock(Instant.parse("2026-11-22T04:00:00Z"));
    final Tx tx;
    final FakeCallers callers = new FakeCallers();
    final Set<String> permissions = new HashSet<>();
    final List<Live.Message> told = new CopyOnWriteArrayList<>();
    final StoredDefinitions stored;
    final LayeredRegistry registry;
    final JdbcPickLists picks;
    final JdbcSettings settings;
    private final ModuleTexts texts;

    /** A node over a database in which nobody changed anything yet. */
    SetupFixture(TestStore store, ModuleTexts texts) {
        this(store, store.tx(), texts, 1);
        Sql sql = new Sql(tx);
        List.of("core_definition", "core_pick", "core_setting", "core_user_setting", "core_setup_history")
                .forEach(table -> sql.update("DELETE FROM " + table));
    }

    private SetupFixture(TestStore store, Tx tx, ModuleTexts texts, long firstId) {
        this.store = store;
        this.texts = texts;
        this.tx = tx;
        AtomicLong ids = new AtomicLong(firstId);
        callers.be(Caller.system("test"));
        Setup setup =
                new Setup(tx, callers, new FakeRights(permissions), new FakeLive(told), ids::incrementAndGet, clock);
        stored = new StoredDefinitions(tx, setup, clock);
        registry = new LayeredRegistry(texts, stored);
        picks = new JdbcPickLists(registry, tx, setup, clock);
        settings = new JdbcSettings(tx, setup, clock);
    }

    SetupFixture anotherNode() {
        return new SetupFixture(store, store.tx(), texts, 1_000_000);
    }

    /** A node whose way to the database is another one. */
    SetupFixture anotherNode(Tx way) {
        return new SetupFixture(store, way, texts, 2_000_000);
    }
}
