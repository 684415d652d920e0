package org.salacrm.core.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.job.JobState;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.core.store.Tx;

/** Jobs as rows of the database; each caller sees his own, an administrator all. */
@Component(service = Jobs.class)
public class StoredJobs implements Jobs {
    private static final int MOST = 200;

    private final JobRows rows;
    private final JobRunner runner;
    private final Callers callers;
    private final Tx tx;

    @Activate
    public StoredJobs(
            @Reference JobRows rows, @Reference JobRunner runner, @Reference Callers callers, @Reference Tx tx) {
        this.rows = rows;
        this.runner = runner;
        this.callers = callers;
        this.tx = tx;
    }

    @Override
    public long start(String kind, Map<String, ?> parameters) {
        runner.check(kind, parameters);
        return tx.required(() -> {
            long id = rows.create(kind, callers.current(), parameters);
            tx.afterCommit(runner::wake);
            return id;
        });
    }

    @Override
    public Optional<JobState> find(long id) {
        return row(id).map(JobRows.Row::state);
    }

    @Override
    public List<JobState> recent(boolean everybody, int limit) {
        Caller caller = callers.current();
        boolean all = everybody && caller.mayEverything();
        OptionalLong whose = all ? OptionalLong.empty() : OptionalLong.of(caller.user());
        return rows.recent(whose, Math.max(1, Math.min(limit, MOST)));
    }

    @Override
    public void cancel(long id) {
        JobRows.Row row = row(id).orElseThrow(() -> new AbsentRecordException("job", id));
        switch (row.state().state()) {
            case JobRows.WAITING -> rows.end(id, JobRows.CANCELLED, Map.of(), "");
            case JobRows.RUNNING -> rows.cancel(id);
            default -> throw new ConflictException("conflict.job.over", Map.of());
        }
    }

    private Optional<JobRows.Row> row(long id) {
        Caller caller = callers.current();
        return rows.find(id).filter(r -> caller.mayEverything() || r.state().user() == caller.user());
    }
}
