package org.salacrm.documents;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A font with the shaping of the JDK, which stacks Thai vowels and tone marks. Measures are thousandths of the size of
 * the letters.
 */
final class Typeface {
    static final Typeface REGULAR = new Typeface("Sarabun-Regular.ttf");
    static final Typeface BOLD = new Typeface("Sarabun-Bold.ttf");

    private static final float UNIT = 1000f;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    /** What the shaper leaves where several letters became one glyph. */
    private static final int NO_GLYPH = 0xFFFE;

    private final byte[] file;
    private final Font font;

    private Typeface(String name) {
        try (InputStream in = Typeface.class.getResourceAsStream(name)) {
            file = in.readAllBytes();
            font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file))
                    .deriveFont(UNIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(name + " is no font", e);
        }
    }

    /** A glyph and where it stands, up being positive. */
    record Glyph(int code, double x, double y) {}

    InputStream open() {
        return new ByteArrayInputStream(file);
    }

    double width(String text) {
        return stops(text)[text.length()];
    }

    List<Glyph> glyphs(String text) {
        GlyphVector vector = vector(text);
        List<Glyph> glyphs = new ArrayList<>(vector.getNumGlyphs());
        for (int i = 0; i < vector.getNumGlyphs(); i++) {
            int code = vector.getGlyphCode(i);
            Point2D at = vector.getGlyphPosition(i);
            if (code < NO_GLYPH) {
                glyphs.add(new Glyph(code, at.getX(), -at.getY()));
            }
        }
        return glyphs;
    }

    /** Where each letter begins, and where the last one ends. */
    double[] stops(String text) {
        GlyphVector vector = vector(text);
        double[] stops = new double[text.length() + 1];
        Arrays.fill(stops, -1);
        for (int i = 0; i < vector.getNumGlyphs(); i++) {
            int letter = vector.getGlyphCharIndex(i);
            double x = vector.getGlyphPosition(i).getX();
            stops[letter] = stops[letter] < 0 ? x : Math.min(stops[letter], x);
        }
        stops[text.length()] = vector.getGlyphPosition(vector.getNumGlyphs()).getX();
        for (int i = text.length() - 1; i >= 0; i--) {
            stops[i] = stops[i] < 0 ? stops[i + 1] : stops[i];
        }
        return stops;
    }

    private GlyphVector vector(String text) {
        char[] letters = text.toCharArray();
        return font.layoutGlyphVector(EXACT, letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT);
    }
}
