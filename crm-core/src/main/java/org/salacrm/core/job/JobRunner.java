package org.salacrm.core.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.job.Undos;
import org.salacrm.api.module.Modules;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.security.Callers;
import org.salacrm.core.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs: one node at a time takes one, and one that a dead node left is taken up by another. */
@Component(service = JobRunner.class, immediate = true)
public class JobRunner {
    static final String TASK = "job";
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int THREADS = 3;
    private static final int PATIENCE = 30;
    private static final int LONGEST_PAUSE = 10;
    /** As long as what they did can be undone. */
    private static final Duration KEPT = Duration.ofDays(Undos.DAYS);

    private final JobRows rows;
    private final UndoRows undone;
    private final JobRun run;
    private final Scheduler scheduler;
    private volatile boolean stopping;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<JobKind> kinds = List.of();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Modules modules;

    @Activate
    public JobRunner(
            @Reference JobRows rows,
            @Reference UndoRows undone,
            @Reference Callers callers,
            @Reference Database database) {
        this.rows = rows;
        this.undone = undone;
        this.run = new JobRun(rows, callers, this::returns);
        rows.free(database.vendor(), Database.NODE);
        OneTimeTask<Void> task = Tasks.oneTime(TASK).onFailure(JobRunner::again).execute(this::work);
        RecurringTask<Void> forget = Tasks.recurring("forget-jobs", FixedDelay.of(Duration.ofDays(1)))
                .execute((instance, context) -> forget());
        this.scheduler = Scheduler.create(database.dataSource(), task)
                .startTasks(forget)
                .tableName("core_task")
                .schedulerName(new SchedulerName.Fixed(Database.NODE))
                .jdbcCustomization(new PlainTimes())
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(5))
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .addSchedulerListener(new Outage(database.dataSource()))
                .failureLogging(LogLevel.DEBUG, false) // the run has said already what there is to say
                .build();
        scheduler.start();
    }

    /** Soon at first, as while the product is still starting, and then less often; later if the job wishes it. */
    private static void again(ExecutionComplete failed, ExecutionOperations<Void> task) {
        Duration usual = Duration.ofSeconds(Math.min(LONGEST_PAUSE, 1 + failed.getExecution().consecutiveFailures));
        Duration wished = failed.getCause().orElse(null) instanceof BusyException busy ? busy.retryAfter() : usual;
        task.reschedule(failed, failed.getTimeDone().plus(wished.compareTo(usual) > 0 ? wished : usual));
    }

    /** Without a container: the kinds are given by hand. */
    JobRunner with(List<JobKind> others) {
        this.kinds = List.copyOf(others);
        return this;
    }

    @Deactivate
    public void stop() {
        stopping = true;
        scheduler.stop();
    }

    private void forget() {
        try {
            rows.forget(KEPT);
            undone.forgetOld();
        } catch (RuntimeException e) { // outermost: tomorrow is another day
            LOG.warn("Old jobs could not be forgotten", e);
        }
    }

    private Optional<JobKind> kind(String name) {
        return kinds.stream().filter(kind -> kind.kind().equals(name)).findFirst();
    }

    /** Lets who does such work refuse it. */
    void check(String kind, Map<String, ?> parameters) {
        kind(kind).ifPresent(found -> found.check(new LinkedHashMap<>(parameters)));
    }

    /** Looks at once for what is to be done. */
    void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    /** Whether an entity is away for a moment only; nobody can tell before the modules are known. */
    private boolean returns(String entity) {
        Modules now = modules;
        return now == null || now.returns(entity);
    }

    private void work(TaskInstance<Void> instance, ExecutionContext context) {
        long id = Long.parseLong(instance.getId());
        JobRows.Row row = rows.find(id).orElse(null);
        if (row == null || row.state().state().equals(JobRows.CANCELLED)) {
            return;
        }
        JobKind kind = kind(row.state().kind()).orElse(null);
        if (kind != null) {
            run.run(row, kind, () -> stopping);
            return;
        }
        int tries = context.getExecution().consecutiveFailures;
        if (tries == 0) {
            LOG.info("job {} waits for somebody who does {}", id, row.state().kind());
        }
        if (tries < PATIENCE) {
            throw new BusyException("nobody does this job yet", Duration.ofSeconds(1));
        }
        LOG.warn("job {} is given up: nobody does {}", id, row.state().kind());
        rows.end(id, JobRows.FAILED, Map.of(), "job.unknown-kind");
    }
}
