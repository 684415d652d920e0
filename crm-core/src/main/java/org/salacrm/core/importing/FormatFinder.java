package org.salacrm.core.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds out what kind of table a file is: by its content, never by its name. */
final class FormatFinder {
    private static final int SAMPLE = 64 * 1024;
    private static final Pattern HTML =
            Pattern.compile("<(?:!doctype|html|table|meta|\\?xml)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CARDS = Pattern.compile("\\s*BEGIN\\s*:\\s*VCARD\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile("%PDF|\\{\\\\rtf|[\\[{]\\s*[\"{\\[]");
    /** Tabulators, line breaks of all kinds, and the end that old DOS programs write. */
    private static final String USUAL_CONTROLS = "\t\n\013\f\r\032";

    private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|");

    private FormatFinder() {}

    /** @throws UnreadableFileException when it is no table */
    static TableFile.Format find(Path file) {
        byte[] start = start(file);
        if (start.length == 0) {
            throw new UnreadableFileException("import.file.empty", 0, 0);
        }
        if (start.length > 3 && start[0] == 'P' && start[1] == 'K') {
            return workbook(file);
        }
        if (start.length > 3 && (start[0] & 0xFF) == 0xD0 && (start[1] & 0xFF) == 0xCF) {
            throw new UnreadableFileException("import.file.oldExcel", 0, 0);
        }
        String charset = charset(file, start);
        String text = new String(start, Charset.forName(charset));
        checkText(text);
        boolean cards = CARDS.matcher(text.replace("\uFEFF", "")).lookingAt();
        return new TableFile.Format(charset, cards ? "" : separator(text), "", List.of());
    }

    private static TableFile.Format workbook(Path file) {
        List<String> sheets = WorkbookFile.sheets(file);
        return new TableFile.Format("", "", sheets.get(0), sheets);
    }

    /** What is text but no table, and what has signs in it that no text has. */
    private static void checkText(String text) {
        String begin = text.replace("\uFEFF", "").stripLeading();
        if (HTML.matcher(begin).lookingAt()) {
            throw new UnreadableFileException("import.file.html", 0, 0);
        }
        if (text.chars().anyMatch(c -> c < ' ' && USUAL_CONTROLS.indexOf(c) < 0)
                || OTHER.matcher(begin).lookingAt()) {
            throw new UnreadableFileException("import.file.binary", 0, 0);
        }
    }

    /** Byte order mark, else UTF-8 if it is (nearly) that, else the Thai code page when high bytes are Thai letters. */
    private static String charset(Path file, byte[] start) {
        if (start.length > 1 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE.name();
        }
        if (start.length > 1 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE.name();
        }
        HighBytes high = HighBytes.of(file);
        if (high.invalidUtf8 == 0 || high.invalidUtf8 * 20 < high.all) {
            return StandardCharsets.UTF_8.name();
        }
        return high.thai >= high.all * 0.95 ? "windows-874" : "windows-1252";
    }

    /** Counts of bytes above 127 in a whole file. */
    private record HighBytes(long all, long thai, long invalidUtf8) {

        static HighBytes of(Path file) {
            long all = 0;
            long thai = 0;
            long invalid = 0;
            CharsetDecoder utf8 = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
            ByteBuffer bytes = ByteBuffer.allocate(SAMPLE);
            CharBuffer chars = CharBuffer.allocate(SAMPLE);
            try (InputStream in = Files.newInputStream(file)) {
                boolean end = false;
                while (!end) {
                    int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                    end = n < 0;
                    for (int i = bytes.position(); i < bytes.position() + Math.max(n, 0); i++) {
                        int b = bytes.array()[i] & 0xFF;
                        all += b >= 0x80 ? 1 : 0;
                        thai += b >= 0xA1 && b <= 0xDA || b >= 0xDF && b <= 0xFB ? 1 : 0;
                    }
                    bytes.position(bytes.position() + Math.max(n, 0)).flip();
                    utf8.decode(bytes, chars.clear(), end);
                    invalid += chars.flip().chars().filter(c -> c == 0xFFFD).count();
                    bytes.compact();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new HighBytes(all, thai, invalid);
        }
    }

    /** The separator that cuts most lines into the same number of cells; titles and empty lines are cut by none. */
    private static String separator(String sample) {
        String best = ",";
        double bestScore = 0;
        for (String separator : SEPARATORS) {
            Map<Integer, Long> lines = counts(sample, separator.charAt(0)).stream()
                    .filter(count -> count > 0)
                    .collect(Collectors.groupingBy(count -> count, Collectors.counting()));
            for (Map.Entry<Integer, Long> usual : lines.entrySet()) {
                double score = usual.getValue() + usual.getKey() / 1000.0;
                if (score > bestScore) {
                    best = separator;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    private static List<Integer> counts(String sample, char separator) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        int count = 0;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                count++;
            } else if (c == '\n' && !quoted) {
                counts.add(count);
                count = 0;
            }
        }
        if (count > 0) {
            counts.add(count);
        }
        return counts;
    }

    private static byte[] start(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SAMPLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
