package org.salacrm.core.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.Records;
import org.salacrm.core.alert.AlertDesk;
import org.salacrm.core.record.Kept;
import org.salacrm.core.record.Writes;

/**
 * Puts back what was done to many records, the latest first, with the rights of the caller. A write is forgotten in
 * the transaction that undoes it; what somebody changed since stays kept, to be listed.
 */
@Component(service = JobKind.class)
public class UndoJob implements JobKind {
    static final String KIND = "undo";
    /** Under which the choices are given: step to the fields that are put back although they were changed since. */
    static final String ANYWAY = "anyway";

    private static final int BATCH = 100;

    private final Records records;
    private final Writes writes;
    private final UndoRows rows;
    private final UndoSteps steps;
    private final RefusalWords words;
    private final AlertDesk alerts;

    @Activate
    public UndoJob(
            @Reference Records records,
            @Reference Writes writes,
            @Reference UndoRows rows,
            @Reference UndoSteps steps,
            @Reference RefusalWords words,
            @Reference AlertDesk alerts) {
        this.records = records;
        this.writes = writes;
        this.rows = rows;
        this.steps = steps;
        this.words = words;
        this.alerts = alerts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(Map<String, Object> parameters, Progress progress) {
        long undo = Long.parseLong(String.valueOf(parameters.get("undo")));
        Map<Long, Set<String>> anyway = anyway(parameters.get(ANYWAY));
        Tally tally = Tally.of(progress.checkpoint());
        long total = anyway.isEmpty() ? tally.place() + rows.count(undo) : anyway.size();
        List<Kept> batch = next(undo, tally);
        while (!batch.isEmpty() && !progress.cancelled()) {
            List<Kept> wanted = batch.stream()
                    .filter(step -> anyway.isEmpty() || anyway.containsKey(step.step()))
                    .toList();
            tally = batch(wanted, anyway, tally.at(batch.get(batch.size() - 1).step()), progress);
            progress.report(tally.place(), total);
            batch = next(undo, tally);
        }
        if (batch.isEmpty()) {
            records.transaction(() -> {
                rows.undone(undo);
                alerts.undone(undo, left(undo));
                return undo;
            });
        }
        return tally.result(undo);
    }

    /**
     * What is undone together. Whether a record that was made is as it was, its history tells, which is written at the
     * end of a transaction; so what else was done to it is undone before.
     */
    private List<Kept> next(long undo, Tally tally) {
        List<Kept> batch = rows.next(undo, tally.before(), BATCH);
        Set<Long> touched = new HashSet<>();
        int end = 0;
        while (end < batch.size()
                && !(batch.get(end).verb().equals(Kept.CREATE)
                        && touched.contains(batch.get(end).record()))) {
            touched.add(batch.get(end).record());
            end++;
        }
        return batch.subList(0, end);
    }

    /** The records that stay as they were made. */
    private List<Ref> left(long undo) {
        return rows.next(undo, Long.MAX_VALUE, BATCH).stream()
                .map(step -> new Ref(step.entity(), step.record(), ""))
                .distinct()
                .toList();
    }

    private static Map<Long, Set<String>> anyway(Object given) {
        Map<Long, Set<String>> anyway = new HashMap<>();
        if (given instanceof Map<?, ?> chosen) {
            chosen.forEach((step, fields) -> {
                Set<String> names = new HashSet<>();
                ((List<?>) fields).forEach(field -> names.add(String.valueOf(field)));
                anyway.put(Long.valueOf(String.valueOf(step)), names);
            });
        }
        return anyway;
    }

    private Tally batch(List<Kept> batch, Map<Long, Set<String>> anyway, Tally tally, Progress progress) {
        Tally[] now = new Tally[1];
        boolean whole = RefusalWords.of(() -> undoing(() -> {
                    now[0] = tally;
                    batch.forEach(step -> now[0] = now[0].plus(back(step, anyway)));
                    progress.checkpoint(now[0].kept());
                }))
                .isEmpty();
        return whole ? now[0] : oneByOne(batch, anyway, tally, progress);
    }

    private Tally oneByOne(List<Kept> batch, Map<Long, Set<String>> anyway, Tally tally, Progress progress) {
        Tally[] now = {tally};
        for (Kept step : batch) {
            Tally before = now[0];
            RefusalWords.of(() -> undoing(() -> now[0] = before.plus(back(step, anyway))))
                    .ifPresent(why -> now[0] = before.refused(words.told(step.entity(), step.record(), why)));
        }
        progress.checkpoint(now[0].kept());
        return now[0];
    }

    private void undoing(Runnable work) {
        records.transaction(() -> writes.because(KIND, () -> {
            work.run();
            return KIND;
        }));
    }

    /** @return whether it is as it was */
    private boolean back(Kept step, Map<Long, Set<String>> anyway) {
        UndoSteps.Left left = steps.back(step, anyway.get(step.step()));
        if (left.nothing()) {
            rows.done(step);
        } else {
            rows.left(step, left.fields());
        }
        return left.nothing();
    }

    /**
     * How far it is.
     *
     * @param before the step done last
     * @param refusals id, label and message of the first refused records
     */
    private record Tally(long before, int done, int left, int failed, List<Object> refusals) {
        private static final int TOLD = 100;

        static Tally of(Map<String, Object> kept) {
            return kept.containsKey("before")
                    ? new Tally(
                            Long.parseLong(String.valueOf(kept.get("before"))),
                            (Integer) kept.get("done"),
                            (Integer) kept.get("left"),
                            (Integer) kept.get("failed"),
                            List.copyOf((List<?>) kept.get("refusals")))
                    : new Tally(Long.MAX_VALUE, 0, 0, 0, List.of());
        }

        int place() {
            return done + left + failed;
        }

        Tally at(long step) {
            return new Tally(step, done, left, failed, refusals);
        }

        Tally plus(boolean whole) {
            return new Tally(before, whole ? done + 1 : done, whole ? left : left + 1, failed, refusals);
        }

        Tally refused(Map<String, Object> refusal) {
            List<Object> all = new ArrayList<>(refusals);
            if (all.size() < TOLD) {
                all.add(refusal);
            }
            return new Tally(before, done, left, failed + 1, all);
        }

        Map<String, Object> kept() {
            Map<String, Object> kept = new LinkedHashMap<>();
            kept.put("before", Long.toString(before));
            kept.put("done", done);
            kept.put("left", left);
            kept.put("failed", failed);
            kept.put("refusals", refusals);
            return kept;
        }

        Map<String, Object> result(long undo) {
            Map<String, Object> result = kept();
            result.remove("before");
            result.put("of", Long.toString(undo)); // a text: a browser's numbers are too short
            return result;
        }
    }
}
