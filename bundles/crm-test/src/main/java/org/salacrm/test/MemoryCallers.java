package org.salacrm.test;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;

/** Callers for tests, one per thread. */
public final class MemoryCallers implements Callers {
    private final ThreadLocal<Caller> current = new ThreadLocal<>();
    private final Map<Long, Caller> known = new ConcurrentHashMap<>();

    public MemoryCallers know(Caller caller) {
        known.put(caller.user(), caller);
        return this;
    }

    @Override
    public Caller current() {
        return Optional.ofNullable(current.get()).orElseThrow(() -> new ForbiddenException("", ""));
    }

    @Override
    public Optional<Caller> find(long user) {
        return Optional.ofNullable(known.get(user));
    }

    @Override
    public <T> T as(Caller caller, Supplier<T> work) {
        Caller before = current.get();
        current.set(caller);
        try {
            return work.get();
        } finally {
            current.set(before);
        }
    }
}
