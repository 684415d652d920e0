package org.salacrm.core.importing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.xml.stream.XMLStreamException;

/**
 * The texts that the cells of a workbook share by number. They are kept in a file of their own, not in memory: a
 * workbook of a hundred thousand rows has a million of them.
 */
final class SharedTexts implements AutoCloseable {
    private static final int MOST = 20_000_000;

    private final Path file;
    private final MappedByteBuffer texts;
    private int[] ends = new int[1024];
    private int count;

    /** @param part closed afterwards; texts longer than a cell may be are cut one character behind that */
    SharedTexts(XmlPart part) throws IOException, XMLStreamException {
        this.file = Files.createTempFile("import", ".texts");
        try (part;
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            int end = 0;
            for (String element = part.next(); !element.isEmpty(); element = part.next()) {
                if (element.equals("si")) {
                    byte[] text = rich(part, "si").getBytes(StandardCharsets.UTF_8);
                    out.write(text);
                    end = Math.addExact(end, text.length);
                    add(end);
                }
            }
        } catch (ArithmeticException e) {
            close();
            throw new UnreadableFileException("import.file.bomb", 0, Integer.MAX_VALUE >> 20);
        } catch (IOException | XMLStreamException | UnreadableFileException e) {
            close();
            throw e;
        }
        try (FileChannel channel = FileChannel.open(file)) {
            this.texts = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    /** The text of an element, its pieces put together; the reading aid of Eastern characters is no part of it. */
    static String rich(XmlPart part, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (String inner = part.nextIn(element); !inner.isEmpty(); inner = part.nextIn(element)) {
            if (inner.equals("rPh")) {
                part.text("rPh");
            } else if (inner.equals("t") && text.length() <= TableFile.MAX_CELL) {
                text.append(part.text("t"));
            }
        }
        return text.toString();
    }

    private void add(int end) {
        if (count == MOST) {
            throw new ArithmeticException("too many texts");
        }
        ends = count == ends.length ? Arrays.copyOf(ends, count * 2) : ends;
        ends[count++] = end;
    }

    String get(int number) throws XMLStreamException {
        if (number >= count) {
            throw new XMLStreamException("there is no text " + number);
        }
        int start = number == 0 ? 0 : ends[number - 1];
        ByteBuffer slice = texts.slice(start, ends[number] - start);
        return StandardCharsets.UTF_8.decode(slice).toString();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
