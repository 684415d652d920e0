package org.salacrm.core.session;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.salacrm.api.event.Live;
import org.salacrm.api.setting.Settings;
import org.salacrm.core.security.Directories;
import org.salacrm.core.store.Sql;
import org.salacrm.core.testing.FakeLive;
import org.salacrm.core.testing.PlainTx;
import org.salacrm.core.testing.TestClock;
import org.salacrm.core.testing.TestDatabase;
import org.salacrm.test.MemorySettings;

/** A new installation on an emptied database: one node of it, to which others can be added. */
final class Office {
    static final Instant START = Instant.parse("2026-11-22T02:00:00Z");
    private static final List<String> EMPTIED = List.of(
            "core_user",
            "core_role",
            "core_user_role",
            "core_role_right",
            "core_role_field",
            "core_role_permission",
            "core_known_right",
            "core_setup_history",
            "core_password",
            "core_session");

    final TestClock clock = new TestClock(START);
    final PlainTx tx;
    final Sql sql;
    final Passwords passwords;
    final Settings settings = new MemorySettings();
    final List<Live.Message> told = new ArrayList<>();
    private final AtomicLong ids = new AtomicLong(1000);

    Office(TestDatabase database) {
        tx = new PlainTx(database.dataSource());
        sql = new Sql(tx);
        passwords = new Passwords(tx, clock);
        EMPTIED.forEach(table -> sql.update("delete from " + table));
        sql.update("update core_security set seeded = false where id = 1");
    }

    /** A node that shares nothing with others but the database. */
    record Node(Directories directories, StoredSessions sessions, SessionsOfUsers ofUsers) {}

    Node node() {
        Directories directories = new Directories(tx, clock);
        StoredSessions sessions = new StoredSessions(tx, clock, directories, passwords, settings);
        return new Node(directories, sessions, new SessionsOfUsers(tx, sessions, List.of(new FakeLive(told))));
    }

    /** @return what was printed */
    String start() {
        var printed = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            new FirstStart(tx, clock, ids::incrementAndGet, new Directories(tx, clock), passwords);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    long user(String login) {
        long id = ids.incrementAndGet();
        sql.update(
                "insert into core_user (id, version, created_at, modified_at, name, login, language, active, owner_id)"
                        + " values (?, 1, ?, ?, ?, ?, 'en', true, ?)",
                id,
                START,
                START,
                "The " + login,
                login,
                id);
        changed();
        return id;
    }

    /** Another node noticed the change a second ago. */
    void changed() {
        clock.forward(1);
        tx.required(() -> {
            new Directories(tx, clock).changed();
            return true;
        });
    }

    void active(long user, boolean active) {
        sql.update("update core_user set active = ? where id = ?", active, user);
        changed();
    }

    long count(String from) {
        return sql.first("select count(*) from " + from, row -> row.getLong(1)).orElse(0L);
    }
}
