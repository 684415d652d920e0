package org.salacrm.core.definition;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps a spreadsheet from computing what somebody typed: an apostrophe in front makes it a text, and is taken off. */
public final class Apostrophe {
    private static final String SIGN = "=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20";
    private static final Pattern FORMULA = Pattern.compile("(?s)[\\s\\p{Cf}]*[" + SIGN + "].*");

    /** What is taken off: {@code ="00123"}, or an apostrophe before a sign or digit, be it behind others. */
    private static final Pattern GUARD = Pattern.compile("=\"([^\"]*)\"|'(?='*[" + SIGN + "\\d])(.*)", Pattern.DOTALL);

    private Apostrophe() {}

    /** The text where a spreadsheet reads texts as if they were typed. */
    public static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : kept(text);
    }

    /** The text where a spreadsheet keeps texts as texts: only what {@link #off} would take gets something to take. */
    public static String kept(String text) {
        return isGuarded(text) ? "'" + text : text;
    }

    public static boolean isGuarded(String text) {
        return (text.startsWith("'") || text.startsWith("="))
                && GUARD.matcher(text).matches();
    }

    /** The text as it was before one of the others. */
    public static String off(String text) {
        if (!text.startsWith("'") && !text.startsWith("=")) {
            return text; // as most do
        }
        Matcher guard = GUARD.matcher(text);
        return guard.matches() ? Objects.requireNonNullElse(guard.group(1), guard.group(2)) : text;
    }
}
