package org.salacrm.core.importing;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The cards of a file one after the other, of vCard 2.1, 3.0 and 4.0; a broken one ends the reading. */
final class Cards implements Closeable {
    /** Whose lines old telephones break without a word; nobody reads them here. */
    private static final Set<String> PICTURES = Set.of("PHOTO", "LOGO", "SOUND", "KEY");
    /** A card may hold the card of somebody's assistant. */
    private static final int DEEPEST = 2;

    private final CardText text;
    private final VObjectReader reader;
    private long count;

    Cards(Path file, Charset charset) throws IOException {
        this.text = new CardText(file, charset, () -> count + 1);
        this.reader = new VObjectReader(text, SyntaxRules.vcard());
        this.reader.setDefaultQuotedPrintableCharset(charset);
    }

    /** @return the next card, empty at the end of the file */
    Optional<Card> next() {
        Reading reading = new Reading();
        try {
            text.begin();
            reader.parse(reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (reading.depth > 0) {
            throw broken();
        }
        if (reading.ended) {
            count++;
            return Optional.of(reading.card);
        }
        return Optional.empty();
    }

    private UnreadableFileException broken() {
        return new UnreadableFileException("import.file.card", count + 1, 0);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Hears one card. */
    private final class Reading implements VObjectDataListener {
        private final Card card = new Card();
        private int depth;
        private boolean ended;
        private String last = "";

        @Override
        public void onComponentBegin(String name, Context context) {
            boolean inside = depth > 0 && !last.equals("AGENT");
            if (inside || ++depth > DEEPEST || !name.equals("VCARD")) {
                throw broken();
            }
        }

        @Override
        public void onComponentEnd(String name, Context context) {
            last = "";
            if (--depth == 0) {
                ended = true;
                context.stop();
            }
        }

        @Override
        public void onProperty(VObjectProperty property, Context context) {
            last = property.getName().toUpperCase(Locale.ROOT);
            if (depth == 0 || depth == 1 && !card.take(last, property)) {
                throw broken();
            }
        }

        @Override
        public void onVersion(String version, Context context) {
            if (depth == 1) {
                card.version(version);
            }
        }

        @Override
        public void onWarning(Warning warning, VObjectProperty property, Exception cause, Context context) {
            boolean malformed = warning == Warning.MALFORMED_LINE && !PICTURES.contains(last);
            boolean undecoded = warning == Warning.QUOTED_PRINTABLE_ERROR;
            if (malformed || undecoded || warning == Warning.UNMATCHED_END) {
                throw broken();
            }
        }
    }
}
