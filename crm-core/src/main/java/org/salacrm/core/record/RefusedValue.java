package org.salacrm.core.record;

import java.util.Map;

/** A single value is refused; whoever knows its field makes a refusal of it. */
final class RefusedValue extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String messageKey;
    private final transient Map<String, ?> values;

    RefusedValue(String messageKey, Map<String, ?> values) {
        super(messageKey, null, false, false);
        this.messageKey = messageKey;
        this.values = values;
    }

    RefusedValue(String messageKey) {
        this(messageKey, Map.of());
    }

    String messageKey() {
        return messageKey;
    }

    Map<String, ?> values() {
        return values;
    }
}
