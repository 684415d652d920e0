package org.salacrm.core.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** XLSX files as other programs write them, right and wrong, part by part. */
final class TestWorkbook {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final List<String> sheets = new ArrayList<>();
    private final List<String> relations = new ArrayList<>();
    private String before = "";

    /** A cell with an address, a type and attributes, and what stands in it. */
    static String cell(String address, String attributes, String inside) {
        return "<c r=\"" + address + "\" " + attributes + ">" + inside + "</c>";
    }

    /** A row of texts. */
    static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i].replace("&", "&amp;").replace("<", "&lt;");
            row.append(cell((char) ('A' + i) + "" + number, "t=\"inlineStr\"", "<is><t>" + text + "</t></is>"));
        }
        return row + "</row>";
    }

    /** @param rows what stands inside of sheetData */
    TestWorkbook sheet(String name, String rows) {
        return sheet(name, "", rows, "");
    }

    /** @param attributes such as {@code state="hidden"} @param after what stands behind sheetData */
    TestWorkbook sheet(String name, String attributes, String rows, String after) {
        int number = sheets.size() + 1;
        sheets.add("<sheet name=\"" + name + "\" sheetId=\"" + number + "\" " + attributes + " r:id=\"r" + number
                + "\"/>");
        relations.add(relation("r" + number, "worksheet", "worksheets/sheet" + number + ".xml"));
        return part(
                "xl/worksheets/sheet" + number + ".xml",
                "<worksheet" + MAIN + "><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
    }

    /** @param formats codes of formats; the style of a cell is the place of its format, from 1 */
    TestWorkbook styles(String... formats) {
        StringBuilder codes = new StringBuilder();
        StringBuilder cells = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < formats.length; i++) {
            codes.append("<numFmt numFmtId=\"" + (200 + i) + "\" formatCode=\"" + formats[i] + "\"/>");
            cells.append("<xf numFmtId=\"" + (200 + i) + "\"/>");
        }
        relations.add(relation("st", "styles", "styles.xml"));
        return part(
                "xl/styles.xml",
                "<styleSheet" + MAIN + "><numFmts>" + codes + "</numFmts><cellStyleXfs><xf/></cellStyleXfs><cellXfs>"
                        + cells + "</cellXfs></styleSheet>");
    }

    /** @param items what stands inside of sst */
    TestWorkbook texts(String items) {
        relations.add(relation("ss", "sharedStrings", "/xl/sharedStrings.xml"));
        return part("xl/sharedStrings.xml", "<sst" + MAIN + ">" + items + "</sst>");
    }

    TestWorkbook countedFrom1904() {
        before = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    TestWorkbook part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + DOC + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    Path write(Path file) throws IOException {
        part(
                "xl/workbook.xml",
                "<workbook" + MAIN + " xmlns:r=\"" + DOC + "\">" + before + "<sheets>" + String.join("", sheets)
                        + "</sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + String.join("", relations) + "</Relationships>");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write((XML + part.getValue()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
