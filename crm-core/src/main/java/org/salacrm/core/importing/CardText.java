package org.salacrm.core.importing;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** The text of a file of cards; no card of it may take more memory than a person with a picture needs. */
final class CardText extends FilterReader {
    private static final long MAX_CARD = 4 * 1024 * 1024;
    /** Each begins a parameter or a part of a value; pictures have none. */
    private static final int MAX_PARTS = 20_000;

    private final LongSupplier number;
    private long characters;
    private int parts;
    private boolean begun;

    /** @param number of the card that is read */
    CardText(Path file, Charset charset, LongSupplier number) throws IOException {
        super(new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset)));
        this.number = number;
    }

    void begin() {
        characters = 0;
        parts = 0;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (!begun) {
            begun = true;
            c = c == '\uFEFF' ? super.read() : c; // the byte order mark is no part of the first line
        }
        parts += c == ';' || c == ',' ? 1 : 0;
        if (++characters > MAX_CARD || parts > MAX_PARTS) {
            throw new UnreadableFileException("import.file.cardSize", number.getAsLong(), MAX_CARD);
        }
        return c;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int c = length == 0 ? -1 : read();
        if (c < 0) {
            return length == 0 ? 0 : -1;
        }
        into[offset] = (char) c;
        return 1;
    }
}
