package org.salacrm.core.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.RoleRights.Grid;

/**
 * A role that a new installation begins with.
 *
 * @param rights by entity: level to verbs, separated by blanks
 * @param hidden fields that it may not even read, as {@code entity.field}
 */
record RoleSeed(
        String name,
        String nameEn,
        String description,
        boolean administrator,
        Map<String, Map<String, String>> rights,
        Set<String> hidden,
        Set<String> permissions) {

    RoleSeed {
        rights = rights == null ? Map.of() : rights;
        hidden = hidden == null ? Set.of() : hidden;
        permissions = permissions == null ? Set.of() : permissions;
    }

    static List<RoleSeed> all() {
        try (InputStream in = RoleSeed.class.getResourceAsStream("roles.yaml")) {
            return List.of(new ObjectMapper(new YAMLFactory()).readValue(in, RoleSeed[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Grid grid() {
        Map<String, Map<String, Level>> entities = new HashMap<>();
        rights.forEach((entity, levels) -> {
            Map<String, Level> verbs = entities.computeIfAbsent(entity, k -> new HashMap<>());
            levels.forEach((level, names) -> {
                for (String verb : names.split(" ")) {
                    verbs.put(verb, Level.valueOf(level.toUpperCase(Locale.ROOT)));
                }
            });
        });
        Map<String, Access> fields = new HashMap<>();
        hidden.forEach(field -> fields.put(field, Access.NONE));
        return new Grid(entities, fields, permissions);
    }
}
