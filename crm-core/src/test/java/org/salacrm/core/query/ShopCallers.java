package org.salacrm.core.query;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;

/** Whoever the test says is asking. */
final class ShopCallers implements Callers {
    private final ThreadLocal<Caller> current = new ThreadLocal<>();

    static Caller user(long id, Long... teams) {
        return new Caller(id, "user" + id, "en", Set.of(teams), Set.of(), Caller.Kind.USER, "test");
    }

    void be(Caller caller) {
        current.set(caller);
    }

    @Override
    public Caller current() {
        return current.get();
    }

    @Override
    public Optional<Caller> find(long user) {
        return Optional.of(user(user));
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
