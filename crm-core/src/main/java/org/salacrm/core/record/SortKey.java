package org.salacrm.core.record;

import java.text.Collator;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Makes the text by which words are sorted as a Thai dictionary does, the same on every database: what a leading vowel
 * stands before counts first, tone marks and case do not count. Thread-safe.
 */
public final class SortKey {
    private static final int CHARACTERS = 120;
    private static final HexFormat HEX = HexFormat.of();
    private final Collator collator = Collator.getInstance(new Locale("th"));

    public SortKey() {
        collator.setStrength(Collator.PRIMARY);
    }

    /** @param size longest key, the length of its column */
    public String of(String text, int size) {
        String head = text.substring(0, Math.min(text.length(), CHARACTERS));
        byte[] primary = collator.getCollationKey(head).toByteArray();
        int end = primary.length;
        while (end > 1 && primary[end - 1] == 0 && primary[end - 2] == 0) {
            end -= 2; // the end of the primary key is marked by a zero
        }
        return HEX.formatHex(primary, 0, Math.min(end, size / 2));
    }
}
