package org.salacrm.mail;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a page of HTML: nothing that runs, loads or looks like anything is left of it. */
final class PlainText {
    private static final Pattern UNREAD =
            Pattern.compile("(?is)<(script|style|head|title|template)\\b.*?(</\\1\\s*>|\\z)|<!--.*?(-->|\\z)");
    private static final Pattern BREAKS =
            Pattern.compile("(?i)<br\\b[^<>]*>|</(p|div|tr|li|h[1-6]|table|blockquote)\\s*>");
    private static final Pattern TAG = Pattern.compile("<[^>]*(>|\\z)");
    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]{1,6}|[a-zA-Z]{2,6});");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private PlainText() {}

    static String of(String html) {
        String lines = BREAKS.matcher(UNREAD.matcher(html).replaceAll("").replaceAll("\\s+", " "))
                .replaceAll("\n");
        String words = ENTITY.matcher(TAG.matcher(lines).replaceAll(""))
                .replaceAll(match -> Matcher.quoteReplacement(character(match.group(1), match.group())));
        // Blanks first become one each: looked for at the ends of lines, a long run of them would be walked again and
        // again.
        return words.replaceAll("[ \\t]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static String character(String name, String whole) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, whole);
        }
        boolean hex = name.startsWith("#x");
        try {
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            boolean isOne =
                    code >= ' ' && Character.isValidCodePoint(code) && Character.getType(code) != Character.SURROGATE;
            return isOne ? Character.toString(code) : " ";
        } catch (NumberFormatException e) {
            return whole;
        }
    }
}
