package org.salacrm.core.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.event.Live;
import org.salacrm.api.job.JobState;
import org.salacrm.api.record.Ids;
import org.salacrm.api.security.Caller;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** The rows of jobs; whoever started a job hears of every change of it. */
@Component(service = JobRows.class)
public class JobRows {
    static final String WAITING = "waiting";
    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String FAILED = "failed";
    static final String CANCELLED = "cancelled";

    private static final String COLUMNS = "id, kind, user_id, source, parameters, state, done_steps, total_steps,"
            + " result, message_key, cancel_wanted, created_at";
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper();
    private final Tx tx;
    private final Sql sql;
    private final Ids ids;
    private final Live live;
    private final Clock clock;

    @Activate
    public JobRows(@Reference Tx tx, @Reference Ids ids, @Reference Live live, @Reference Clock clock) {
        this.tx = tx;
        this.sql = new Sql(tx);
        this.ids = ids;
        this.live = live;
        this.clock = clock;
    }

    /** A job as it stands. */
    record Row(JobState state, String source, Map<String, Object> parameters, boolean cancelWanted) {}

    public long create(String kind, Caller caller, Map<String, ?> parameters) {
        long id = ids.next();
        sql.update(
                "INSERT INTO core_work (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, 0, 0, '{}', '', ?, ?)",
                id,
                kind,
                caller.user(),
                caller.source(),
                write(parameters),
                WAITING,
                false,
                clock.instant());
        sql.update(
                "INSERT INTO core_task (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES (?, ?, ?, ?, 1)",
                JobRunner.TASK,
                String.valueOf(id),
                clock.instant(),
                false);
        tx.afterCommit(() -> tell(id));
        return id;
    }

    Optional<Row> find(long id) {
        return sql.first("SELECT " + COLUMNS + " FROM core_work WHERE id = ?", this::row, id);
    }

    /** @param user whose; everybody's without */
    List<JobState> recent(OptionalLong user, int limit) {
        String mine = user.isEmpty() ? "" : " WHERE user_id = ?";
        Object[] values = user.isEmpty() ? new Object[0] : new Object[] {user.getAsLong()};
        return sql
                .list(
                        "SELECT " + COLUMNS + " FROM core_work" + mine + " ORDER BY id DESC FETCH FIRST " + limit
                                + " ROWS ONLY",
                        this::row,
                        values)
                .stream()
                .map(Row::state)
                .toList();
    }

    /** Whether somebody is at a kind of job, or will be. */
    public boolean isUnderWay(String kind) {
        return sql.first(
                        "SELECT id FROM core_work WHERE kind = ? AND state IN (?, ?)",
                        row -> row.getLong(1),
                        kind,
                        WAITING,
                        RUNNING)
                .isPresent();
    }

    /** Whether a job that goes on or will begin has a number as one of its parameters. */
    public boolean isAbout(String parameter, long number) {
        return sql
                .list("SELECT " + COLUMNS + " FROM core_work WHERE state IN (?, ?)", this::row, WAITING, RUNNING)
                .stream()
                .anyMatch(row -> Long.toString(number)
                        .equals(String.valueOf(row.parameters().get(parameter))));
    }

    /** What somebody's jobs of a kind are about that go on or will begin, by their ids. */
    public Map<Long, Map<String, Object>> underWay(String kind, long user) {
        Map<Long, Map<String, Object>> parameters = new LinkedHashMap<>();
        sql.list(
                        "SELECT " + COLUMNS + " FROM core_work WHERE kind = ? AND user_id = ? AND cancel_wanted = ?"
                                + " AND state IN (?, ?)",
                        this::row,
                        kind,
                        user,
                        false,
                        WAITING,
                        RUNNING)
                .forEach(row -> parameters.put(row.state().id(), row.parameters()));
        return parameters;
    }

    void running(long id) {
        at(id, RUNNING, "");
    }

    /** It goes on by itself. @param messageKey says what it waits for */
    void pause(long id, String messageKey) {
        at(id, WAITING, messageKey);
    }

