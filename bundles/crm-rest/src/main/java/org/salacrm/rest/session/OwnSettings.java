package org.salacrm.rest.session;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.api.security.Sessions;
import org.salacrm.api.security.Sessions.Session;
import org.salacrm.api.setting.Settings;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;

/** How each user wants the product to look: language, skin, density, era, size and shape of letters. */
@Component(service = OwnSettings.class)
public final class OwnSettings {
    private static final String KEY = "settings";
    private static final Map<String, List<String>> CHOICES = Map.of(
            "locale", List.of("th", "en"),
            "skin", List.of("lagoon", "indigo", "mulberry", "night", "company"),
            "density", List.of("compact", "comfortable"),
            "era", List.of("BE", "CE"));

    private final Settings settings;
    private final Sessions sessions;

    @Activate
    public OwnSettings(@Reference Settings settings, @Reference Sessions sessions) {
        this.settings = settings;
        this.sessions = sessions;
    }

    /** All of them, with the usual value where the user chose nothing. */
    public Shape of(Session session) {
        return of(session, session.caller().language());
    }

    private Shape of(Session session, String language) {
        Map<String, Object> kept = kept(session);
        return new Shape()
                .with("locale", language)
                .with("skin", kept.getOrDefault("skin", "light"))
                .with("density", kept.getOrDefault("density", "compact"))
                .with("era", settings.countsInBuddhistEra(session.caller().user(), language) ? "BE" : "CE")
                .with("fontScale", kept.getOrDefault("fontScale", 1))
                .with("loopedFont", kept.getOrDefault("loopedFont", false));
    }

    public boolean countsInBuddhistEra(Session session) {
        return settings.countsInBuddhistEra(
                session.caller().user(), session.caller().language());
    }

    /** Keeps what is given and leaves the rest. */
    public Shape change(Session session, Map<String, Object> given) {
        given.forEach(OwnSettings::check);
        Shape next = new Shape();
        next.putAll(kept(session));
        next.putAll(given);
        Object locale = next.remove("locale");
        settings.user(session.caller().user(), KEY, Json.text(next));
        if (!(locale instanceof String language)) {
            return of(session);
        }
        sessions.language(session.token(), language);
        return of(session, language);
    }

    private Map<String, Object> kept(Session session) {
        return settings.user(session.caller().user(), KEY)
                .map(Json::parse)
                .map(Json::object)
                .orElse(Map.of());
    }

    private static void check(String name, Object value) {
        boolean good =
                switch (name) {
                    case "locale", "skin", "density", "era" -> CHOICES.get(name).contains(value);
                    case "fontScale" ->
                        value instanceof Number scale && scale.doubleValue() >= 0.5 && scale.doubleValue() <= 3;
                    case "loopedFont" -> value instanceof Boolean;
                    default ->
                        throw new InvalidRecordException(
                                List.of(new Refusal(name, "invalid.unknown", Map.of("field", name))));
                };
        if (!good) {
            throw InvalidRecordException.noChoice(name, String.valueOf(value));
        }
    }
}
