package org.salacrm.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.salacrm.api.document.Documents;
import org.salacrm.api.document.Paper;

/** A PDF file in the making: pages go to a file of their own as they come, of fonts only what is used is embedded. */
final class PdfPages implements Documents.Pages {
    private final PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    private final PDResources resources = new PDResources();
    private final Map<Face, Embedded> fonts = new EnumMap<>(Face.class);
    private final OutputStream out;

    /** The faces a document may use. */
    enum Face {
        REGULAR(Typeface.REGULAR),
        BOLD(Typeface.BOLD);

        private final Typeface typeface;

        Face(Typeface typeface) {
            this.typeface = typeface;
        }

        Typeface typeface() {
            return typeface;
        }
    }

    /** A font as this document has it. @param used glyphs that are drawn */
    record Embedded(COSName name, PDType0Font font, Set<Integer> used) {}

    PdfPages(String title, OutputStream out) {
        this.out = out;
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(title);
        about.setProducer("Sala");
        document.setDocumentInformation(about);
    }

    /** A font is only in the file when something is set in it. */
    Embedded font(Face face) throws IOException {
        Embedded known = fonts.get(face);
        if (known == null) {
            PDType0Font font = PDType0Font.load(document, face.typeface().open(), true);
            known = new Embedded(resources.add(font), font, new HashSet<>());
            fonts.put(face, known);
        }
        return known;
    }

    @Override
    public void add(Paper paper) throws IOException {
        PDPage page = new PDPage(new PDRectangle(points(paper.width()), points(paper.height())));
        page.setResources(resources);
        byte[] drawn = new PageText(this, paper.height()).draw(paper);
        page.setContents(new PDStream(document, new ByteArrayInputStream(drawn), COSName.FLATE_DECODE));
        document.addPage(page);
    }

    private static float points(double millimetres) {
        return (float) (millimetres * Fitted.POINTS);
    }

    /** The document with its fonts in it. */
    PDDocument whole() throws IOException {
        for (Embedded font : fonts.values()) {
            font.font().addGlyphsToSubset(font.used());
            font.font().subset();
        }
        return document;
    }

    @Override
    public void finish() throws IOException {
        whole().save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
