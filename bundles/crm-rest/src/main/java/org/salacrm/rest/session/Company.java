package org.salacrm.rest.session;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.message.Text;
import org.salacrm.api.setting.Settings;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;

/** The company as its people see it on every page: company setting {@code company}, with the usual Thai values. */
@Component(service = Company.class)
public final class Company {
    private static final String SETTING = "company";

    private final Settings settings;

    @Activate
    public Company(@Reference Settings settings) {
        this.settings = settings;
    }

    public Text name() {
        return name(kept());
    }

    /** Name, currency, time zone and first day of the week (0 Sunday to 6 Saturday). */
    public Shape shape() {
        Map<String, Object> kept = kept();
        return new Shape()
                .with("name", name(kept))
                .with("currency", kept.getOrDefault("currency", "THB"))
                .with("timeZone", kept.getOrDefault("timeZone", "Asia/Bangkok"))
                .with("weekStart", kept.getOrDefault("weekStart", 1));
    }

    private Map<String, Object> kept() {
        return settings.company(SETTING).map(Json::parse).map(Json::object).orElse(Map.of());
    }

    private static Text name(Map<String, Object> kept) {
        return kept.get("name") instanceof Map<?, ?> name
                ? new Text(String.valueOf(name.get("th")), String.valueOf(name.get("en")))
                : Text.of("Sala");
    }
}
