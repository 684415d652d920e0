package org.salacrm.core.definition;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.setting.Settings;

/** Where the company's days begin and end: its setting {@code timeZone}, Bangkok until it says otherwise. */
@Component(service = CompanyZone.class)
public class CompanyZone implements Supplier<ZoneId> {
    private static final ZoneId USUAL = ZoneId.of("Asia/Bangkok");

    private final Settings settings;

    @Activate
    public CompanyZone(@Reference Settings settings) {
        this.settings = settings;
    }

    @Override
    public ZoneId get() {
        try {
            return settings.company("timeZone")
                    .map(json -> ZoneId.of(json.replace("\"", "")))
                    .orElse(USUAL);
        } catch (DateTimeException e) {
            return USUAL;
        }
    }
}
