package org.salacrm.core.importing;

import java.util.List;
import java.util.Map;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;

/** The file, from some row on, is no table that can be read. */
final class UnreadableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String messageKey;
    private final transient Map<String, Object> values;

    UnreadableFileException(String messageKey, long row, long limit) {
        this(messageKey, Map.of("row", row, "limit", limit));
    }

    UnreadableFileException(String messageKey, Map<String, Object> values) {
        super(messageKey + " at row " + values.get("row"));
        this.messageKey = messageKey;
        this.values = values;
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

    /** The same with a row, where it was thrown by something that knows of none. */
    UnreadableFileException at(long row) {
        return Long.valueOf(0).equals(values.get("row"))
                ? new UnreadableFileException(messageKey, row, (Long) values.get("limit"))
                : this;
    }

    /** For those who see only the API. */
    InvalidRecordException asRefusal() {
        return new InvalidRecordException(List.of(new Refusal("file", messageKey, values)));
    }
}
