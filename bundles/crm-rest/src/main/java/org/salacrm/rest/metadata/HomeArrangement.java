package org.salacrm.rest.metadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.security.Caller;
import org.salacrm.api.setting.Settings;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.session.PreferencesTopic;

/** How the start page is arranged: as its reader keeps it, else as the company chose for one of his roles. */
@Component(service = HomeArrangement.class)
public final class HomeArrangement {
    private static final String KEY = "home.roles";

    private static final String OWN = PreferencesTopic.PREFIX + "home";

    private final Settings settings;

    @Activate
    public HomeArrangement(@Reference Settings settings) {
        this.settings = settings;
    }

    /** What the caller keeps for himself, else what was chosen for one of his roles: {@code {order, hidden}}. */
    Optional<Object> of(Caller caller) {
        return settings.user(caller.user(), OWN)
                .map(Json::parse)
                .filter(kept -> kept != null && PreferencesTopic.fits("home", kept))
                .or(() -> ofRole(caller));
    }

    private Optional<Object> ofRole(Caller caller) {
        Map<String, Object> chosen = chosen();
        return caller.roles().stream()
                .sorted()
                .map(role -> chosen.get(role.toString()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Keeps what a role begins with; nothing gives back the natural order. Only for whoever may configure. */
    void keep(long role, List<String> order, List<String> hidden) {
        Map<String, Object> all = new LinkedHashMap<>(chosen());
        if (order.isEmpty() && hidden.isEmpty()) {
            all.remove(Long.toString(role));
        } else {
            all.put(Long.toString(role), new Shape().with("order", order).with("hidden", hidden));
        }
        settings.company(KEY, Json.text(all));
    }

    private Map<String, Object> chosen() {
        return settings.company(KEY).map(Json::parse).map(Json::object).orElse(Map.of());
    }
}
