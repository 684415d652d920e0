package org.salacrm.core.record;

/** Tells texts that show something from those that only look empty. */
public final class Visible {

    private Visible() {}

    /** Has a character that can be seen: neither space nor a mark that joins, separates or turns round others. */
    public static boolean is(String text) {
        return text.codePoints().anyMatch(Visible::is);
    }

    private static boolean is(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            // Letters and signs that Unicode draws as nothing: fillers of Hangul, the empty pattern of Braille.
            default -> "\u115F\u1160\u2800\u3164\uFFA0\uFE0F".indexOf(c) < 0;
        };
    }
}
