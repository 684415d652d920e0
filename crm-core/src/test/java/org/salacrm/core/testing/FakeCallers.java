package org.salacrm.core.testing;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;

/** Callers of a test: the system unless the test says otherwise. */
public final class FakeCallers implements Callers {
    private final ThreadLocal<Caller> current = new ThreadLocal<>();

    public static Caller user(long id) {
        return new Caller(id, "user" + id, "en", Set.of(), Set.of(), Caller.Kind.USER, "test");
    }

    @Override
    public Caller current() {
        if (current.get() == null) {
            throw new ForbiddenException("", "call");
        }
        return current.get();
    }

    @Override
    public Optional<Caller> find(long user) {
        return Optional.of(user(user));
    }

    public void be(Caller caller) {
        current.set(caller);
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
