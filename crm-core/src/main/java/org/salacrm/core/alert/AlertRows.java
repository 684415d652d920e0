package org.salacrm.core.alert;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.message.Text;
import org.salacrm.api.record.Ids;
import org.salacrm.core.record.AttachedTable;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** What users were told, as rows; they go with their record into the recycle bin. */
@Component(service = {AlertRows.class, AttachedTable.class})
public class AlertRows implements AttachedTable {
    private static final String TABLE = "core_alert_told";
    private static final String SELECT = "SELECT a.*, u.name AS person, u.name_en AS person_en FROM " + TABLE
            + " a LEFT JOIN core_user u ON u.id = a.by_id WHERE a.user_id = ?";
    private static final String UNREAD = " AND a.read_at IS NULL AND a.snoozed_until IS NULL";

    private final Tx tx;
    private final Sql sql;
    private final Ids ids;

    @Activate
    public AlertRows(@Reference Tx tx, @Reference Ids ids) {
        this.tx = tx;
        this.sql = new Sql(tx);
        this.ids = ids;
    }

    /** A row. @param due an Instant, a LocalDate or null */
    record Row(
            long id,
            String rule,
            String kind,
            String entity,
            long record,
            int more,
            long by,
            Text person,
            Object due,
            Instant at,
            boolean read,
            Optional<Instant> snoozed,
            String remark) {}

    /** How it is told. @param mail now, digest or null */
    record Ways(boolean shown, String mail) {}

    @Override
    public String table() {
        return TABLE;
    }

    /** A person is told of an occasion once; the other record may have told it already. */
    @Override
    public boolean followsMerge() {
        return false;
    }

    /** @return its id, empty when he was told before */
    Optional<Long> add(long user, Telling telling, Ways ways, Instant now) {
        return tx.required(() -> {
            if (known(user, telling)) {
                return Optional.empty();
            }
            if (telling.instead()) {
                sql.update(
                        "DELETE FROM " + TABLE
                                + " WHERE user_id = ? AND record_id = ? AND rule_id = ? AND more = 0"
                                + " AND read_at IS NULL",
                        user,
                        telling.record().id(),
                        telling.rule());
            }
            return Optional.of(insert(user, telling, ways, now));
        });
    }

    private boolean known(long user, Telling telling) {
        return sql.first(
                        "SELECT id FROM " + TABLE
                                + " WHERE user_id = ? AND record_id = ? AND rule_id = ? AND occasion = ?",
                        row -> row.getLong(1),
                        user,
                        telling.record().id(),
                        telling.rule(),
                        telling.occasion())
                .isPresent();
    }

    private long insert(long user, Telling telling, Ways ways, Instant now) {
        long id = ids.next();
        sql.update(
                "INSERT INTO " + TABLE + " (id, user_id, rule_id, kind, entity, record_id, occasion, more, by_id,"
                        + " created_at, shown, mail, remark) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                user,
                telling.rule(),
                telling.kind(),
                telling.record().entity(),
                telling.record().id(),
                telling.occasion(),
                telling.more(),
                telling.by(),
                now,
                ways.shown(),
                ways.mail() == null ? "" : ways.mail(),
                telling.remark());
        if (telling.due() != null) {
            sql.update("UPDATE " + TABLE + " SET due_at = ? WHERE id = ?", telling.due(), id);
        }
        if (telling.day() != null) {
            sql.update("UPDATE " + TABLE + " SET due_day = ? WHERE id = ?", Date.valueOf(telling.day()), id);
        }
        return id;
    }

    /** There is nothing to be told of these records any more. */
    void settle(String rule, Collection<Long> records, Instant now) {
        if (!records.isEmpty()) {
            List<Object> values = new ArrayList<>(List.of(now, rule));
            values.addAll(records);
            sql.update(
                    "UPDATE " + TABLE + " SET read_at = ? WHERE rule_id = ? AND read_at IS NULL AND record_id IN ("
                            + marks(records) + ")",
                    values.toArray());
        }
    }

    /** A user has done what he was told of. */
    void settle(String rule, long user, long record, Instant now) {
        sql.update(
                "UPDATE " + TABLE + " SET read_at = ? WHERE user_id = ? AND record_id = ? AND rule_id = ?"
                        + " AND read_at IS NULL",
                now,
                user,
                record,
                rule);
    }

    List<Row> newest(long user, String which, long before, int most) {
        String kind = which.equals("all") || which.equals("unread") ? "" : which;
        List<Object> values = new ArrayList<>(List.of(user, before));
        String where = " AND a.shown = true AND a.id < ?" + (which.equals("unread") ? UNREAD : "");
        if (!kind.isEmpty()) {
            where += " AND a.kind = ?";
            values.add(kind);
        }
        return sql.list(
                SELECT + where + " ORDER BY a.id DESC FETCH FIRST " + most + " ROWS ONLY",
                AlertRows::row,
                values.toArray());
    }

