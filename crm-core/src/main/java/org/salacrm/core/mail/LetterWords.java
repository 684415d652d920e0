package org.salacrm.core.mail;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Ref;
import org.salacrm.core.definition.BuddhistEra;

/** How values are written in a letter: days by the name of their month, in Thai with the year of the Buddhist era. */
record LetterWords(PickLists pickLists, ZoneId zone, String language) {
    String of(FieldType field, Object value) {
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value) ? "✓" : "";
        }
        if (value instanceof Ref ref) {
            return ref.label();
        }
        if (value instanceof LocalDate day) {
            return day(day);
        }
        if (value instanceof Instant at) {
            ZonedDateTime here = at.atZone(zone);
            return day(here.toLocalDate()) + " "
                    + DateTimeFormatter.ofPattern("HH:mm").format(here);
        }
        if (value instanceof Number number) {
            return number(field, number);
        }
        return field.pickList().isEmpty() ? value.toString() : picked(field, value.toString());
    }

    private String day(LocalDate day) {
        boolean thai = language.equals("th");
        Locale locale = Locale.forLanguageTag(thai ? "th" : "en");
        return DateTimeFormatter.ofPattern("d MMMM ", locale).format(day) + BuddhistEra.year(day, thai);
    }

    private static String number(FieldType field, Number number) {
        String pattern = field.kind().equals(Kind.MONEY) ? "#,##0.00" : "#,##0.######";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(new BigDecimal(number.toString()));
    }

    private String picked(FieldType field, String codes) {
        return Arrays.stream(codes.split(","))
                .filter(code -> !code.isEmpty())
                .map(code -> pickLists
                        .get(field.pickList())
                        .item(code)
                        .map(item -> item.label().in(language))
                        .orElse(code))
                .collect(Collectors.joining(", "));
    }
}
