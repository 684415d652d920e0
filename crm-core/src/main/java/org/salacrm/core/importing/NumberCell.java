package org.salacrm.core.importing;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts and counts as people write them: grouped, with baht sign, in Thai digits, in millions. */
final class NumberCell {
    private static final Pattern SHAPE =
            Pattern.compile("([+-]?[\\d,' ]*\\.?\\d+|\\([\\d,.]+\\))\\s*([\\p{L}\\p{M}%.]*)");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})*(\\.\\d+)?|[+-]?\\d+(\\.\\d+)?");
    private static final Map<String, BigDecimal> SCALES = Map.of(
            "พัน", BigDecimal.valueOf(1_000),
            "หมื่น", BigDecimal.valueOf(10_000),
            "แสน", BigDecimal.valueOf(100_000),
            "ล้าน", BigDecimal.valueOf(1_000_000),
            "พันล้าน", BigDecimal.valueOf(1_000_000_000),
            "k", BigDecimal.valueOf(1_000),
            "m", BigDecimal.valueOf(1_000_000),
            "mb", BigDecimal.valueOf(1_000_000));
    private static final Pattern BEFORE =
            Pattern.compile("^(?:฿|บาท|thb|net|n/|credit|เครดิต)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNITS =
            Pattern.compile("บาท|บ|thb|baht|วัน|days?|ปี|years?|เดือน|months?|ชิ้น|คน|ครั้ง|%|เปอร์เซ็นต์");

    private NumberCell() {}

    static Outcome read(SourceRow.Cell cell) {
        if (cell.number().isPresent() && cell.date().isEmpty()) {
            return Outcome.of(cell.number().get());
        }
        String typed = Clean.text(cell.text());
        if (Clean.nothing(typed)) {
            return typed.isEmpty() ? Outcome.EMPTY : Outcome.emptied("import.repaired.nothing");
        }
        String text = BEFORE.matcher(Clean.digits(typed)).replaceFirst("").replaceAll("\\s*(฿|\\.-|/-|-\\.)$", "");
        Matcher m = SHAPE.matcher(text);
        if (!m.matches()) {
            return Outcome.refused("import.number.unknown");
        }
        String digits = m.group(1).startsWith("(") ? "-" + m.group(1).replaceAll("[()]", "") : m.group(1);
        if (digits.matches("[+-]?\\d+,\\d{1,2}")) {
            return Outcome.refused("import.number.comma");
        }
        BigDecimal number = new BigDecimal(digits.replaceAll("[,' ]", ""));
        String word = m.group(2).toLowerCase(java.util.Locale.ROOT).replaceAll("\\.$", "");
        word = UNITS.matcher(word).replaceFirst("");
        if (!word.isEmpty()) {
            BigDecimal scale = SCALES.get(word);
            return scale == null
                    ? Outcome.refused("import.number.word", Map.of("word", word))
                    : Outcome.repaired(plain(number.multiply(scale)), "import.repaired.scale");
        }
        boolean asTyped = GROUPED.matcher(digits).matches();
        return asTyped ? Outcome.of(number) : Outcome.repaired(number, "import.repaired.grouping");
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
