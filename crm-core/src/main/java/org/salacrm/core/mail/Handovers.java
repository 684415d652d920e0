package org.salacrm.core.mail;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;

/**
 * Who works on a letter at this moment. What is just being handed over to a mail server cannot be cancelled before its
 * end is known: it would go out all the same, and once more when it is sent again. What another node hands over is not
 * known here. Thread-safe.
 */
@Component(service = Handovers.class)
public class Handovers {
    private final Set<Long> busy = new HashSet<>();

    /**
     * Does work while nobody else works on the letter.
     *
     * @return what the work does; empty when somebody else has not ended after so long
     */
    <T> Optional<T> alone(long activity, Duration patience, Supplier<T> work) {
        if (!enter(activity, System.nanoTime() + patience.toNanos())) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            leave(activity);
        }
    }

    private synchronized boolean enter(long activity, long until) {
        while (!busy.add(activity)) {
            long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private synchronized void leave(long activity) {
        busy.remove(activity);
        notifyAll();
    }
}
