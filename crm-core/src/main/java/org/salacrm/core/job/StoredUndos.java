package org.salacrm.core.job;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.job.Undos;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.core.record.Kept;
import org.salacrm.core.store.Tx;

/** Undoing as people ask for it: whether they may, and what was left. */
@Component
public final class StoredUndos implements Undos {
    private final UndoRows rows;
    private final LeftRecords left;
    private final Jobs jobs;
    private final JobRows running;
    private final Callers callers;
    private final Tx tx;

    @Activate
    public StoredUndos(
            @Reference UndoRows rows,
            @Reference LeftRecords left,
            @Reference Jobs jobs,
            @Reference JobRows running,
            @Reference Callers callers,
            @Reference Tx tx) {
        this.rows = rows;
        this.left = left;
        this.jobs = jobs;
        this.running = running;
        this.callers = callers;
        this.tx = tx;
    }

    @Override
    public State get(long undo) {
        UndoRows.Run run = own(undo);
        boolean undone = run.undone().isAfter(run.begun());
        return new State(undo, run.begun().plus(DAYS, ChronoUnit.DAYS), rows.count(undo), undone);
    }

    private UndoRows.Run own(long undo) {
        Caller caller = callers.current();
        return rows.find(undo)
                .filter(run -> run.user() == caller.user() || caller.mayEverything())
                .orElseThrow(() -> new AbsentRecordException("undo", undo));
    }

    @Override
    public List<Left> left(long undo, long before, int limit) {
        own(undo);
        return left.of(rows.next(undo, before == 0 ? Long.MAX_VALUE : before, limit));
    }

    @Override
    public long start(long undo) {
        return start(undo, Map.of("undo", Long.toString(undo)));
    }

    @Override
    public long insist(long undo, List<Choice> choices) {
        if (choices.isEmpty()) {
            throw new MalformedQueryException("items", "nothing is named that is to be put back");
        }
        own(undo);
        choices.forEach(choice -> known(undo, choice));
        Map<String, Object> anyway = new HashMap<>();
        choices.forEach(choice -> anyway.put(Long.toString(choice.step()), List.copyOf(choice.fields())));
        return start(undo, Map.of("undo", Long.toString(undo), UndoJob.ANYWAY, anyway));
    }

    private void known(long undo, Choice choice) {
        Kept step = rows.find(undo, choice.step()).orElseThrow(() -> new AbsentRecordException("undo", choice.step()));
        Set<String> names = step.fields().stream().map(Kept.Field::name).collect(Collectors.toSet());
        if (!names.containsAll(choice.fields())) {
            throw new MalformedQueryException("fields", "are some of " + names);
        }
    }

    private long start(long undo, Map<String, Object> parameters) {
        return tx.required(() -> {
            UndoRows.Run run = own(undo);
            rows.hold(undo);
            if (running.isAbout("undo", undo) || running.isAbout("import", undo)) {
                throw new ConflictException("conflict.undo.busy", Map.of());
            }
            if (!rows.isLeft(run.undo())) {
                throw new ConflictException("conflict.job.undo", Map.of());
            }
            return jobs.start(UndoJob.KIND, parameters);
        });
    }
}
