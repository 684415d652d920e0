package org.salacrm.core.record;

import java.util.Optional;

/** Ids as they stand in texts: up to 19 digits, which those made from the year 2031 on need. */
public final class IdText {
    private static final String LARGEST = String.valueOf(Long.MAX_VALUE);

    private IdText() {}

    /** Empty for what is no id. */
    public static Optional<Long> read(String text) {
        boolean fits =
                text.length() < LARGEST.length() || text.length() == LARGEST.length() && text.compareTo(LARGEST) <= 0;
        return fits && text.matches("\\d+") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
