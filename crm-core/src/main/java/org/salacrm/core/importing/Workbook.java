package org.salacrm.core.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/** What the cells of an XLSX file need to be understood: its sheets, its formats of numbers, its shared texts. */
final class Workbook implements AutoCloseable {
    private static final int MOST_FORMATS = 100_000;
    private static final int MOST_SHEETS = 1000;
    private static final String ROOT = "xl/";

    private final ZipFile zip;
    /** Relation id to part. */
    private final Map<String, String> parts = new HashMap<>();
    /** Name to relation id; those that are shown come first. */
    private final Map<String, String> sheets = new LinkedHashMap<>();

    private final List<String> formats = new ArrayList<>();
    private boolean macDays;
    private String textsPart = "";
    private String stylesPart = "";
    private SharedTexts texts;

    Workbook(Path file) {
        try {
            this.zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new UnreadableFileException("import.file.workbook", e);
        }
        try {
            relations();
            sheets();
            if (!stylesPart.isEmpty()) {
                styles();
            }
        } catch (IOException | XMLStreamException e) {
            close();
            throw new UnreadableFileException("import.file.workbook", e);
        } catch (UnreadableFileException e) {
            close();
            throw e;
        }
        if (sheets.isEmpty()) {
            close();
            throw new UnreadableFileException("import.file.workbook", 0, 0);
        }
    }

    List<String> sheetNames() {
        return List.copyOf(sheets.keySet());
    }

    /** The named sheet, or the first one. */
    XmlPart sheet(String name) throws IOException, XMLStreamException {
        return part(sheetPart(name));
    }

    /** The cells of a sheet that are merged downwards. */
    Merges merges(String name) throws IOException {
        ZipEntry entry = zip.getEntry(sheetPart(name));
        return entry == null ? new Merges() : Merges.in(XmlPart.bytes(zip, entry));
    }

    private String sheetPart(String name) {
        String relation = Optional.ofNullable(sheets.get(name))
                .orElseGet(() -> sheets.values().iterator().next());
        return parts.getOrDefault(relation, "");
    }

    /** How a cell of a style shows its number, such as {@code 0.00}; numbers of built-in formats as {@code [14]}. */
    String format(int style) {
        return style < formats.size() ? formats.get(style) : "";
    }

    /** Whether days are counted from 1904, as old Macs did. */
    boolean macDays() {
        return macDays;
    }

    String text(int number) throws IOException, XMLStreamException {
        if (texts == null) {
            texts = new SharedTexts(part(textsPart));
        }
        return texts.get(number);
    }

    private XmlPart part(String name) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new XMLStreamException("part is missing: " + name);
        }
        return new XmlPart(zip, entry);
    }

    private void relations() throws IOException, XMLStreamException {
        try (XmlPart part = part(ROOT + "_rels/workbook.xml.rels")) {
            while (!part.next().isEmpty() && parts.size() < 2 * MOST_SHEETS) {
                String target = part.attribute("Target");
                String path = target.startsWith("/") ? target.substring(1) : ROOT + target;
                String type = part.attribute("Type");
                parts.put(part.attribute("Id"), path);
                textsPart = type.endsWith("/sharedStrings") ? path : textsPart;
                stylesPart = type.endsWith("/styles") ? path : stylesPart;
            }
        }
    }

    private void sheets() throws IOException, XMLStreamException {
        Map<String, String> hidden = new LinkedHashMap<>();
        try (XmlPart part = part(ROOT + "workbook.xml")) {
            for (String element = part.next(); !element.isEmpty(); element = part.next()) {
                if (element.equals("workbookPr")) {
                    macDays = List.of("1", "true").contains(part.attribute("date1904"));
                } else if (element.equals("sheet") && sheets.size() < MOST_SHEETS) {
                    boolean shown = part.attribute("state").isEmpty()
                            || part.attribute("state").equals("visible");
                    (shown ? sheets : hidden).put(part.attribute("name"), part.attribute("id"));
                }
            }
        }
        hidden.forEach(sheets::putIfAbsent);
    }

    private void styles() throws IOException, XMLStreamException {
        Map<Integer, String> own = new HashMap<>();
        boolean ofCells = false;
        try (XmlPart part = part(stylesPart)) {
            for (String element = part.next(); !element.isEmpty(); element = part.next()) {
                ofCells = element.equals("cellXfs") || ofCells && !element.equals("cellStyles");
                if (element.equals("numFmt")) {
                    own.put(part.number("numFmtId", 0), part.attribute("formatCode"));
                } else if (element.equals("xf") && ofCells) {
                    int number = part.number("numFmtId", 0);
                    formats.add(own.getOrDefault(number, "[" + number + "]"));
                }
                if (own.size() + formats.size() > MOST_FORMATS) {
                    throw new XMLStreamException("too many formats");
                }
            }
        }
    }

    @Override
    public void close() {
        try (zip) {
            if (texts != null) {
                texts.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
