package org.salacrm.core.importing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Makes typed text comparable: what people cannot see, or type in two ways, is made one. */
final class Clean {
    private static final Set<String> NOTHING = Set.of(
            "-", "--", "---", "n/a", "na", "none", "null", "nil", "ไม่มี", "ไม่มีข้อมูล", "ไม่ระบุ", ".", "?", "#n/a");

    private Clean() {}

    /** Composed, without invisible characters, blanks at the ends and double blanks; line breaks stay. */
    static String text(String raw) {
        boolean plain = true;
        for (int i = 0; i < raw.length() && plain; i++) {
            char c = raw.charAt(i);
            plain = c > ' ' && c < 0x7F || c == ' ' && i > 0 && i < raw.length() - 1 && raw.charAt(i - 1) != ' ';
        }
        if (plain) {
            return raw;
        }
        String composed = Normalizer.normalize(raw, Normalizer.Form.NFC);
        return thaiAm(composed)
                .replaceAll("[\\u200B-\\u200F\\u2060\\uFEFF\\u00AD]", "")
                .replaceAll("[\\u00A0\\u2000-\\u200A\\u202F\\u3000\\t]", " ")
                .replaceAll("[\\p{Cc}&&[^\\n\\r]]", "")
                .replace("\r\n", "\n")
                .replaceAll(" {2,}", " ")
                .replaceAll("(?m)^ +| +$", "")
                .strip();
    }

    /** NIKHAHIT, tone mark, AA is SARA AM typed in three strokes. */
    private static String thaiAm(String s) {
        return s.replaceAll("\u0E4D([\u0E48-\u0E4B]?)\u0E32", "$1\u0E33")
                .replaceAll("([\u0E48-\u0E4B])\u0E4D\u0E32", "$1\u0E33");
    }

    /** Words people write where they have nothing to write. */
    static boolean nothing(String text) {
        return text.isEmpty() || NOTHING.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Thai digits as the usual ones. */
    static String digits(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u0E50' && c <= '\u0E59') {
                out = out == null ? new StringBuilder(text) : out;
                out.setCharAt(i, (char) ('0' + c - '\u0E50'));
            }
        }
        return out == null ? text : out.toString();
    }

    /** A word as it is compared: small letters and digits only; Thai vowels and tone marks count. */
    static String key(String text) {
        return digits(text(text)).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "");
    }
}
