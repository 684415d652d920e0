package org.salacrm.core.record;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;

/** Cleans texts and checks those of a special kind: e-mail, web address, telephone, tax number. */
final class TextKinds {
    /** Longest text of a field that says nothing itself. */
    private static final int LONGEST = 1_000_000;

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"(),:;\\[\\]\\\\]{1,64}@(?:[\\p{L}\\p{M}\\p{N}-]{1,63}\\.)+[\\p{L}\\p{M}]{2,63}");
    private static final Pattern PHONE =
            Pattern.compile("[+(]?[0-9][0-9 ()./\\-]*(?:\\s*(?:ext\\.?|x|#|ต่อ|,|/|-)\\s*[0-9]{1,6})*");
    private static final int PHONE_DIGITS = 20;

    private TextKinds() {}

    /** @return the text as it is to be stored, null when nothing is left of it */
    static String clean(FieldType field, String raw) {
        if (raw.length() > limit(field) * 2L + 100) {
            throw tooLong(field, raw);
        }
        String text = normal(raw, field.kind().equals(Kind.TEXTAREA)).strip();
        if (!Visible.is(text)) {
            return null;
        }
        String checked = special(field.kind(), text);
        if (checked.length() > limit(field)) {
            throw tooLong(field, checked);
        }
        return checked;
    }

    private static int limit(FieldType field) {
        return field.size() == 0 ? LONGEST : field.size();
    }

    private static RefusedValue tooLong(FieldType field, String text) {
        return new RefusedValue("invalid.length", Map.of("max", limit(field), "length", text.length()));
    }

    private static String special(String kind, String text) {
        return switch (kind) {
            case Kind.EMAIL -> email(text);
            case Kind.URL -> url(text);
            case Kind.PHONE -> phone(text);
            case Kind.TAX_ID -> taxId(text);
            case Kind.PICTURE -> picture(text);
            default -> text;
        };
    }

    /** Composed characters, no control characters; a one-line text has no line breaks. */
    private static String normal(String raw, boolean lines) {
        StringBuilder out = null;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (Character.isSurrogate(c) && !paired(raw, i)) {
                throw new RefusedValue("invalid.characters");
            }
            boolean kept = c >= ' ' && c != 127 && c != '\uFEFF' && c != '\u200B' || lines && (c == '\n' || c == '\t');
            if (!kept && out == null) {
                out = new StringBuilder(raw.length()).append(raw, 0, i);
            }
            if (out != null) {
                append(out, c, kept);
            }
        }
        String cleaned = out == null ? raw : out.toString();
        return Normalizer.isNormalized(cleaned, Normalizer.Form.NFC)
                ? cleaned
                : Normalizer.normalize(cleaned, Normalizer.Form.NFC);
    }

    private static void append(StringBuilder out, char c, boolean kept) {
        if (kept) {
            out.append(c);
        } else if (c == 0) {
            throw new RefusedValue("invalid.characters");
        } else if (c == '\n' || c == '\t') {
            out.append(' ');
        }
    }

    private static boolean paired(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static String picture(String text) {
        if (IdText.read(text).isEmpty()) {
            throw new RefusedValue("invalid.picture", Map.of("value", shown(text)));
        }
        return text;
    }

    private static String email(String text) {
        if (text.length() > 254 || !EMAIL.matcher(text).matches() || text.contains("..")) {
            throw new RefusedValue("invalid.email", Map.of("value", shown(text)));
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static String url(String text) {
        String full = text.contains("://") ? text : "https://" + text;
        try {
            URI uri = new URI(full.replace(" ", "%20"));
            String host = uri.getAuthority();
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && host != null && host.contains(".") && !host.contains("@")) {
                return uri.toString();
            }
        } catch (URISyntaxException e) {
            throw new RefusedValue("invalid.url", Map.of("value", shown(text)));
        }
        throw new RefusedValue("invalid.url", Map.of("value", shown(text)));
    }

    private static String phone(String text) {
        String number = arabicDigits(text);
        long digits = number.chars().filter(c -> c >= '0' && c <= '9').count();
        if (digits < 3 || digits > PHONE_DIGITS || !PHONE.matcher(number).matches()) {
            throw new RefusedValue("invalid.phone", Map.of("value", shown(text)));
        }
        return number;
    }

    /** Thirteen digits of which the last is a check digit. */
    static String taxId(String text) {
        String digits = arabicDigits(text).replaceAll("[\\s\\-.]", "");
        if (!digits.matches("[0-9]{13}")) {
            throw new RefusedValue("invalid.taxId.digits", Map.of("value", shown(text)));
        }
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (13 - i);
        }
        if ((11 - sum % 11) % 10 != digits.charAt(12) - '0') {
            throw new RefusedValue("invalid.taxId.check", Map.of("value", shown(text)));
        }
        return digits;
    }

    /** Thai digits as the usual ones. */
    static String arabicDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append((char) (c >= '๐' && c <= '๙' ? c - '๐' + '0' : c)));
        return out.toString();
    }

    /** A refused value as it may stand in a sentence. */
    static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 60 ? text : text.substring(0, 57) + "…";
    }
}
