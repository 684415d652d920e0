package org.salacrm.core.importing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.salacrm.core.definition.BuddhistEra;

/** A number of a worksheet, which may be a date, a percentage or a code with zeros in front: as its format shows it. */
final class SheetNumber {
    /** As many digits as a spreadsheet shows; behind them stands what computing in halves leaves over. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final Pattern BUILT_IN = Pattern.compile("\\[(\\d+)]");
    private static final Pattern NUMBERED = Pattern.compile("(?:\"([^\"]*)\")?(0{2,})");
    private static final String NOT_SHAPE = "\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.";
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
    private static final int MAC_DAYS = 1462;
    private static final int LAST_DAY = 2_958_465 + BuddhistEra.AHEAD * 366;

    private SheetNumber() {}

    static SourceRow.Cell cell(String value, String format, boolean macDays) throws XMLStreamException {
        BigDecimal number;
        try {
            number = new BigDecimal(value.strip()).round(SHOWN);
        } catch (NumberFormatException e) {
            return SourceRow.Cell.of(value);
        }
        if (Math.abs(number.scale()) > 400) {
            throw new XMLStreamException("no number of a spreadsheet");
        }
        String shape = format.replaceAll(NOT_SHAPE, "");
        if (isDate(format, shape) && number.signum() >= 0 && number.intValue() <= LAST_DAY) {
            LocalDateTime moment = moment(macDays ? number.add(BigDecimal.valueOf(MAC_DAYS)) : number);
            String text = moment.toString().replaceFirst("T00:00$", "").replace('T', ' ');
            return new SourceRow.Cell(text, Optional.of(number), Optional.of(moment));
        }
        if (shape.contains("%") || format.equals("[9]") || format.equals("[10]")) {
            BigDecimal percent = number.movePointRight(2);
            return new SourceRow.Cell(plain(percent) + "%", Optional.of(percent), Optional.empty());
        }
        Matcher numbered = NUMBERED.matcher(format);
        String text = plain(number);
        if (numbered.matches() && text.matches("\\d+")) {
            String zeros = "0".repeat(Math.max(0, numbered.group(2).length() - text.length()));
            String prefix = Optional.ofNullable(numbered.group(1)).orElse("");
            return SourceRow.Cell.of(prefix + zeros + text);
        }
        return new SourceRow.Cell(text, Optional.of(number), Optional.empty());
    }

    /** The number of a shared text. */
    static int index(String value) throws XMLStreamException {
        if (!value.matches("\\d{1,9}")) {
            throw new XMLStreamException("no number of a text");
        }
        return Integer.parseInt(value);
    }

    /** A format with day, month or year outside quotes and brackets, or one of those that are built in. */
    private static boolean isDate(String format, String shape) {
        Matcher builtIn = BUILT_IN.matcher(format);
        if (builtIn.matches()) {
            int id = Integer.parseInt(builtIn.group(1));
            return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 58;
        }
        return shape.toLowerCase(Locale.ROOT).matches(".*[dmy].*");
    }

    private static LocalDateTime moment(BigDecimal days) {
        BigDecimal whole = days.setScale(0, RoundingMode.FLOOR);
        long seconds = days.subtract(whole)
                .multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        return ZERO.plusDays(whole.longValue()).atTime(LocalTime.MIDNIGHT).plusSeconds(seconds);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
