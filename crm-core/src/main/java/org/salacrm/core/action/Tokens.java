package org.salacrm.core.action;

import java.time.Clock;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.security.Callers;
import org.salacrm.core.definition.CompanyZone;

/** Resolves the values a definition sets: {@code @now}, {@code @today}, {@code @me}; anything else is itself. */
@Component(service = Tokens.class)
public class Tokens {
    private final Clock clock;
    private final Callers callers;
    private final CompanyZone zone;

    @Activate
    public Tokens(@Reference Clock clock, @Reference Callers callers, @Reference CompanyZone zone) {
        this.clock = clock;
        this.callers = callers;
        this.zone = zone;
    }

    Object resolve(Object value) {
        return switch (String.valueOf(value)) {
            case "@now" -> clock.instant();
            case "@today" -> LocalDate.ofInstant(clock.instant(), zone.get());
            case "@me" -> callers.current().user();
            default -> value;
        };
    }
}
