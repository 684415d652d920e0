package org.salacrm.shell.command;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.salacrm.api.job.JobState;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Row;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.shell.Refused;

/** A command that works with the company's data, on behalf of the system. */
abstract class SystemCommand extends CrmCommand {
    private static final long LOOK_NS = 200_000_000L;
    private static final Set<String> OPEN = Set.of("waiting", "running");

    @Reference
    Callers callers;

    @Reference
    Queries queries;

    @Reference
    Jobs jobs;

    abstract String runAsSystem();

    @Override
    final String run() {
        return callers.as(Caller.system("shell"), this::runAsSystem);
    }

    /** Waits until a job is over; one that failed is refused with its reason. */
    void await(long job) {
        JobState state = state(job);
        while (OPEN.contains(state.state())) {
            LockSupport.parkNanos(LOOK_NS);
            state = state(job);
        }
        if (!state.state().equals("done")) {
            Object reason = state.result().get("reason");
            throw new Refused(messages.format("en", state.messageKey(), state.result())
                    + (reason == null ? "" : " (" + reason + ")"));
        }
    }

    private JobState state(long job) {
        return jobs.find(job)
                .orElseGet(() -> new JobState(job, "", 0, "failed", 0, 0, Map.of(), "job.failed", Instant.EPOCH));
    }

    long user(String login) {
        return queries.page(Query.of("user").where(Filter.eq("login", login)).limit(1)).rows().stream()
                .map(Row::id)
                .findFirst()
                .orElseThrow(() -> new Refused("There is no user " + login));
    }
}
