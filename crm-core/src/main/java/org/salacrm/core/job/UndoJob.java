package org.salacrm.core.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.record.Records;
import org.salacrm.core.record.Writes;

/**
 * Puts back what a bulk job changed or deleted, with the rights of the caller. What somebody changed since stays as it
 * is and is named.
 */
@Component(service = JobKind.class)
public class UndoJob implements JobKind {
    private static final int BATCH = 100;
    private static final int TOLD = 100;

    private final Records records;
    private final UndoRows rows;
    private final BulkVerbs verbs;
    private final Writes writes;

    @Activate
    public UndoJob(
            @Reference Records records,
            @Reference UndoRows rows,
            @Reference BulkVerbs verbs,
            @Reference Writes writes) {
        this.records = records;
        this.rows = rows;
        this.verbs = verbs;
        this.writes = writes;
    }

    @Override
    public String kind() {
        return "undo";
    }

    /** Each record is a transaction of its own that also forgets it, so it goes on where it was by itself. */
    @Override
    public Map<String, Object> run(Map<String, Object> parameters, Progress progress) {
        long undo = Long.parseLong(String.valueOf(parameters.get("undo")));
        long total = rows.count(undo);
        long after = 0;
        int done = 0;
        List<Object> refusals = new ArrayList<>();
        int failed = 0;
        List<UndoRows.Before> batch = rows.next(undo, after, BATCH);
        while (!batch.isEmpty() && !progress.cancelled()) {
            for (UndoRows.Before before : batch) {
                Map<String, Object> refusal = BulkVerbs.refusal(() -> records.transaction(() -> back(undo, before)));
                done += refusal.isEmpty() ? 1 : 0;
                failed += refusal.isEmpty() ? 0 : 1;
                if (!refusal.isEmpty() && refusals.size() < TOLD) {
                    refusals.add(verbs.told(before.entity(), before.id(), refusal));
                }
                after = before.id();
            }
            progress.report(done + failed, total);
            batch = rows.next(undo, after, BATCH);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("done", done);
        result.put("failed", failed);
        result.put("refusals", refusals);
        return result;
    }

    private Records.Saved back(long undo, UndoRows.Before before) {
        rows.done(undo, before.id());
        return before.values().isEmpty()
                ? writes.restore(before.entity(), before.id())
                : records.update(before.entity(), before.id(), before.version(), before.values());
    }
}
