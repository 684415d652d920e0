package org.salacrm.core.importing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.message.Messages;
import org.salacrm.api.message.Text;

/** Reads a cell as the value of a field, by the field's kind. References are found elsewhere, many at a time. */
final class FieldCells {
    private static final Pattern ERROR = Pattern.compile("#(?:REF!|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!)|#{4,}");
    private static final Pattern SHORTENED = Pattern.compile("[+-]?\\d(?:[.,]\\d+)?[Ee]\\+\\d{1,2}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;]+@[^\\s@,;.]+(\\.[^\\s@,;.]+)+");
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\n\\s*");
    private static final List<String> YES = List.of("true", "yes", "y", "1", "x", "ใช่", "จริง", "มี", "✓", "ok");
    private static final List<String> NO = List.of("false", "no", "n", "0", "ไม่", "ไม่ใช่", "เท็จ", "ไม่มี");

    private final PickLists pickLists;
    private final Messages messages;
    private final ZoneId zone;
    private final DateCell dates;
    private final Map<String, PickCell> picks = new HashMap<>();
    /** Field to fixed words to their values. */
    private final Map<String, Map<String, Object>> values = new HashMap<>();

    private final Optional<NewPicks> newPicks;

    /** @param newPicks takes words that are in no pick list; without it they are refused */
    FieldCells(PickLists pickLists, Messages messages, LocalDate today, ZoneId zone, Optional<NewPicks> newPicks) {
        this.newPicks = newPicks;
        this.pickLists = pickLists;
        this.messages = messages;
        this.zone = zone;
        this.dates = new DateCell(today);
    }

    /**
     * @param entity name of the entity the field belongs to, for its words of value
     * @param written how dates of this column are written
     */
    Outcome read(String entity, FieldType field, SourceRow.Cell cell, DateCell.Written written) {
        Outcome spoilt = spoilt(field, cell);
        if (spoilt.isRefused()) {
            return spoilt;
        }
        Map<String, Object> words =
                values.computeIfAbsent(entity + "." + field.name(), key -> wordsOfValue(key, field));
        Object word = words.isEmpty() ? null : words.get(Clean.key(cell.text()));
        if (word != null) {
            return Outcome.repaired(word, "import.repaired.word");
        }
        return switch (field.kind()) {
            case Kind.DATE -> dates.read(cell, written);
            case Kind.DATETIME -> instant(dates.read(cell, written), cell);
            case Kind.INT -> whole(NumberCell.read(cell));
            case Kind.DECIMAL, Kind.MONEY, Kind.PERCENT -> scaled(field, NumberCell.read(cell));
            case Kind.BOOL -> bool(cell);
            case Kind.PHONE -> PhoneCell.read(cell).outcome();
            case Kind.EMAIL -> email(cell);
            case Kind.URL -> Clean.nothing(Clean.text(cell.text())) ? nothing(cell) : text(field, cell);
            case Kind.TAX_ID -> ThaiTaxId.read(cell);
            case Kind.BRANCH -> branch(cell);
            case Kind.POSTCODE -> postcode(cell);
            case Kind.PICK -> pick(field, cell);
            case Kind.MULTIPICK -> several(field, cell);
            default -> text(field, cell);
        };
    }

    /** What a spreadsheet has made of a cell can not be guessed back: {@code #REF!}, {@code 1.05E+12}. */
    private static Outcome spoilt(FieldType field, SourceRow.Cell cell) {
        if (cell.number().isPresent() || field.kind().equals(Kind.TEXTAREA)) {
            return Outcome.EMPTY;
        }
        String text = cell.text().strip();
        if (ERROR.matcher(text).matches()) {
            return Outcome.refused("import.cell.error");
        }
        return SHORTENED.matcher(text).matches() ? Outcome.refused("import.cell.shortened") : Outcome.EMPTY;
    }

    /** Fixed words for a value, such as "cash" for no credit days: message {@code <entity>.<field>.import.values}. */
    private Map<String, Object> wordsOfValue(String path, FieldType field) {
        Map<String, Object> words = new HashMap<>();
        String key = path + ".import.values";
        if (messages.has(key)) {
            Text text = messages.text(key);
            for (String pair : (text.th() + ";" + text.en()).split(";")) {
                int equals = pair.indexOf('=');
                String value = pair.substring(equals + 1).strip();
                words.put(
                        Clean.key(pair.substring(0, equals)),
                        field.javaType() == Integer.class ? (Object) Integer.valueOf(value) : value);
            }
        }
        return words;
    }

    private static Outcome nothing(SourceRow.Cell cell) {
        return Clean.text(cell.text()).isEmpty() ? Outcome.EMPTY : Outcome.emptied("import.repaired.nothing");
    }