    private void at(long id, String state, String messageKey) {
        sql.update("UPDATE core_work SET state = ?, message_key = ? WHERE id = ?", state, messageKey, id);
        tell(id);
    }

    /** Writes how far it is, in a transaction of its own. @return whether the job shall stop */
    boolean report(long id, long done, long total) {
        tx.requiresNew(() -> sql.update(
                "UPDATE core_work SET done_steps = ?, total_steps = ? WHERE id = ?", done, Math.max(done, total), id));
        tell(id);
        return cancelWanted(id);
    }

    boolean cancelWanted(long id) {
        return tx.requiresNew(() -> find(id)).filter(Row::cancelWanted).isPresent();
    }

    public void cancel(long id) {
        sql.update("UPDATE core_work SET cancel_wanted = ? WHERE id = ?", true, id);
    }

    void end(long id, String state, Map<String, ?> result, String messageKey) {
        tx.required(() -> {
            sql.update(
                    "UPDATE core_work SET state = ?, result = ?, message_key = ?, finished_at = ? WHERE id = ?",
                    state,
                    write(result),
                    messageKey,
                    clock.instant(),
                    id);
            return sql.update("DELETE FROM core_work_checkpoint WHERE job_id = ?", id);
        });
        tell(id);
    }

    Map<String, Object> checkpoint(long id) {
        return sql.first("SELECT body FROM core_work_checkpoint WHERE job_id = ?", r -> read(r.getString(1)), id)
                .orElse(Map.of());
    }

    void checkpoint(long id, Map<String, Object> body) {
        String text = write(body);
        tx.required(() -> sql.update("UPDATE core_work_checkpoint SET body = ? WHERE job_id = ?", text, id) > 0
                ? id
                : sql.update("INSERT INTO core_work_checkpoint (body, job_id) VALUES (?, ?)", text, id));
    }

    /** Forgets jobs that ended long ago. */
    int forget(Duration age) {
        Instant before = clock.instant().minus(age);
        return sql.update("DELETE FROM core_work WHERE finished_at < ?", before);
    }

    /**
     * Frees what processes that are gone had picked, which otherwise waits until enough heartbeats were missed. Beside
     * Derby there is no other process. PostgreSQL knows who is there by the names of connections, unless a program
     * between us hides them or somebody signs in as another user, whose connections it shows to nobody else.
     *
     * @param node how the connections of this process are named
     */
    int free(Database.Vendor vendor, String node) {
        if (vendor == Database.Vendor.DERBY) {
            return sql.update("UPDATE core_task SET picked = ?, picked_by = NULL WHERE picked = ?", false, true);
        }
        return sql.update(
                "UPDATE core_task SET picked = false, picked_by = NULL WHERE picked"
                        + " AND EXISTS (SELECT 1 FROM pg_stat_activity WHERE application_name = ?)"
                        + " AND NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE application_name = picked_by"
                        + " OR datname = current_database() AND usename <> current_user)",
                node);
    }

    private void tell(long id) {
        tx.requiresNew(() -> find(id)).map(Row::state).ifPresent(job -> {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("id", String.valueOf(id));
            body.put("kind", job.kind());
            body.put("state", job.state());
            body.put("done", job.done());
            body.put("total", job.total());
            body.put("result", job.result());
            body.put("messageKey", job.messageKey());
            live.tell(new Live.Message("job", job.user(), body));
        });
    }

    private Row row(ResultSet r) throws SQLException {
        Instant created = Sql.instant(r, "created_at");
        JobState state = new JobState(
                r.getLong("id"),
                r.getString("kind"),
                r.getLong("user_id"),
                r.getString("state"),
                r.getLong("done_steps"),
                r.getLong("total_steps"),
                read(r.getString("result")),
                r.getString("message_key"),
                created);
        return new Row(state, r.getString("source"), read(r.getString("parameters")), r.getBoolean("cancel_wanted"));
    }

    private String write(Map<String, ?> map) {
        try {
            return json.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a job keeps plain values only: " + map.keySet(), e);
        }
    }

    private Map<String, Object> read(String text) {
        try {
            return json.readValue(text, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the row of a job holds no JSON", e);
        }
    }
}
