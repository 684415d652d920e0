package org.salacrm.core.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.salacrm.core.store.Sql;

/** The rows of running sessions. */
final class SessionRows {
    /** A working day with its breaks: who does not touch the product for so long signs in again. */
    static final Duration IDLE = Duration.ofHours(12);
    /** Even who works every day signs in again now and then. */
    static final Duration LONGEST = Duration.ofDays(30);

    private static final String WITH_PASSWORD = "select s.user_id, s.source, s.created_at, s.seen_at, p.must_change"
            + " from core_session s left join core_password p on p.user_id = s.user_id where s.token_hash = ?";

    private final Sql sql;

    SessionRows(Sql sql) {
        this.sql = sql;
    }

    record Row(long user, String source, Instant createdAt, Instant seenAt, boolean mustChange) {

        boolean ended(Instant now) {
            return !seenAt.plus(IDLE).isAfter(now) || !createdAt.plus(LONGEST).isAfter(now);
        }
    }

    Optional<Row> find(String hash) {
        return sql.first(
                WITH_PASSWORD,
                row -> new Row(
                        row.getLong(1),
                        row.getString(2),
                        Sql.instant(row, "created_at"),
                        Sql.instant(row, "seen_at"),
                        row.getBoolean(5)),
                hash);
    }

    void add(String hash, Row row) {
        sql.update(
                "insert into core_session (token_hash, user_id, source, created_at, seen_at) values (?, ?, ?, ?, ?)",
                hash,
                row.user(),
                row.source(),
                row.createdAt(),
                row.seenAt());
    }

    void seen(String hash, Instant now) {
        sql.update("update core_session set seen_at = ? where token_hash = ?", now, hash);
    }

    void remove(String hash) {
        sql.update("delete from core_session where token_hash = ?", hash);
    }

    void removeOf(long user, String except) {
        sql.update("delete from core_session where user_id = ? and token_hash <> ?", user, except);
    }

    /** Those past {@link #LONGEST} are not seen any more, so they go with the others. */
    void removeEnded(Instant now) {
        sql.update("delete from core_session where seen_at < ?", now.minus(IDLE));
    }
}
