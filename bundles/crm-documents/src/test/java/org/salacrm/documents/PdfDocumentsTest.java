package org.salacrm.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.Test;
import org.salacrm.api.document.Documents;
import org.salacrm.api.document.Paper;
import org.salacrm.api.document.Paper.Block;
import org.salacrm.api.document.Paper.Line;

public class PdfDocumentsTest {
    private static final double POINTS = 72 / 25.4;
    private static final String HARD = "น้ำ ที่ ปู่ ซ้ำ ก๋ำ ปี่ ฝั่ง ฟ้า ญู ฐุ ฎู ฏุ ทั้งนี้ ซื้อ เก๋า";

    private final Documents documents = new PdfDocuments();

    @Test
    public void whatIsCopiedIsWhatWasTyped() throws IOException {
        byte[] file = file(page(block(10, 10, 180, 20, HARD), block(10, 40, 90, 10, "Café 99/1 – ถ.พระราม 9  10310")));

        assertThat(texts(file)).containsExactly(HARD, "Café 99/1 – ถ.พระราม 9  10310");
    }

    @Test
    public void aBlockStandsWhereItIsPut() throws IOException {
        byte[] file = file(page(block(30, 50, 100, 30, "บริษัท น้ำทิพย์ จำกัด"), block(30, 200, 100, 30, "A")));

        List<TextPosition> letters = letters(file);
        TextPosition first = letters.get(0);
        assertThat(first.getX() / POINTS).isBetween(29.9, 30.1);
        assertThat(first.getY() / POINTS).isBetween(50.0, 56.0);
        TextPosition last = letters.get(letters.size() - 1);
        assertThat(last.getY() / POINTS - first.getY() / POINTS).isBetween(149.9, 150.1);
    }

    @Test
    public void textsNeverLeaveTheirPlace() throws IOException {
        List<String> longOnes = List.of(
                "บริษัท ผลิตภัณฑ์น้ำมันปาล์มและที่ปรึกษาการเกษตรแห่งภาคใต้ตอนล่าง จำกัด (มหาชน)",
                "ก".repeat(300),
                "WWWWWWWWWW".repeat(30),
                "ที่อยู่ยาวมาก ถนนเพชรบุรีตัดใหม่ ".repeat(20));
        for (String text : longOnes) {
            byte[] file = file(page(block(20, 30, 60, 27, text, "บรรทัดที่สอง", "กรุงเทพมหานคร  10310")));
            for (TextPosition letter : letters(file)) {
                assertThat(letter.getX() / POINTS).isGreaterThan(19.9);
                assertThat((letter.getX() + letter.getWidth()) / POINTS).isLessThan(80.1);
                assertThat(letter.getY() / POINTS).isBetween(30.0, 57.0);
            }
        }
    }

    @Test
    public void whatFitsIsNotMadeSmallerAndWhatDoesNotIsWrappedBetweenWords() {
        assertThat(Fitted.of(block(0, 0, 90, 30, "สั้น")).size()).isEqualTo(12);
        Fitted fitted = Fitted.of(block(0, 0, 60, 27, "ผลิตภัณฑ์น้ำมันปาล์มและที่ปรึกษาการเกษตรแห่งภาคใต้ตอนล่าง"));
        assertThat(fitted.lines()).hasSizeGreaterThan(1);
        assertThat(String.join("", fitted.lines().stream().map(Line::text).toList()))
                .isEqualTo("ผลิตภัณฑ์น้ำมันปาล์มและที่ปรึกษาการเกษตรแห่งภาคใต้ตอนล่าง");
        assertThat(fitted.lines().get(0).text()).endsWith("ที่ปรึกษา");
    }

    @Test
    public void aLineEndsAtABlankRatherThanWithinAName() {
        Fitted fitted = Fitted.of(block(0, 0, 50, 30, "แขวงลาดยาวและอื่นๆ เขตจตุจักรและใกล้เคียง"));

        assertThat(fitted.lines())
                .extracting(Line::text)
                .containsExactly("แขวงลาดยาวและอื่นๆ", "เขตจตุจักรและใกล้เคียง");
    }

    @Test
    public void toneMarksStandAboveVowels() throws IOException {
        for (String syllable : List.of("ที่", "ปี้", "ซื้อ", "น้ำ")) {
            List<Double> heights = Typeface.REGULAR.glyphs(syllable).stream()
                    .map(Typeface.Glyph::y)
                    .toList();
            List<Integer> plain = Stream.of(syllable.split(""))
                    .flatMap(letter -> Typeface.REGULAR.glyphs(letter).stream())
                    .map(Typeface.Glyph::code)
                    .toList();
            List<Integer> set = Typeface.REGULAR.glyphs(syllable).stream()
                    .map(Typeface.Glyph::code)
                    .toList();
            assertThat(heights.stream().anyMatch(y -> y > 0) || !plain.containsAll(set))
                    .as(syllable)
                    .isTrue();
        }
    }

    @Test
    public void onlyTheLettersThatAreUsedAreInTheFile() throws IOException {
        byte[] file = file(page(block(10, 10, 180, 20, HARD)));

        assertThat(file.length).isLessThan(25_000);
        try (PDDocument document = Loader.loadPDF(file)) {
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+Sarabun-Regular");
            }
        }
    }

    @Test
    public void eachPaperIsAPageOfItsSize() throws IOException {
        byte[] file = file(page(block(10, 10, 180, 20, "หนึ่ง")), new Paper(220, 110, List.of()));

        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getPage(1).getMediaBox().getWidth() / POINTS).isBetween(219.9, 220.1);
            assertThat(document.getPage(1).getMediaBox().getHeight() / POINTS).isBetween(109.9, 110.1);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("ทดสอบ");
        }
    }

    @Test
    public void aPictureShowsThePage() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        documents.picture(page(block(0, 0, 105, 148, HARD)), 420, out);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(image.getWidth()).isEqualTo(420);
        assertThat(dark(image, 0, 0, 210, 40)).isPositive();
        assertThat(dark(image, 0, 300, 420, image.getHeight())).isZero();
    }

    private static long dark(BufferedImage image, int left, int top, int right, int bottom) {
        long found = 0;
        for (int x = left; x < right; x++) {
            for (int y = top; y < bottom; y++) {
                found += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return found;
    }

    private static Paper page(Block... blocks) {
        return new Paper(210, 297, List.of(blocks));
    }

    private static Block block(double left, double top, double width, double height, String... lines) {
        List<Line> all = Stream.of(lines).map(Line::plain).toList();
        return new Block(left, top, width, height, 12, false, all);
    }

    private byte[] file(Paper... papers) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Documents.Pages pages = documents.begin("ทดสอบ", out)) {
            for (Paper paper : papers) {
                pages.add(paper);
            }
            pages.finish();
        }
        return out.toByteArray();
    }

    private static List<String> texts(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper()
                    .getText(document)
                    .lines()
                    .map(String::stripTrailing)
                    .toList();
        }
    }

    private static List<TextPosition> letters(byte[] file) throws IOException {
        List<TextPosition> all = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                all.add(text);
            }
        };
        try (PDDocument document = Loader.loadPDF(file)) {
            stripper.getText(document);
        }
        return all;
    }
}
