package org.salacrm.core.importing;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One XML part of an XLSX file, read forward only. Whatever the file says, no more than one text is held in memory,
 * nothing outside the file is read, and unpacking ends at a limit.
 */
final class XmlPart implements AutoCloseable {
    private static final long MAX_UNPACKED = 2L << 30;
    private static final int MAX_RATIO = 250;
    private static final long ALWAYS_ALLOWED = 64L << 20;
    private static final int MAX_TAG = 1 << 20;
    private static final int MAX_DEPTH = 100;
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader xml;

    XmlPart(ZipFile zip, ZipEntry entry) throws IOException, XMLStreamException {
        this.in = new Bounded(zip.getInputStream(entry), limit(entry), MAX_TAG);
        this.xml = FACTORY.createXMLStreamReader(in);
    }

    /** A part as it stands; what unpacks to too much ends with an {@link UnreadableFileException}. */
    static InputStream bytes(ZipFile zip, ZipEntry entry) throws IOException {
        return new Bounded(zip.getInputStream(entry), limit(entry), Integer.MAX_VALUE);
    }

    private static long limit(ZipEntry entry) {
        return Math.min(MAX_UNPACKED, Math.max(ALWAYS_ALLOWED, entry.getCompressedSize() * MAX_RATIO));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("jdk.xml.maxElementDepth", MAX_DEPTH);
        return factory;
    }

    /** Moves to the next start of an element. @return its name without prefix, empty at the end of the part */
    String next() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return xml.getLocalName();
                }
                case XMLStreamConstants.DTD -> throw new XMLStreamException("a workbook has no DTD");
                default -> {}
            }
        }
        return "";
    }

    /** Moves to the next start of an element inside the named one. @return empty when that one has ended */
    String nextIn(String element) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return xml.getLocalName();
            }
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
                return "";
            }
        }
        throw new XMLStreamException(element + " does not end");
    }

    /** An attribute of the element just begun, by its name without prefix; empty when it is absent. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** A whole number in an attribute, or else the given one. */
    int number(String name, int otherwise) throws XMLStreamException {
        String text = attribute(name);
        if (!text.matches("\\d{0,9}")) {
            throw new XMLStreamException(name + " is no number");
        }
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    /** The text of the element just begun, up to one character more than a cell may have. */
    String text(String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); ; event = xml.next()) {
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
                return text.toString();
            }
            if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("a workbook has no entities");
            }
            boolean said = event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE;
            if (said && text.length() <= TableFile.MAX_CELL) {
                text.append(xml.getText(), 0, Math.min(xml.getTextLength(), TableFile.MAX_CELL + 1));
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Ends a file that unpacks to too much, and one whose text or tag does not end. */
    private static final class Bounded extends FilterInputStream {
        private final long limit;
        private final int maxTag;
        private long total;
        private int sinceTag;

        Bounded(InputStream in, long limit, int maxTag) {
            super(new BufferedInputStream(in, 1 << 16));
            this.limit = limit;
            this.maxTag = maxTag;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = super.read(bytes, from, length);
            total += Math.max(n, 0);
            if (total > limit) {
                throw new UnreadableFileException("import.file.bomb", 0, limit >> 20);
            }
            for (int i = from; i < from + n; i++) {
                sinceTag = bytes[i] == '<' ? 0 : sinceTag + 1;
                if (sinceTag > maxTag) {
                    throw new UnreadableFileException("import.file.cell", 0, TableFile.MAX_CELL);
                }
            }
            return n;
        }
    }
}
