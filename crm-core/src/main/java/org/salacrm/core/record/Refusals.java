package org.salacrm.core.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;

/** Gathers everything that is wrong with a record, so that a person can mend all of it at once. */
final class Refusals {
    private final Map<String, Refusal> byField = new LinkedHashMap<>();
    private final List<Refusal> whole = new ArrayList<>();

    /** The first reason given for a field stays. */
    void add(String field, String messageKey, Map<String, ?> values) {
        byField.putIfAbsent(field, new Refusal(field, messageKey, values));
    }

    void add(String field, RefusedValue refused) {
        add(field, refused.messageKey(), refused.values());
    }

    void addAll(List<Refusal> others) {
        for (Refusal other : others) {
            if (other.field().isEmpty()) {
                whole.add(other);
            } else {
                byField.putIfAbsent(other.field(), other);
            }
        }
    }

    boolean has(String field) {
        return byField.containsKey(field);
    }

    boolean isEmpty() {
        return byField.isEmpty() && whole.isEmpty();
    }

    void throwIfAny() {
        if (!isEmpty()) {
            List<Refusal> all = new ArrayList<>(byField.values());
            all.addAll(whole);
            throw new InvalidRecordException(all);
        }
    }
}
