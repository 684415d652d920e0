package org.salacrm.itest.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values for fields of any kind that a file might spoil, other ones for each record. */
final class TripValues {
    /** Each begins or holds what a spreadsheet or an import would rather take for something else. */
    private static final List<String> TEXTS = List.of(
            "บริษัท \"ทดสอบ\" จำกัด, สาขา; 1|2",
            "=HYPERLINK(\"http://x\",\"คลิก\")",
            "+66 บวก",
            "-ลบ",
            "@ที่",
            "'=อะพอสทรอฟี",
            "'007",
            "00700",
            "1/2/2567",
            "1,234.50",
            "ใช่",
            "＝1+1",
            "=\"00123\"",
            "''@สอง",
            "'คำพูด'",
            "ไม่มี",
            "12%",
            "น้ำใส ๑๒๓",
            "<b>&amp;</b>",
            "_x000D_",
            "LINE 👨‍👩‍👧 ❤️");

    private static final List<String> LINES = List.of(
            "บรรทัดแรก\nบรรทัด \"สอง\"; ท้าย\n\n=สี่",
            "=1+1\n- ข้อแรก\n- ข้อสอง",
            "  เยื้อง  สอง ช่อง\n\tแท็บ",
            "ครอบครัว 👨‍👩‍👧 กับ ❤️");
    private static final List<String> PHONES =
            List.of("02 123 4567", "081 234 5678", "+1 650-253-0000", "02 774 1215 ต่อ 43");
    private static final List<String> DAYS =
            List.of("2024-02-29", "1975-10-07", "1900-06-15", "1882-04-21", "2043-12-31");
    private static final List<String> MOMENTS =
            List.of("2031-02-03T03:00:00Z", "2024-12-31T16:59:00Z", "2024-12-31T17:00:00Z", "2026-05-05T01:02:03Z");
    private static final List<String> MONEY = List.of("1234567.89", "0", "0.01", "99999999999999.99");
    private static final List<String> DECIMALS = List.of("-1234.5678", "0.0001", "99999.5", "1000000");
    private static final List<String> PERCENTS = List.of("12.5", "0", "100", "33.33");
    private static final List<Integer> WHOLE = List.of(0, 7, 365, 42);
    private static final List<String> TAX_IDS =
            List.of("0107544000108", "0830166131868", "0180588871809", "0107544000108");

    /** Of an activity that takes whole days, which every other does, and of one that begins at a time. */
    private static final List<String> WHOLE_DAYS = List.of("activity.fromDay", "activity.toDay");

    private static final List<String> AT_A_TIME = List.of("activity.startAt", "activity.minutes");

    /** What other values would not be taken for, or would change the others: people out of use are given nothing. */
    private static final Map<String, Object> FIXED = Map.of(
            "activity.fromDay", "2031-02-03",
            "activity.toDay", "2031-02-05",
            "user.active", true,
            "anniversary.alertDays", "30, 7, 1");

    /** Ids of records that others may name, by their entity, and those made up so far. */
    private final Map<String, List<String>> records;

    private final String mark;

    /** @param mark what tells the texts of one run from those of another */
    TripValues(Map<String, List<String>> records, String mark) {
        this.records = records;
        this.mark = mark;
    }

    /** @param row which record of several, @param place of the field in its record */
    Optional<Object> of(JsonNode type, JsonNode field, int row, int place) {
        String kind = field.get("kind").asText();
        int turn = row + place;
        String name = type.get("name").asText() + "." + field.get("name").asText();
        if (WHOLE_DAYS.contains(name) == (row % 2 == 0) && (WHOLE_DAYS.contains(name) || AT_A_TIME.contains(name))) {
            return Optional.empty();
        }
        if (FIXED.containsKey(name)) {
            return Optional.of(FIXED.get(name));
        }
        return Optional.ofNullable(
                switch (kind) {
                    case "text" -> text(type, field, row, place);
                    case "textarea" -> of(LINES, turn);
                    case "email" -> "a" + turn + "." + mark.toLowerCase(Locale.ROOT) + "@x-y.co.th";
                    case "url" -> "https://x" + turn + ".example/a?b=1,2;3&c='=";
                    case "line" -> "@shop." + turn;
                    case "phone" -> of(PHONES, turn);
                    case "taxId" -> of(TAX_IDS, turn);
                    case "branch" -> "0000" + row;
                    case "postcode" -> "9988" + row;
                    case "int" -> of(WHOLE, turn);
                    case "money" -> new BigDecimal(of(MONEY, turn));
                    case "decimal" -> new BigDecimal(of(DECIMALS, turn));
                    case "percent" -> new BigDecimal(of(PERCENTS, turn));
                    case "bool" -> turn % 2 == 0;
                    case "date" -> of(DAYS, turn);
                    case "datetime" -> of(MOMENTS, turn);
                    case "pick" -> code(field, turn);
                    case "multipick" -> List.of(code(field, turn), code(field, turn + 1));
                    case "entity" -> of(List.of("account", "contact", "lead"), turn);
                    case "ref" -> named(field.get("ref").asText(), turn);
                    default -> null;
                });
    }

    /** One of several parts of a record, the first of them the main one. */
    Map<String, Object> part(JsonNode type, int row, int number) {
        Map<String, Object> part = new HashMap<>();
        int place = number;
        for (JsonNode field : type.get("fields")) {
            String name = field.get("name").asText();
            place += 2;
            if (!field.get("readOnly").asBoolean()) {
                Optional<Object> value =
                        switch (field.get("kind").asText()) {
                            case "money", "decimal" -> Optional.of(new BigDecimal(row + number + ".25"));
                            case "postcode" -> Optional.of("1011" + row);
                            default -> of(type, field, row, place);
                        };
                value.ifPresent(one -> part.put(name, name.equals("kind") && number == 0 ? "main" : one));
            }
        }
        return part;
    }

    private String text(JsonNode type, JsonNode field, int row, int place) {
        String name = field.get("name").asText();
        if (name.equals("code") || name.equals("login")) {
            return "00" + mark + row;
        }
        String text = of(TEXTS, 5 * row + place);
        boolean own = field.get("unique").asBoolean()
                || name.equals(type.get("titleField").asText());
        return own ? text + " " + mark + row : text;
    }

    private static String code(JsonNode field, int turn) {
        List<String> codes = new ArrayList<>();
        for (JsonNode option : field.get("options")) {
            if (option.get("active").asBoolean()) {
                codes.add(option.get("code").asText());
            }
        }
        return of(codes, turn);
    }

    private String named(String entity, int turn) {
        List<String> all = records.getOrDefault(entity, List.of());
        return all.isEmpty() ? null : of(all, turn);
    }

    private static <T> T of(List<T> values, int turn) {
        return values.get(turn % values.size());
    }
}