    private Outcome instant(Outcome date, SourceRow.Cell cell) {
        if (date.value().isEmpty()) {
            return date;
        }
        LocalDate day = (LocalDate) date.value().get();
        var time = cell.date().map(d -> d.toLocalTime()).orElseGet(() -> TimeOfDay.in(cell.text()));
        Instant at = day.atTime(time).atZone(zone).toInstant();
        return new Outcome(Optional.of(at), date.repair(), "", date.values());
    }

    private static Outcome whole(Outcome number) {
        if (number.value().isEmpty()) {
            return number;
        }
        BigDecimal value = (BigDecimal) number.value().get();
        if (value.stripTrailingZeros().scale() > 0) {
            return Outcome.refused("import.number.whole");
        }
        if (value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            return Outcome.refused("import.number.large");
        }
        return new Outcome(Optional.of(value.intValueExact()), number.repair(), "", number.values());
    }

    private static Outcome scaled(FieldType field, Outcome number) {
        if (number.value().isEmpty()) {
            return number;
        }
        BigDecimal value = (BigDecimal) number.value().get();
        return value.stripTrailingZeros().scale() > field.scale()
                ? Outcome.repaired(
                        value.setScale(field.scale(), java.math.RoundingMode.HALF_UP), "import.repaired.rounded")
                : number;
    }

    private static Outcome bool(SourceRow.Cell cell) {
        String key = Clean.text(cell.text()).toLowerCase(java.util.Locale.ROOT);
        if (key.isEmpty() || key.equals("-")) {
            return Outcome.EMPTY;
        }
        return YES.contains(key)
                ? Outcome.of(true)
                : NO.contains(key) ? Outcome.of(false) : Outcome.refused("import.bool.unknown");
    }

    private static Outcome email(SourceRow.Cell cell) {
        String text = Clean.text(cell.text());
        if (Clean.nothing(text)) {
            return nothing(cell);
        }
        String address = text.replaceFirst("(?i)^mailto:", "");
        return EMAIL.matcher(address).matches() ? Outcome.of(address) : Outcome.refused("import.email.unknown");
    }

    private static Outcome branch(SourceRow.Cell cell) {
        String text = Clean.digits(Clean.text(cell.text())).replaceFirst("^(?:สาขา(?:ที่)?|(?i)branch)\\s*", "");
        if (Clean.nothing(text)) {
            return Outcome.EMPTY;
        }
        if (!text.matches("\\d{1,5}")) {
            return Outcome.refused("import.branch.unknown");
        }
        return text.length() == 5
                ? Outcome.of(text)
                : Outcome.repaired("0".repeat(5 - text.length()) + text, "import.repaired.word");
    }

    /** Five digits in Thailand; with letters or a blank in it, it is another country's. */
    private static Outcome postcode(SourceRow.Cell cell) {
        String text = Clean.digits(Clean.text(cell.text()));
        if (Clean.nothing(text)) {
            return Outcome.EMPTY;
        }
        return text.matches("\\d{5}|(?=.*[A-Za-z -])[A-Za-z0-9 -]{3,10}")
                ? Outcome.of(text)
                : Outcome.refused("import.postcode.unknown");
    }

    private Outcome several(FieldType field, SourceRow.Cell cell) {
        StringBuilder codes = new StringBuilder();
        for (String one : words(field).several(Clean.text(cell.text()))) {
            Outcome code = pick(field, SourceRow.Cell.of(one));
            if (code.isRefused()) {
                return code;
            }
            code.value()
                    .ifPresent(c ->
                            codes.append(codes.isEmpty() ? "," : "").append(c).append(','));
        }
        return codes.isEmpty() ? Outcome.EMPTY : Outcome.of(codes.toString());
    }

    private Outcome pick(FieldType field, SourceRow.Cell cell) {
        PickCell words = words(field);
        Outcome found = words.read(cell);
        if (!found.isRefused() || newPicks.isEmpty()) {
            return found;
        }
        Outcome added = newPicks.get().add(field.pickList(), Clean.text(cell.text()));
        added.value().ifPresent(code -> words.learn(cell.text(), String.valueOf(code)));
        return added;
    }

    private PickCell words(FieldType field) {
        return picks.computeIfAbsent(field.pickList(), list -> new PickCell(pickLists.get(list), messages));
    }

    private static Outcome text(FieldType field, SourceRow.Cell cell) {
        boolean oneLine = !field.kind().equals(Kind.TEXTAREA);
        String text = oneLine ? Clean.text(cell.text()) : Clean.lines(cell.text());
        if (text.isEmpty() || Clean.dash(text)) {
            return nothing(cell);
        }
        if (text.indexOf('\uFFFD') >= 0 || cell.text().indexOf(0) >= 0) {
            return Outcome.refused("import.text.broken");
        }
        String kept =
                oneLine && text.indexOf('\n') >= 0 ? LINE_BREAK.matcher(text).replaceAll(" ") : text;
        if (field.size() > 0 && kept.codePointCount(0, kept.length()) > field.size()) {
            return Outcome.refused("import.text.long", Map.of("limit", field.size(), "length", kept.length()));
        }
        return Outcome.of(kept);
    }
}
