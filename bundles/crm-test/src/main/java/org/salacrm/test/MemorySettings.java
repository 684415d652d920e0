package org.salacrm.test;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.salacrm.api.setting.Settings;

/** Settings for tests, kept in memory. */
public final class MemorySettings implements Settings {
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<String> company(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void company(String key, String json) {
        kept.put(key, json);
    }

    @Override
    public void company(Map<String, String> values) {
        kept.putAll(values);
    }

    @Override
    public Optional<String> user(long user, String key) {
        return Optional.ofNullable(kept.get(user + "/" + key));
    }

    @Override
    public void user(long user, String key, String json) {
        kept.put(user + "/" + key, json);
    }
}
