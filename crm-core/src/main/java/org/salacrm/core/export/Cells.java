package org.salacrm.core.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.message.Text;
import org.salacrm.api.query.Ref;
import org.salacrm.core.definition.BuddhistEra;

/** Turns values into what the caller's list shows: words of his language, days of his era. Used by one thread. */
final class Cells {

    private static final int FIRST_YEAR = 1900;

    private final PickLists pickLists;
    private final Tongue tongue;
    private final Map<String, Map<String, String>> words = new HashMap<>();

    /** How the caller reads. @param yes what stands for a tick */
    record Tongue(String language, boolean buddhistEra, ZoneId zone, Text yes, Text no) {}

    Cells(PickLists pickLists, Tongue tongue) {
        this.pickLists = pickLists;
        this.tongue = tongue;
    }

    Cell of(FieldType field, Object value) {
        if (value == null) {
            return Cell.EMPTY;
        }
        if (value instanceof Ref ref) {
            return Cell.text(ref.label());
        }
        if (value instanceof String text) {
            return Cell.text(field.pickList().isEmpty() ? text : picked(field, text));
        }
        if (value instanceof BigDecimal number) {
            return Cell.number(number);
        }
        if (value instanceof Integer || value instanceof Long) {
            return Cell.number(BigDecimal.valueOf(((Number) value).longValue()));
        }
        if (value instanceof Boolean bool) {
            return Cell.text((bool ? tongue.yes() : tongue.no()).in(tongue.language()));
        }
        if (value instanceof LocalDate day) {
            return day(day);
        }
        if (value instanceof Instant at) {
            // Seconds that nobody typed only stand in the way, and no file brings them back.
            ChronoUnit exact = field.flags().readOnly() ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
            return moment(LocalDateTime.ofInstant(at, tongue.zone()).truncatedTo(exact));
        }
        return value instanceof List<?> parts ? Cell.number(BigDecimal.valueOf(parts.size())) : Cell.text("" + value);
    }

    private Cell day(LocalDate day) {
        return ofSpreadsheet(day) ? Cell.day(shown(day), day) : Cell.text(shown(day));
    }

    private Cell moment(LocalDateTime at) {
        String seconds = at.getSecond() == 0 ? "" : ":" + two(at.getSecond());
        String text = shown(at.toLocalDate()) + " " + two(at.getHour()) + ":" + two(at.getMinute()) + seconds;
        return ofSpreadsheet(at.toLocalDate()) ? Cell.moment(text, at) : Cell.text(text);
    }

    /** A spreadsheet knows the common era only, and no day before it begins to count: others are texts there. */
    private boolean ofSpreadsheet(LocalDate day) {
        return !tongue.buddhistEra() && day.getYear() > FIRST_YEAR;
    }

    private String shown(LocalDate day) {
        int year = BuddhistEra.year(day, tongue.buddhistEra());
        return two(day.getDayOfMonth()) + "/" + two(day.getMonthValue()) + "/" + year;
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private String picked(FieldType field, String code) {
        Map<String, String> known = words.computeIfAbsent(field.pickList(), this::words);
        if (!field.kind().equals(Kind.MULTIPICK)) {
            return known.getOrDefault(code, code);
        }
        return Arrays.stream(code.split(","))
                .filter(one -> !one.isEmpty())
                .map(one -> known.getOrDefault(one, one))
                .collect(Collectors.joining(", "));
    }

    private Map<String, String> words(String list) {
        return pickLists.get(list).items().stream()
                .collect(Collectors.toMap(
                        PickList.Item::code, item -> item.label().in(tongue.language()), (a, b) -> a));
    }
}
