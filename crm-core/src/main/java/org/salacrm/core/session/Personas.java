package org.salacrm.core.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.salacrm.api.message.Text;
import org.salacrm.api.security.Sessions.Persona;
import org.salacrm.api.setting.Settings;

/**
 * The people of the demo company who need no password. Setting {@code demo.personas}, written only where the demo is
 * filled: a list of {@code {id, login, name: {th, en}, role: {th, en}}}.
 */
final class Personas {
    static final String SETTING = "demo.personas";
    private final Settings settings;
    private final ObjectMapper json = new ObjectMapper();

    Personas(Settings settings) {
        this.settings = settings;
    }

    private record Stored(String id, String login, Text name, Text role) {}

    List<Persona> all() {
        return stored().stream()
                .map(p -> new Persona(p.id(), p.name(), p.role()))
                .toList();
    }

    Optional<String> login(String persona) {
        return stored().stream()
                .filter(p -> p.id().equals(persona))
                .map(Stored::login)
                .findFirst();
    }

    private List<Stored> stored() {
        return settings.company(SETTING).map(this::read).orElse(List.of());
    }

    private List<Stored> read(String text) {
        try {
            return List.of(json.readValue(text, Stored[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("setting " + SETTING + " cannot be read", e);
        }
    }
}
