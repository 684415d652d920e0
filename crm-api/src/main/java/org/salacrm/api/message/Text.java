package org.salacrm.api.message;

/** A label or sentence in both languages of the product; sent as it is, so that a language switch needs no refetch. */
public record Text(String th, String en) {

    public static final Text NONE = of("");

    public static Text of(String same) {
        return new Text(same, same);
    }

    /** The words in a language: {@code "th"}, anything else is English. */
    public String in(String language) {
        return "th".equals(language) ? th : en;
    }
}
