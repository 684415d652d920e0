package org.salacrm.core.importing;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a cell.
 *
 * @param value what it means; empty when the cell is empty or refused
 * @param repair message key that says what was made good, empty when the cell was right as it stood
 * @param refusal message key that says why it cannot be taken, empty when it can
 * @param values what the message's places are filled with
 */
record Outcome(Optional<Object> value, String repair, String refusal, Map<String, Object> values) {
    static final Outcome EMPTY = new Outcome(Optional.empty(), "", "", Map.of());

    static Outcome of(Object value) {
        return new Outcome(Optional.of(value), "", "", Map.of());
    }

    static Outcome repaired(Object value, String key) {
        return new Outcome(Optional.of(value), key, "", Map.of("to", readable(value)));
    }

    /** Seven digits in a row nobody reads. */
    private static Object readable(Object value) {
        return value instanceof BigDecimal
                ? new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value)
                : value;
    }

    static Outcome emptied(String key) {
        return new Outcome(Optional.empty(), key, "", Map.of());
    }

    static Outcome refused(String key) {
        return new Outcome(Optional.empty(), "", key, Map.of());
    }

    static Outcome refused(String key, Map<String, Object> values) {
        return new Outcome(Optional.empty(), "", key, values);
    }

    boolean isRefused() {
        return !refusal.isEmpty();
    }
}
