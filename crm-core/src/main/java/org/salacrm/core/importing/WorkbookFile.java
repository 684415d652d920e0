package org.salacrm.core.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** One sheet of an XLSX file. A formula counts as the value it had when the file was saved. */
final class WorkbookFile implements TableFile {
    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})\\d{1,7}");
    /** XFD: no sheet has more. */
    private static final int LAST_COLUMN = (1 << 14) - 1;

    private static final int SHOWN = 20;
    /** How a workbook writes a character that XML cannot hold, mostly the first half of a line break. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Workbook workbook;
    private final String sheet;
    private XmlPart part;
    private Merges merges = new Merges();

    WorkbookFile(Path file, String sheet) {
        this.sheet = sheet;
        this.workbook = new Workbook(file);
    }

    static List<String> sheets(Path file) {
        try (Workbook workbook = new Workbook(file)) {
            return workbook.sheetNames();
        }
    }

    /** Number of a column from 0 by its letters. */
    static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    @Override
    public Iterator<SourceRow> rows() {
        try {
            closePart();
            part = workbook.sheet(sheet);
            merges = workbook.merges(sheet);
            return new Rows();
        } catch (IOException | XMLStreamException e) {
            throw new UnreadableFileException("import.file.workbook", e);
        }
    }

    @Override
    public Set<Integer> filled() {
        return merges.filled();
    }

    private final class Rows implements Iterator<SourceRow> {
        private int last;
        private boolean inside;
        private SourceRow ahead;

        @Override
        public boolean hasNext() {
            if (ahead == null) {
                try {
                    ahead = read();
                } catch (IOException | XMLStreamException e) {
                    throw new UnreadableFileException("import.file.damaged", inside ? last : last + 1L, 0);
                } catch (UnreadableFileException e) {
                    throw e.at(last);
                }
            }
            return ahead != null;
        }

        @Override
        public SourceRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            SourceRow row = ahead;
            ahead = null;
            return row;
        }

        private SourceRow read() throws IOException, XMLStreamException {
            String element = part.next();
            while (!element.equals("row")) {
                if (element.isEmpty()) {
                    return null;
                }
                element = part.next();
            }
            last = Math.max(part.number("r", 0), last + 1);
            inside = true;
            List<SourceRow.Cell> cells = cells();
            inside = false;
            merges.fill(last, cells);
            TableFile.check(last, cells.size());
            return new SourceRow(last, cells);
        }

        private List<SourceRow.Cell> cells() throws IOException, XMLStreamException {
            List<SourceRow.Cell> cells = new ArrayList<>();
            int column = -1;
            long characters = 0;
            while (!part.nextIn("row").isEmpty()) {
                String address = part.attribute("r");
                column = address.isEmpty() ? column + 1 : addressed(address);
                SourceRow.Cell cell = cell();
                if (!cell.text().isEmpty()) {
                    TableFile.check(last, column + 1);
                    characters += cell.text().length();
                    TableFile.checkLength(last, characters);
                    while (cells.size() <= column) {
                        cells.add(SourceRow.Cell.EMPTY);
                    }
                    cells.set(column, cell);
                }
            }
            return cells;
        }

        private int addressed(String address) {
            Matcher letters = ADDRESS.matcher(address);
            if (!letters.matches() || column(letters.group(1)) > LAST_COLUMN) {
                String shown = address.length() <= SHOWN ? address : address.substring(0, SHOWN) + "…";
                throw new UnreadableFileException("import.file.address", Map.of("row", last, "cell", shown));
            }
            return column(letters.group(1));
        }

        private SourceRow.Cell cell() throws IOException, XMLStreamException {
            String type = part.attribute("t");
            String format = workbook.format(part.number("s", 0));
            String value = "";
            for (String inner = part.nextIn("c"); !inner.isEmpty(); inner = part.nextIn("c")) {
                if (inner.equals("v")) {
                    value = part.text("v");
                } else if (inner.equals("is")) {
                    value = SharedTexts.rich(part, "is");
                }
            }
            SourceRow.Cell cell = value.isEmpty() ? SourceRow.Cell.EMPTY : meaning(type, format, value);
            if (cell.text().length() > MAX_CELL) {
                throw new UnreadableFileException("import.file.cell", last, MAX_CELL);
            }
            return cell;
        }

        private SourceRow.Cell meaning(String type, String format, String value)
                throws IOException, XMLStreamException {
            return switch (type) {
                case "s" -> SourceRow.Cell.of(unescaped(workbook.text(SheetNumber.index(value))));
                case "str", "inlineStr" -> SourceRow.Cell.of(unescaped(value));
                case "b" -> SourceRow.Cell.of(value.equals("1") ? "true" : "false");
                case "d", "e" -> SourceRow.Cell.of(value);
                default -> SheetNumber.cell(value, format, workbook.macDays());
            };
        }
    }

    private static String unescaped(String text) {
        return text.indexOf("_x") < 0
                ? text
                : ESCAPED.matcher(text)
                        .replaceAll(
                                m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }

    private void closePart() throws IOException {
        if (part != null) {
            part.close();
        }
    }

    @Override
    public void close() {
        try (workbook) {
            closePart();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
