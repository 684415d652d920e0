package org.salacrm.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads PDF files as another program would. */
public final class Pdf {
    private static final double POINTS = 72 / 25.4;

    private Pdf() {}

    /** What is copied when all of it is marked. */
    public static String text(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> lines(byte[] file) {
        return text(file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The size of each page in whole millimetres: 210 × 297. */
    public static List<String> pages(byte[] file) {
        List<String> sizes = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            for (PDPage page : document.getPages()) {
                sizes.add(Math.round(page.getMediaBox().getWidth() / POINTS) + " × "
                        + Math.round(page.getMediaBox().getHeight() / POINTS));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sizes;
    }
}
