package org.salacrm.api.record;

import java.util.List;
import java.util.Map;

/** Values are refused, each with a reason a person understands. */
public class InvalidRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Refusal> refusals;

    /**
     * A refused value.
     *
     * @param field name of the field, {@code addresses[0].postcode} within parts, empty for the record as a whole
     * @param messageKey key of the sentence, such as {@code invalid.required}
     * @param values what the sentence's places are filled with
     */
    public record Refusal(String field, String messageKey, Map<String, ?> values) {}

    public InvalidRecordException(List<Refusal> refusals) {
        super(refusals.toString());
        this.refusals = List.copyOf(refusals);
    }

    public InvalidRecordException(String field, String messageKey) {
        this(List.of(new Refusal(field, messageKey, Map.of())));
    }

    /** A text has more letters than may be kept. */
    public static InvalidRecordException tooLong(String field, int max) {
        return new InvalidRecordException(List.of(new Refusal(field, "invalid.length", Map.of("max", max))));
    }

    /** A code is none of those it can be. */
    public static InvalidRecordException noChoice(String field, String value) {
        return new InvalidRecordException(List.of(new Refusal(field, "invalid.pick", Map.of("value", value))));
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
