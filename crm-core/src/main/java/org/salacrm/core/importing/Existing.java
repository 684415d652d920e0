package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The records that rows of a file may change, by the text of their key. */
record Existing(Map<String, List<Stored>> byKey) {

    /** A record that a row may change, with what it holds of the fields that furtherPhones asks for. */
    record Stored(long id, Map<String, Object> values) {}

    List<Stored> find(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    void add(String key, Stored stored) {
        if (!key.isEmpty()) {
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(stored);
        }
    }
}
