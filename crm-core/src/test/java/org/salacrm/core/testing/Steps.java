package org.salacrm.core.testing;

import java.util.HashMap;
import java.util.Map;
import org.salacrm.api.job.JobKind;

/** The progress of a job in a test: keeps its checkpoints, and asks it to stop after so many reports. */
public class Steps implements JobKind.Progress {
    public int stopAfter = Integer.MAX_VALUE;
    private final Map<String, Object> kept = new HashMap<>();
    private int reports;

    @Override
    public void report(long done, long total) {
        reports++;
    }

    @Override
    public boolean cancelled() {
        return reports >= stopAfter;
    }

    @Override
    public Map<String, Object> checkpoint() {
        return Map.copyOf(kept);
    }

    @Override
    public void checkpoint(Map<String, Object> state) {
        kept.clear();
        kept.putAll(state);
    }
}
