package org.salacrm.core.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing of passwords without locking anybody out for good. Failures of a login at one address make that
 * pair wait longer and longer. Where a login is tried from everywhere, or an address tries everything, strangers wait,
 * but a person who has signed in with that login from that address before goes on. Thread-safe; each node counts for
 * itself.
 */
final class Throttle {
    private static final int FREE_TRIES = 5;
    private static final int TRIES_OF_LOGIN = 50;
    private static final int TRIES_OF_ADDRESS = 100;
    private static final Duration FORGET_AFTER = Duration.ofMinutes(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration STRANGERS_WAIT = Duration.ofMinutes(1);
    private static final int REMEMBERED = 20_000;

    private final Clock clock;
    private final Map<Key, Failures> failures = new Bounded<>();
    private final Map<Key, Boolean> known = new Bounded<>();

    Throttle(Clock clock) {
        this.clock = clock;
    }

    /** A login at an address; one of them is empty where all logins or all addresses are meant. */
    private record Key(String login, String address) {}

    private record Failures(int count, Instant last, Instant until) {}

    /**
     * Asks for a try, which counts as a failure until it is told otherwise, so that tries side by side count too.
     *
     * @return zero when it may be tried, otherwise how long to wait
     */
    synchronized Duration attempt(String login, String address) {
        Instant now = clock.instant();
        Key pair = new Key(login, address);
        Duration wait = Duration.between(now, of(pair, now).until());
        if (!wait.isNegative() && !wait.isZero()) {
            return wait;
        }
        boolean hot = of(new Key(login, ""), now).count() >= TRIES_OF_LOGIN
                || of(new Key("", address), now).count() >= TRIES_OF_ADDRESS;
        if (hot && !known.containsKey(pair)) {
            return STRANGERS_WAIT;
        }
        count(pair, now);
        count(new Key(login, ""), now);
        count(new Key("", address), now);
        return Duration.ZERO;
    }

    /** Whether the password was right could not be found out: the try does not count. */
    synchronized void undecided(String login, String address) {
        Instant now = clock.instant();
        takeBack(new Key(login, address), now);
        takeBack(new Key(login, ""), now);
        takeBack(new Key("", address), now);
    }

    synchronized void succeeded(String login, String address) {
        Instant now = clock.instant();
        Key pair = new Key(login, address);
        failures.remove(pair);
        known.put(pair, true);
        takeBack(new Key(login, ""), now);
        takeBack(new Key("", address), now);
    }

    private Failures of(Key key, Instant now) {
        Failures found = failures.get(key);
        return found == null || found.last().plus(FORGET_AFTER).isBefore(now)
                ? new Failures(0, now, Instant.EPOCH)
                : found;
    }

    private void count(Key key, Instant now) {
        int count = of(key, now).count() + 1;
        boolean pair = !key.login().isEmpty() && !key.address().isEmpty();
        failures.put(
                key, new Failures(count, now, pair && count >= FREE_TRIES ? now.plus(wait(count)) : Instant.EPOCH));
    }

    private void takeBack(Key key, Instant now) {
        Failures before = of(key, now);
        Instant until = before.count() <= FREE_TRIES ? Instant.EPOCH : before.until();
        failures.put(key, new Failures(Math.max(0, before.count() - 1), before.last(), until));
    }

    /** 1 s after the fifth failure, then twice as long with each. */
    private static Duration wait(int count) {
        Duration wait = Duration.ofSeconds(1L << Math.min(count - FREE_TRIES, 20));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Forgets what was not looked at for longest. */
    private static final class Bounded<V> extends LinkedHashMap<Key, V> {
        private static final long serialVersionUID = 1L;

        Bounded() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, V> eldest) {
            return size() > REMEMBERED;
        }
    }
}
