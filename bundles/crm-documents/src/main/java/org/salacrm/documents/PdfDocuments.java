package org.salacrm.documents;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.osgi.service.component.annotations.Component;
import org.salacrm.api.document.Documents;
import org.salacrm.api.document.Paper;

/** Makes PDF files with PDFBox. */
@Component
public final class PdfDocuments implements Documents {

    @Override
    public Pages begin(String title, OutputStream out) {
        return new PdfPages(title, out);
    }

    @Override
    public void picture(Paper page, int width, OutputStream out) throws IOException {
        try (PdfPages pages = new PdfPages("", OutputStream.nullOutputStream())) {
            pages.add(page);
            PDDocument document = pages.whole();
            float scale = width / document.getPage(0).getMediaBox().getWidth();
            BufferedImage image = new PDFRenderer(document).renderImage(0, scale, ImageType.RGB);
            ImageIO.write(image, "png", out);
        }
    }
}
