package org.salacrm.benchmarks;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** What every write of the product leaves behind: a row of history and one of the outbox. */
final class Plain {
    /** As long as the product's are for these works. */
    private static final String CHANGES = "{\"field\":\"name\",\"new\":\"x\"},".repeat(10);

    private static final String EVENTS = "{\"entity\":\"account\",\"kind\":\"create\"},".repeat(6);

    private final Jdbc.Reading history;
    private final Jdbc.Reading outbox;
    private final Jdbc.Reading told;

    Plain(Jdbc jdbc) throws SQLException {
        history = jdbc.insert(
                "core_history", "id, entity, record_id, version, verb, user_id, source, happened_at, changes");
        outbox = jdbc.insert("core_outbox", "id, events");
        told = jdbc.change("delete from core_outbox where id = ?");
    }

    void journal(String entity, long record, String verb, long id) throws SQLException {
        Timestamp now = Timestamp.from(Instant.now());
        history.with(id, entity, record, 1, verb, Company.user(0), "127.0.0.1", now, CHANGES);
        outbox.with(id, EVENTS);
        told.with(id);
    }
}
