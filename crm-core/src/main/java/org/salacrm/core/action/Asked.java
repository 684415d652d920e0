package org.salacrm.core.action;

/**
 * A value asked for as a definition writes it: {@code wonAmount* = expectedRevenue}.
 *
 * @param field name of the field
 * @param required marked with a star
 * @param from path that fills it where nothing is given, empty for none
 */
record Asked(String field, boolean required, String from) {

    static Asked of(String written) {
        int equals = written.indexOf('=');
        String name = (equals < 0 ? written : written.substring(0, equals)).strip();
        String from = equals < 0 ? "" : written.substring(equals + 1).strip();
        boolean star = name.endsWith("*");
        return new Asked(star ? name.substring(0, name.length() - 1).strip() : name, star, from);
    }

    /** Whether a value given by a caller says nothing. */
    static boolean nothing(Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }
}
