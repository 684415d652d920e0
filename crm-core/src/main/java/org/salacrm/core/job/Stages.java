package org.salacrm.core.job;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.salacrm.api.job.JobKind.Progress;

/** A job of several stages, each of which keeps where it is beside the others. Used by one thread. */
final class Stages {
    private static final String UNDO = "undo";
    private static final String TOTAL = "total";

    private final Progress job;
    private final Map<String, Object> kept;
    private final long undo;
    private final long total;
    /** Steps of the stages that are over. */
    private long before;

    /** @param total steps of all stages */
    record Begun(long undo, long total) {}

    private Stages(Progress job, Map<String, Object> kept) {
        this.job = job;
        this.kept = kept;
        this.undo = Long.parseLong(String.valueOf(kept.get(UNDO)));
        this.total = Long.parseLong(String.valueOf(kept.get(TOTAL)));
    }

    static Stages of(Progress job, Supplier<Begun> begin) {
        Map<String, Object> kept = new LinkedHashMap<>(job.checkpoint());
        if (!kept.containsKey(UNDO)) {
            Begun begun = begin.get();
            kept.put(UNDO, Long.toString(begun.undo()));
            kept.put(TOTAL, Long.toString(begun.total()));
        }
        return new Stages(job, kept);
    }

    long undo() {
        return undo;
    }

    boolean has(String stage) {
        return kept.containsKey(stage);
    }

    /** In the running transaction. */
    void keep(String stage, Map<String, Object> state) {
        kept.put(stage, state);
        job.checkpoint(Map.copyOf(kept));
    }

    Progress stage(String name) {
        return new Progress() {
            private long done;
            private final long first = before;

            @Override
            public void report(long steps, long all) {
                done = steps;
                before = first + done;
                job.report(before, Math.max(total, before));
            }

            @Override
            public boolean cancelled() {
                return job.cancelled();
            }

            @Override
            public Map<String, Object> checkpoint() {
                Map<String, Object> state = new LinkedHashMap<>();
                if (kept.get(name) instanceof Map<?, ?> map) {
                    map.forEach((key, value) -> state.put(String.valueOf(key), value));
                }
                return state;
            }

            @Override
            public void checkpoint(Map<String, Object> state) {
                keep(name, state);
            }
        };
    }
}
