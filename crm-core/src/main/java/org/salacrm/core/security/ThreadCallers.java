package org.salacrm.core.security;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;

/** Remembers per thread on whose behalf it works. */
@Component
public class ThreadCallers implements Callers {
    private final Directories directories;
    private final ThreadLocal<Caller> now = new ThreadLocal<>();

    @Activate
    public ThreadCallers(@Reference Directories directories) {
        this.directories = directories;
    }

    @Override
    public Caller current() {
        Caller caller = now.get();
        if (caller == null) {
            throw new ForbiddenException("", "");
        }
        return caller;
    }

    @Override
    public Optional<Caller> find(long user) {
        return directories.current().caller(user, "");
    }

    @Override
    public <T> T as(Caller caller, Supplier<T> work) {
        Caller before = now.get();
        now.set(caller);
        try {
            return work.get();
        } finally {
            if (before == null) {
                now.remove();
            } else {
                now.set(before);
            }
        }
    }
}
