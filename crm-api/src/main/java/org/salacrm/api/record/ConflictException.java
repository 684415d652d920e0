package org.salacrm.api.record;

import java.util.Map;

/** The state of things does not allow it now: a transition that is not offered, a module being replaced. */
public class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String messageKey;
    private final transient Map<String, ?> values;

    public ConflictException(String messageKey, Map<String, ?> values) {
        super(messageKey + " " + values);
        this.messageKey = messageKey;
        this.values = Map.copyOf(values);
    }

    public String messageKey() {
        return messageKey;
    }

    public Map<String, ?> values() {
        return values;
    }
}