    /** Those handed to one letter, unless he has read them meanwhile or they are no news any more. */
    List<Row> ofLetter(long user, String key, Instant since) {
        return sql.list(
                SELECT + UNREAD + " AND a.mail = ? AND a.created_at > ? ORDER BY a.id",
                AlertRows::row,
                user,
                key,
                since);
    }

    void read(long user, Collection<Long> some, Instant at) {
        set("read_at", user, some, at);
    }

    void snooze(long user, Collection<Long> some, Instant until) {
        tx.required(() -> {
            set("read_at", user, some, null);
            set("snoozed_until", user, some, until);
            return null;
        });
    }

    private void set(String column, long user, Collection<Long> some, Instant at) {
        List<Object> values = new ArrayList<>();
        if (at != null) {
            values.add(at);
        }
        values.add(user);
        values.addAll(some);
        String which = some.isEmpty() ? " AND read_at IS NULL" : " AND id IN (" + marks(some) + ")";
        sql.update(
                "UPDATE " + TABLE + " SET " + column + " = " + (at == null ? "NULL" : "?") + " WHERE user_id = ?"
                        + which,
                values.toArray());
    }

    /** An alert of a user. */
    record Mark(long user, long id, String kind) {}

    /** Those that have rested long enough. */
    List<Mark> wake(Instant now) {
        return tx.required(() -> {
            List<Mark> rested = sql.list(
                    "SELECT user_id, id, kind FROM " + TABLE + " WHERE snoozed_until <= ?",
                    row -> new Mark(row.getLong(1), row.getLong(2), row.getString(3)),
                    now);
            rested.forEach(mark -> sql.update("UPDATE " + TABLE + " SET snoozed_until = NULL WHERE id = ?", mark.id()));
            return rested;
        });
    }

    /** Users with something that waits to be mailed in this way; while one has no address it waits on. */
    List<Long> waiting(String mail, Instant until) {
        return sql.list(
                "SELECT DISTINCT a.user_id FROM " + TABLE + " a JOIN core_user u ON u.id = a.user_id"
                        + " WHERE a.mail = ? AND a.created_at <= ? AND u.email <> ''",
                row -> row.getLong(1),
                mail,
                until);
    }

    /** Hands them to a letter. @return how many */
    int hand(long user, String mail, Instant until, String key) {
        return sql.update(
                "UPDATE " + TABLE + " SET mail = ? WHERE user_id = ? AND mail = ? AND created_at <= ?",
                key,
                user,
                mail,
                until);
    }

    /** What became of a letter. @param state sent, now to try another one, or nothing when there will be none */
    void became(long user, String key, String state) {
        sql.update("UPDATE " + TABLE + " SET mail = ? WHERE user_id = ? AND mail = ?", state, user, key);
    }

    /** Nothing more is mailed to a user. */
    void settleMail(long user) {
        sql.update("UPDATE " + TABLE + " SET mail = '' WHERE user_id = ? AND mail IN ('now', 'digest')", user);
    }

    /** What has waited so long is no news for an e-mail. */
    void neverMail(Instant before) {
        sql.update("UPDATE " + TABLE + " SET mail = '' WHERE mail IN ('now', 'digest') AND created_at < ?", before);
    }

    void forget(Instant before) {
        sql.update("DELETE FROM " + TABLE + " WHERE created_at < ?", before);
        sql.update("DELETE FROM core_alert_job WHERE alert_id NOT IN (SELECT id FROM " + TABLE + ")");
    }

    private static String marks(Collection<?> values) {
        return "?, ".repeat(values.size() - 1) + "?";
    }

    private static Row row(ResultSet r) throws SQLException {
        Timestamp due = r.getTimestamp("due_at");
        Date day = r.getDate("due_day");
        String person = r.getString("person");
        String english = r.getString("person_en");
        return new Row(
                r.getLong("id"),
                r.getString("rule_id"),
                r.getString("kind"),
                r.getString("entity"),
                r.getLong("record_id"),
                r.getInt("more"),
                r.getLong("by_id"),
                person == null ? Text.of("") : new Text(person, english == null ? person : english),
                day != null ? day.toLocalDate() : due == null ? null : due.toInstant(),
                Sql.instant(r, "created_at"),
                r.getTimestamp("read_at") != null,
                Optional.ofNullable(r.getTimestamp("snoozed_until")).map(Timestamp::toInstant),
                Optional.ofNullable(r.getString("remark")).orElse(""));
    }
}
