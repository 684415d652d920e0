package org.salacrm.core.record.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salacrm.api.event.RecordEvent;
import org.salacrm.api.event.RecordListener;
import org.salacrm.core.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners what stands in the outbox, each event at least once. Who fails or is away gets a backlog of his own
 * and is told later, in order, while the others go on. Used by one thread; the lease lets one node tell at a time.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int BATCH = 200;
    private static final Duration TERM = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Outbox outbox;
    private final Clock clock;
    private final String holder = UUID.randomUUID().toString();
    private final Map<String, Patience> waiting = new HashMap<>();
    private Set<String> known = Set.of();
    private Set<String> present = Set.of();
    private Instant rollCall = Instant.MIN;

    Dispatcher(Tx tx, Clock clock) {
        this.outbox = new Outbox(tx);
        this.clock = clock;
    }

    /** How long a listener that failed is left alone. */
    private record Patience(Instant until, Duration step) {
        static final Patience NONE = new Patience(Instant.MIN, Duration.ofMillis(500));

        Patience longer(Instant now) {
            Duration next = step.multipliedBy(2);
            Duration most = next.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : next;
            return new Patience(now.plus(most), most);
        }
    }

    /** Tells one batch to everybody. @return whether there may be more */
    boolean round(List<RecordListener> listeners) {
        boolean quiet = outbox.isEmpty() && waiting.isEmpty() && !rollCall.equals(Instant.MIN);
        Map<String, RecordListener> byName = listeners.stream()
                .collect(Collectors.toMap(RecordListener::name, Function.identity(), (first, second) -> first));
        if (quiet && byName.keySet().equals(present)) {
            return false;
        }
        Outbox.Lead lead = outbox.lead(holder, clock.instant(), TERM);
        if (lead == Outbox.Lead.NOT) {
            return false;
        }
        if (lead == Outbox.Lead.NEWLY) {
            rollCall = Instant.MIN; // another node may have left backlogs
        }
        callRoll(byName.keySet());
        boolean caughtUp = catchUp(byName);
        List<Outbox.Row> rows = outbox.oldest(BATCH);
        if (!rows.isEmpty()) {
            outbox.done(rows, untold(byName, rows));
        }
        return caughtUp || rows.size() == BATCH;
    }

    /** Lets somebody else tell at once. */
    void leave() {
        outbox.leave(holder, clock.instant());
    }

    private void callRoll(Set<String> names) {
        Instant now = clock.instant();
        if (!names.equals(present) || rollCall.isBefore(now.minus(Duration.ofHours(1)))) {
            known = outbox.listeners(names, now);
            present = Set.copyOf(names);
            rollCall = now;
            waiting.keySet().retainAll(known);
            outbox.behind().forEach(name -> waiting.putIfAbsent(name, Patience.NONE));
        }
    }

    /** @return those who could not be told */
    private Set<String> untold(Map<String, RecordListener> byName, List<Outbox.Row> rows) {
        List<RecordEvent> events = events(rows);
        Set<String> untold = new HashSet<>();
        for (String name : known) {
            RecordListener listener = byName.get(name);
            if (listener == null || waiting.containsKey(name) || !tell(listener, events)) {
                untold.add(name);
                waiting.computeIfAbsent(name, n -> Patience.NONE.longer(clock.instant()));
            }
        }
        return untold;
    }

    /** @return whether somebody heard something and may have more to hear */
    private boolean catchUp(Map<String, RecordListener> byName) {
        boolean heard = false;
        for (String name : List.copyOf(waiting.keySet())) {
            RecordListener listener = byName.get(name);
            if (listener != null && !clock.instant().isBefore(waiting.get(name).until())) {
                heard |= catchUp(name, listener);
            }
        }
        return heard;
    }

    private boolean catchUp(String name, RecordListener listener) {
        boolean failedBefore = !waiting.get(name).equals(Patience.NONE);
        int most = failedBefore ? 1 : BATCH;
        List<Outbox.Row> rows = outbox.backlog(name, most);
        if (!rows.isEmpty() && !tell(listener, events(rows))) {
            waiting.computeIfPresent(name, (n, patience) -> patience.longer(clock.instant()));
            return false;
        }
        outbox.told(name, rows);
        if (rows.size() < most) {
            waiting.remove(name);
        } else {
            waiting.put(name, Patience.NONE);
        }
        return rows.size() == most;
    }

    private static boolean tell(RecordListener listener, List<RecordEvent> events) {
        try {
            listener.on(events);
            return true;
        } catch (RuntimeException e) { // outermost: one listener must not keep the others from hearing
            LOG.error("The listener {} failed and will be told again", listener.name(), e);
            return false;
        }
    }

    /** The events of all rows; those of one record in the order of its versions. */
    private static List<RecordEvent> events(List<Outbox.Row> rows) {
        List<RecordEvent> all = new ArrayList<>();
        rows.forEach(row -> all.addAll(EventText.read(row.events())));
        Map<Long, List<RecordEvent>> byRecord = all.stream().collect(Collectors.groupingBy(RecordEvent::id));
        byRecord.values().forEach(events -> events.sort(Comparator.comparingInt(RecordEvent::version)));
        Map<Long, Integer> next = new HashMap<>();
        return all.stream()
                .map(event -> byRecord.get(event.id()).get(next.merge(event.id(), 1, Integer::sum) - 1))
                .toList();
    }
}
