package org.salacrm.core.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Cards as a table: row 0 has the headings, card after card is a row; a column that no card fills is none. */
final class CardFile implements TableFile {
    private final Cards cards;
    private final List<Integer> columns;

    CardFile(Path file, Format format) {
        Charset charset = Charset.forName(format.charset());
        try {
            this.columns = filled(file, charset);
            this.cards = new Cards(file, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes through all cards, so that a broken one is told before the first is used. */
    private static List<Integer> filled(Path file, Charset charset) throws IOException {
        TreeSet<Integer> filled = new TreeSet<>();
        try (Cards all = new Cards(file, charset)) {
            long number = 0;
            for (Optional<Card> card = all.next(); card.isPresent(); card = all.next()) {
                List<String> cells = card.get().cells();
                check(++number, cells);
                for (int column = 0; column < cells.size(); column++) {
                    if (!cells.get(column).isBlank()) {
                        filled.add(column);
                    }
                }
            }
        }
        if (filled.isEmpty()) {
            throw new UnreadableFileException("import.file.empty", 0, 0);
        }
        return List.copyOf(filled);
    }

    private static void check(long number, List<String> cells) {
        TableFile.check(number, cells.size());
        if (cells.stream().anyMatch(text -> text.length() > MAX_CELL)) {
            throw new UnreadableFileException("import.file.cardSize", number, MAX_CELL);
        }
        TableFile.checkLength(number, cells.stream().mapToLong(String::length).sum());
    }

    @Override
    public Iterator<SourceRow> rows() {
        return new Iterator<>() {
            private long number;
            private Optional<SourceRow> next = Optional.of(row(0, Card.HEADINGS));

            @Override
            public boolean hasNext() {
                return next.isPresent();
            }

            @Override
            public SourceRow next() {
                SourceRow row = next.orElseThrow();
                next = cards.next().map(card -> row(++number, card.cells()));
                return row;
            }
        };
    }

    private SourceRow row(long number, List<String> cells) {
        return new SourceRow(
                number, columns.stream().map(cells::get).map(SourceRow.Cell::of).toList());
    }

    @Override
    public void close() {
        try {
            cards.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
