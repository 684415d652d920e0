package org.salacrm.core.action;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.security.Callers;
import org.salacrm.api.setting.Settings;

/** Resolves the values a definition sets: {@code @now}, {@code @today}, {@code @me}; anything else is itself. */
@Component(service = Tokens.class)
public class Tokens {
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private final Clock clock;
    private final Callers callers;
    private final Settings settings;

    @Activate
    public Tokens(@Reference Clock clock, @Reference Callers callers, @Reference Settings settings) {
        this.clock = clock;
        this.callers = callers;
        this.settings = settings;
    }

    Object resolve(Object value) {
        return switch (String.valueOf(value)) {
            case "@now" -> clock.instant();
            case "@today" -> LocalDate.ofInstant(clock.instant(), zone());
            case "@me" -> callers.current().user();
            default -> value;
        };
    }

    private ZoneId zone() {
        try {
            return settings.company("timeZone")
                    .map(z -> ZoneId.of(z.replace("\"", "")))
                    .orElse(BANGKOK);
        } catch (DateTimeException e) {
            return BANGKOK;
        }
    }
}
