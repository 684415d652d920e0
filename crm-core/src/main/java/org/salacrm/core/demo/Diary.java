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
    private static final int TOGETHER = 50;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Instant at, Caller who, Runnable what) {}

    void on(Instant at, Caller who, Runnable what) {
        entries.add(new Entry(at, who, what));
    }

    /** Leaves out what lies ahead of now. */
    void live(Records records, Callers callers, SystemClock clock) {
        Instant now = clock.instant();
        List<Entry> past = entries.stream()
                .filter(entry -> entry.at().isBefore(now))
                .sorted(Comparator.comparing(Entry::at))
                .toList();
        for (int i = 0; i < past.size(); i += TOGETHER) {
            List<Entry> some = past.subList(i, Math.min(i + TOGETHER, past.size()));
            records.transaction(() -> {
                some.forEach(entry -> clock.at(
                        entry.at(),
                        () -> callers.as(entry.who(), () -> {
                            entry.what().run();
                            return true;
                        })));
                return true;
            });
        }
        entries.clear();
    }
}
