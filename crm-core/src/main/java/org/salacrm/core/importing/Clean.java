package org.salacrm.core.importing;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.salacrm.core.definition.Apostrophe;

/** Makes typed text comparable: what people cannot see, or type in two ways, is made one. */
final class Clean {
    private static final Set<String> NOTHING = Set.of(
            "-", "--", "---", "n/a", "na", "none", "null", "nil", "ไม่มี", "ไม่มีข้อมูล", "ไม่ระบุ", ".", "?", "#n/a");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** In this order. Two strokes for one Thai vowel: NIKHAHIT, perhaps a tone mark, and AA are SARA AM. */
    private static final List<Rule> LETTERS = List.of(
            Rule.of("\u0E4D([\u0E48-\u0E4B]?)\u0E32", "$1\u0E33"),
            Rule.of("([\u0E48-\u0E4B])\u0E4D\u0E32", "$1\u0E33"),
            Rule.of("[\u200B\u200C\u200E\u200F\u2060\uFEFF\u00AD]", ""),
            // Behind a picture it makes one of several.
            Rule.of("(?<![\\p{So}\\p{Sk}\\p{Cs}\uFE0F])\u200D", ""),
            Rule.of("\r\n?|[\u000B\u0085\u2028\u2029]", "\n"),
            Rule.of("[\\p{Cc}&&[^\n\t]]", ""));

    private static final List<Rule> BLANKS = List.of(
            Rule.of("[\u00A0\u2000-\u200A\u202F\u3000\t]", " "), Rule.of(" {2,}", " "), Rule.of("(?m)^ +| +$", ""));

    private record Rule(Pattern pattern, String put) {
        static Rule of(String pattern, String put) {
            return new Rule(Pattern.compile(pattern), put);
        }
    }

    private Clean() {}

    /** Composed, without invisible characters, blanks at the ends and double blanks; line breaks stay. */
    static String text(String raw) {
        return isPlain(raw)
                ? Apostrophe.off(raw)
                : Apostrophe.off(by(BLANKS, by(LETTERS, composed(raw))).strip());
    }

    /** The same for a text of several lines, which may be set in with blanks. */
    static String lines(String raw) {
        return isPlain(raw)
                ? Apostrophe.off(raw)
                : Apostrophe.off(by(LETTERS, composed(raw)).strip());
    }

    private static String composed(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFC);
    }

    private static String by(List<Rule> rules, String raw) {
        String text = raw;
        for (Rule rule : rules) {
            text = rule.pattern().matcher(text).replaceAll(rule.put());
        }
        return text;
    }

    /** Whether there is nothing to put right, as in most cells: Latin and Thai with single blanks inside. */
    private static boolean isPlain(String raw) {
        char before = ' ';
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean letter = c > ' ' && c < 0x7F || c >= '\u0E01' && c <= '\u0E5B' && c != '\u0E4D';
            // A vowel below stands before a tone mark, whichever was typed first.
            boolean late =
                    c >= '\u0E38' && c <= '\u0E3A' && "\u0E38\u0E39\u0E3A\u0E48\u0E49\u0E4A\u0E4B".indexOf(before) >= 0;
            if (late || !letter && (c != ' ' || before == ' ')) {
                return false;
            }
            before = c;
        }
        return raw.isEmpty() || before != ' ';
    }

    /** A name or code as it is looked up: unlike {@link #key} it keeps the dash that tells A-1 from A1. */
    static String same(String text) {
        return digits(text(text)).toLowerCase(Locale.ROOT);
    }

    /** The same name as a database may hold it, which tells capitals from small letters. */
    static Set<String> spellings(String text) {
        String plain = digits(text);
        Set<String> spellings = new LinkedHashSet<>(List.of(text));
        spellings.add(plain);
        spellings.add(plain.toUpperCase(Locale.ROOT));
        spellings.add(plain.toLowerCase(Locale.ROOT));
        return spellings;
    }

    /** Words people write where they have nothing to write. */
    static boolean nothing(String text) {
        return text.isEmpty() || NOTHING.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Strokes alone say nothing even in a free text, where words may be meant as they stand. */
    static boolean dash(String text) {
        return text.chars().allMatch(c -> c == '-' || c == '–' || c == '.' || c == '?');
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
        String word = digits(text(text)).toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS.matcher(word).replaceAll("");
    }
}
