package org.salacrm.core.demo;

import java.util.Map;
import org.salacrm.api.record.Records;
import org.salacrm.core.record.Writes;

/** Writes records through the one door, fields that users cannot write included. */
record Pen(Writes writes) {

    long create(String entity, Map<String, Object> values) {
        return writes.create(entity, Map.of(), values).id();
    }

    void update(String entity, long id, Map<String, Object> values) {
        writes.update(entity, id, Records.ANY_VERSION, Map.of(), values);
    }

    /** A verb of the record, as its history will call it. */
    void act(String verb, String entity, long id, Map<String, Object> values) {
        writes.because(verb, () -> {
            update(entity, id, values);
            return id;
        });
    }
}
