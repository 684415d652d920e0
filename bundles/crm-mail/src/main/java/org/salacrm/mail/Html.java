package org.salacrm.mail;

/** The text of a letter as HTML in which nothing of it is markup, except addresses that can be followed. */
final class Html {
    private static final String LINK = "(?i)\\b(https?://[^\\s<>\"']+)";

    private Html() {}

    static String of(String text) {
        String safe = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        String linked = safe.replaceAll(LINK, "<a href=\"$1\">$1</a>");
        return "<!DOCTYPE html><html><body><div style=\"font-family:sans-serif\">"
                + linked.replace("\r\n", "\n").replace("\n", "<br>\n")
                + "</div></body></html>";
    }
}
