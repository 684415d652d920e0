package org.salacrm.core.query;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.salacrm.api.query.MalformedQueryException;

/** The place where a page ended: the sort keys and the id of its last row, as one word for the client. */
final class Cursor {
    private static final int LONGEST = 20_000;

    private Cursor() {}

    /** @param keys values of the sort keys, null where empty; the id last */
    static String write(List<Object> keys) {
        List<String> words = new ArrayList<>();
        for (Object key : keys) {
            words.add(key == null ? "" : "=" + URLEncoder.encode(String.valueOf(key), StandardCharsets.UTF_8));
        }
        String text = String.join("~", words);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param types of the sort keys, Long for the id last
     * @return the values, null where empty
     */
    static List<Object> read(String cursor, List<Class<?>> types) {
        try {
            if (cursor.length() > LONGEST) {
                throw new IllegalArgumentException("too long");
            }
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] words = text.split("~", -1);
            if (words.length != types.size() || words[words.length - 1].isEmpty()) {
                throw new IllegalArgumentException("of another order");
            }
            List<Object> keys = new ArrayList<>();
            for (int i = 0; i < words.length; i++) {
                keys.add(words[i].isEmpty() ? null : value(words[i].substring(1), types.get(i)));
            }
            return keys;
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new MalformedQueryException("after", "is no cursor of this question");
        }
    }

    private static Object value(String word, Class<?> type) {
        String text = URLDecoder.decode(word, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("no text");
        }
        Function<String, Object> parse = type == String.class
                ? t -> t
                : type == Long.class
                        ? Long::valueOf
                        : type == Integer.class
                                ? Integer::valueOf
                                : type == LocalDate.class
                                        ? LocalDate::parse
                                        : type == Instant.class
                                                ? Instant::parse
                                                : type == Boolean.class ? Boolean::valueOf : Cursor::number;
        return parse.apply(text);
    }

    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > 30 || number.precision() > 40) {
            throw new IllegalArgumentException("no number of a field");
        }
        return number;
    }
}
