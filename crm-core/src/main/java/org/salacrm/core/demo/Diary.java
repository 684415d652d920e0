package org.salacrm.core.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.salacrm.api.record.Records;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.core.store.SystemClock;

/** What people did and when: written down in any order, done in the order of time, each at its own moment. */
final class Diary {
    private static final int TOGETHER = 20;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Instant at, Caller who, Runnable what) {}

    void on(Instant at, Caller who, Runnable what) {
        entries.add(new Entry(at, who, what));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Leaves out what lies ahead of now. What was interrupted goes on with the next call. */
    void live(Records records, Callers callers, SystemClock clock) {
        Instant now = clock.instant();
        entries.removeIf(entry -> !entry.at().isBefore(now));
        entries.sort(Comparator.comparing(Entry::at));
        while (!entries.isEmpty()) {
            List<Entry> some = entries.subList(0, Math.min(TOGETHER, entries.size()));
            records.transaction(() -> {
                some.forEach(entry -> clock.at(
                        entry.at(),
                        () -> callers.as(entry.who(), () -> {
                            entry.what().run();
                            return true;
                        })));
                return true;
            });
            some.clear();
        }
    }
}
