package org.salacrm.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.salacrm.api.document.Paper;
import org.salacrm.documents.PdfPages.Embedded;
import org.salacrm.documents.PdfPages.Face;

/**
 * What is drawn on a page, in the language of PDF: glyphs at the places the shaper gave them, and with each line the
 * text as it was typed, which is what a reader copies and finds.
 */
final class PageText {
    /** Smaller moves, in thousandths of the size of the letters, are seen by nobody. */
    private static final double UNSEEN = 0.5;
    /** How far below the top of its room a line stands, in sizes of the letters. */
    private static final double RISE = 1.06;

    private static final double EXACT = 1000;

    private final PdfPages pages;
    private final double height;
    private final StringBuilder text = new StringBuilder();

    PageText(PdfPages pages, double height) {
        this.pages = pages;
        this.height = height;
    }

    byte[] draw(Paper paper) throws IOException {
        for (Paper.Block block : paper.blocks()) {
            draw(block);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void draw(Paper.Block block) throws IOException {
        Fitted fitted = Fitted.of(block);
        double free = Math.max(0, block.height() - fitted.height());
        double top = block.top() + (block.middle() ? free / 2 : 0);
        double x = block.left() * Fitted.POINTS;
        double y = (height - top) * Fitted.POINTS - fitted.size() * RISE;
        for (Paper.Line line : fitted.lines()) {
            draw(line, fitted.size(), x, y);
            y -= fitted.size() * Fitted.LEADING;
        }
    }

    private void draw(Paper.Line line, double size, double x, double y) throws IOException {
        if (line.text().isEmpty()) {
            return;
        }
        Embedded font = pages.font(line.bold() ? Face.BOLD : Face.REGULAR);
        text.append("/Span <</ActualText <FEFF");
        line.text().chars().forEach(this::hex);
        text.append(">>> BDC\nBT /").append(font.name().getName()).append(' ');
        number(size);
        text.append("Tf 1 0 0 1 ");
        number(x);
        number(y);
        text.append("Tm\n");
        glyphs(Fitted.face(line).glyphs(line.text()), font, size);
        text.append("ET EMC\n");
    }

    private void glyphs(List<Typeface.Glyph> glyphs, Embedded font, double size) throws IOException {
        double pen = 0;
        double rise = 0;
        text.append('[');
        for (Typeface.Glyph glyph : glyphs) {
            if (Math.abs(glyph.y() - rise) > UNSEEN) {
                rise = glyph.y();
                text.append("] TJ ");
                number(rise * size / 1000);
                text.append("Ts [");
            }
            if (Math.abs(glyph.x() - pen) > UNSEEN) {
                number(pen - glyph.x());
                pen = glyph.x();
            }
            text.append('<');
            hex(glyph.code());
            text.append('>');
            font.used().add(glyph.code());
            pen += font.font().getWidthFromFont(glyph.code());
        }
        text.append("] TJ 0 Ts\n");
    }

    private void number(double value) {
        text.append(Math.round(value * EXACT) / EXACT).append(' ');
    }

    private void hex(int code) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(Character.forDigit(code >> shift & 0xF, 16));
        }
    }
}
