package org.salacrm.api.setting;

import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The company's settings and each user's own, kept in the database as small JSON texts. Thread-safe. */
@ProviderType
public interface Settings {

    Optional<String> company(String key);

    void company(String key, String json);

    /** Keeps all of these, or none. */
    void company(Map<String, String> values);

    Optional<String> user(long user, String key);

    void user(long user, String key, String json);

    /** Whether a user counts years as Thailand does: as he chose, else as goes with the language he reads. */
    default boolean countsInBuddhistEra(long user, String language) {
        String chosen = user(user, "settings").orElse("");
        return chosen.contains("\"era\":\"BE\"") || !chosen.contains("\"era\":\"CE\"") && language.equals("th");
    }
}
