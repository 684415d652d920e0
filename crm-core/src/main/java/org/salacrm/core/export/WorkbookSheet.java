package org.salacrm.core.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.salacrm.core.definition.Apostrophe;

/** A workbook: numbers are numbers, days are days, a text is never a formula, the heading stays in sight. */
final class WorkbookSheet implements Sheet {
    private static final int IN_MEMORY = 200;
    private static final int MOST_ROWS = 1_048_576;
    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_NAME = 31;
    /** As many digits as a number of a spreadsheet has. */
    private static final int DIGITS = 15;

    /** What a workbook would read as a character that XML cannot hold. */
    private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final Workbook workbook;
    private final String name;
    private List<Heading> headings = List.of();
    private Worksheet sheet;
    private int sheets;
    private int row;

    WorkbookSheet(OutputStream out, String title) {
        this.workbook = new Workbook(out, "Sala", null);
        String allowed = title.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        this.name = allowed.isEmpty() ? "Sala" : allowed.substring(0, Math.min(allowed.length(), LONGEST_NAME - 4));
    }

    @Override
    public void head(List<Heading> all) throws IOException {
        headings = all;
        if (sheet != null) {
            sheet.close();
        }
        sheet = workbook.newWorksheet(++sheets == 1 ? name : name + " " + sheets);
        sheet.freezePane(0, 1);
        for (int column = 0; column < all.size(); column++) {
            sheet.width(column, all.get(column).width());
            sheet.inlineString(0, column, all.get(column).label());
            sheet.style(0, column)
                    .bold()
                    .fillColor("E2E7EC")
                    .horizontalAlignment(all.get(column).number() ? "right" : "left")
                    .set();
        }
        row = 1;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (row == MOST_ROWS) {
            head(headings);
        }
        for (int column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
        }
        if (++row % IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void write(int column, Cell cell) {
        Object value = cell.value().orElse(null);
        if (value instanceof BigDecimal number && number.stripTrailingZeros().precision() <= DIGITS) {
            sheet.value(row, column, number);
            sheet.style(row, column).format(headings.get(column).format()).set();
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("dd/mm/yyyy").set();
        } else if (value instanceof LocalDateTime moment) {
            sheet.value(row, column, moment);
            String seconds = moment.getSecond() == 0 ? "" : ":ss";
            sheet.style(row, column).format("dd/mm/yyyy hh:mm" + seconds).set();
        } else if (!cell.text().isEmpty()) {
            sheet.inlineString(row, column, cut(written(cell.text())));
        }
    }

    private static String written(String text) {
        return ESCAPED.matcher(Apostrophe.kept(text)).replaceAll("_x005F_");
    }

    /** A cell holds no longer text; half a character would make the file unreadable. */
    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return text.substring(0, end);
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        workbook.close();
    }
}
