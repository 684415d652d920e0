package org.salacrm.core.importing;

import java.util.Map;

/** The file, from some row on, is no table that can be read. */
final class UnreadableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String messageKey;
    private final transient Map<String, Object> values;

    UnreadableFileException(String messageKey, long row, long limit) {
        super(messageKey + " at row " + row);
        this.messageKey = messageKey;
        this.values = Map.of("row", row, "limit", limit);
    }

    UnreadableFileException(String messageKey, Throwable cause) {
        super(messageKey, cause);
        this.messageKey = messageKey;
        this.values = Map.of();
    }

    String messageKey() {
        return messageKey;
    }

    Map<String, Object> values() {
        return values;
    }
}
