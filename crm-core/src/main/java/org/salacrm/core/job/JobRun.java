package org.salacrm.core.job;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.salacrm.api.entity.UnknownEntityException;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.NoRoomException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a job on behalf of whoever started it, and what becomes of it in the end. */
final class JobRun {
    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

    private final JobRows rows;
    private final Callers callers;
    private final Predicate<String> returns;

    /** @param returns whether an entity that is not there is away for a moment only */
    JobRun(JobRows rows, Callers callers, Predicate<String> returns) {
        this.rows = rows;
        this.callers = callers;
        this.returns = returns;
    }

    /** @param stopping whether this node is going down: then the job stays and goes on elsewhere or later */
    void run(JobRows.Row row, JobKind kind, BooleanSupplier stopping) {
        long id = row.state().id();
        Caller caller = caller(row);
        if (caller == null) {
            failed(id, Map.of(), "job.caller");
            return;
        }
        rows.running(id);
        Steps steps = new Steps(id, stopping);
        long start = System.nanoTime();
        try {
            Map<String, Object> result = callers.as(caller, () -> kind.run(row.parameters(), steps));
            steps.flush();
            rows.end(id, steps.stopped ? JobRows.CANCELLED : JobRows.DONE, result, "");
            LOG.info("job {} ({}) ended after {} ms: {}", id, kind.kind(), millis(start), result);
        } catch (BusyException e) {
            pause(id, e);
            throw e; // the scheduler tries again
        } catch (ConflictException e) {
            fail(id, e.values(), e.messageKey(), e);
        } catch (InvalidRecordException e) {
            InvalidRecordException.Refusal first = e.refusals().get(0);
            fail(id, first.values(), first.messageKey(), e);
        } catch (ForbiddenException e) {
            fail(id, Map.of("entity", e.entity(), "verb", e.verb()), "job.forbidden", e);
        } catch (UnknownEntityException e) {
            if (returns.test(e.entity())) {
                throw new BusyException(e.entity() + " is away for a moment", Duration.ofSeconds(1), e);
            }
            fail(id, Map.of("entity", e.entity()), "job.absent", e);
        } catch (MalformedQueryException e) {
            fail(id, Map.of("reason", e.getMessage()), "job.malformed", e);
        } catch (RuntimeException e) { // outermost: whatever goes wrong must not take the other jobs along
            if (stopping.getAsBoolean()) {
                throw e;
            }
            LOG.error("job {} ({}) failed", id, kind.kind(), e);
            failed(id, Map.of(), "job.failed");
        }
    }

    /** Says why it waits, if the database takes that in. */
    private void pause(long id, BusyException why) {
        LOG.warn("job {} waits: {}", id, why.getMessage());
        try {
            rows.pause(id, why instanceof NoRoomException ? "job.disk" : "job.busy");
        } catch (BusyException e) {
            LOG.debug("nobody is told why job {} waits", id, e);
        }
    }

    /** The one who waits for it is told why; what stands behind that is for the log. */
    private void fail(long id, Map<String, ?> values, String messageKey, RuntimeException why) {
        LOG.info("job {} was refused: {} {}", id, messageKey, values, why.getCause());
        failed(id, values, messageKey);
    }

    /** What it did before it failed stays, and can be taken back. */
    private void failed(long id, Map<String, ?> values, String messageKey) {
        Map<String, Object> told = new HashMap<>(values);
        Optional.ofNullable(rows.checkpoint(id).get(BulkJob.UNDO)).ifPresent(undo -> told.put(BulkJob.UNDO, undo));
        rows.end(id, JobRows.FAILED, told, messageKey);
    }

    /** The one who started it with the rights he has now; null when he is out of use. */
    private Caller caller(JobRows.Row row) {
        long user = row.state().user();
        return user == 0
                ? Caller.system(row.source())
                : callers.find(user).map(c -> c.from(row.source())).orElse(null);
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Progress, written at most twice a second. */
    private final class Steps implements JobKind.Progress {
        private static final long INTERVAL = 500_000_000L;

        private final long id;
        private final BooleanSupplier stopping;
        private long written = System.nanoTime() - INTERVAL;
        private long done;
        private long total;
        private boolean wanted;
        private boolean stopped;

        Steps(long id, BooleanSupplier stopping) {
            this.id = id;
            this.stopping = stopping;
        }

        @Override
        public void report(long steps, long all) {
            done = steps;
            total = all;
            if (due()) {
                wanted = rows.report(id, done, total);
            }
        }

        /** @throws BusyException when this node is going down: the job is not over, it goes on later */
        @Override
        public boolean cancelled() {
            if (stopping.getAsBoolean()) {
                throw new BusyException("the node is going down", Duration.ofSeconds(1));
            }
            if (due()) {
                wanted = rows.cancelWanted(id);
            }
            stopped = stopped || wanted;
            return stopped;
        }

        @Override
        public Map<String, Object> checkpoint() {
            return rows.checkpoint(id);
        }

        @Override
        public void checkpoint(Map<String, Object> state) {
            rows.checkpoint(id, state);
        }

        void flush() {
            if (done > 0) {
                rows.report(id, done, total);
            }
        }

        private boolean due() {
            boolean due = System.nanoTime() - written >= INTERVAL;
            written = due ? System.nanoTime() : written;
            return due;
        }
    }
}
