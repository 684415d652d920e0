package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.message.Messages;
import org.salacrm.api.message.Text;

/**
 * Proposes which column is which field, by its header in Thai or English: {@code <entity>.<field>.label}, other words
 * for it in {@code .import}, words for any field of its kind in {@code kind.<kind>.import}. One field gets one column,
 * but a free text takes more of them with words of {@code .import.more}.
 */
final class HeaderWords {
    private static final double SURE = 1.0;
    private static final double OTHER_WORD = 0.95;
    private static final double OF_PART = 0.94;
    private static final double IN_PIECES = 0.9;
    private static final double MORE = 0.85;
    private static final double KIND = 0.8;
    private static final double PART_OF = 0.5;
    private static final double SHORTENED = 0.7;
    /** Between a reference and a field of what it refers to, as exports head such columns. */
    private static final String OF_ANOTHER = " · ";

    private static final int SHORTEST = 3;
    private static final double ENOUGH = 0.68; // three fifths of the words are the same

    private final List<Words> fields;

    /** The words of a field in compared form, and as they stand for parts of them. */
    private record Words(
            ColumnMapper.Target target,
            List<String> own,
            List<String> others,
            Set<String> kind,
            List<String> more,
            List<String> plain) {}

    private record Match(int column, Words words, double score) {}

    /** @param entity that has the fields */
    HeaderWords(String entity, List<ColumnMapper.Target> targets, Messages messages) {
        this.fields = targets.stream()
                .map(target -> target.isLater()
                        ? new Words(
                                target, exported(entity, target, messages), List.of(), Set.of(), List.of(), List.of())
                        : words(entity, target, messages))
                .toList();
    }

    /** How exports head a piece of a part, in either language; a later one is called nothing else. */
    private static List<String> exported(String entity, ColumnMapper.Target target, Messages messages) {
        return target.exported().stream()
                .flatMap(part -> {
                    Text list = messages.text(entity + "." + part.list() + ".label");
                    Text piece = messages.text(target.label(messages));
                    return Stream.of(part.heading(list.th(), piece.th()), part.heading(list.en(), piece.en()));
                })
                .map(Clean::key)
                .toList();
    }

    private static Words words(String entity, ColumnMapper.Target target, Messages messages) {
        String path = target.owner().name() + "." + target.field().name();
        List<String> own = Stream.concat(
                        Stream.of(target.field().name()), Synonyms.plain(messages, target.label(messages)).stream())
                .toList();
        List<String> others = Synonyms.plain(messages, path + ".import");
        boolean usual =
                !target.field().kind().equals(Kind.PHONE) || target.field().isTelephone();
        return new Words(
                target,
                Stream.concat(keys(own).stream(), exported(entity, target, messages).stream())
                        .toList(),
                keys(others),
                usual
                        ? Set.copyOf(
                                Synonyms.of(messages, "kind." + target.field().kind() + ".import"))
                        : Set.of(),
                Synonyms.of(messages, path + ".import.more"),
                Stream.concat(target.isFurther() ? Stream.of() : own.stream(), others.stream())
                        .map(HeaderWords::spaced)
                        .toList());
    }

    private static List<String> keys(List<String> words) {
        return words.stream().map(Clean::key).toList();
    }

    /** @param samples values of each column, as many columns as headers */
    List<ImportState.Column> propose(List<String> headers, List<List<String>> samples) {
        Match[] chosen = chosen(headers);
        shortened(headers, chosen);
        List<ImportState.Column> columns = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            Match match = chosen[i];
            columns.add(new ImportState.Column(
                    i,
                    headers.get(i),
                    samples.get(i),
                    match == null ? "" : match.words().target().path(),
                    match == null ? 0 : match.score()));
        }
        return columns;
    }

    /** How well a row of cells reads as headers: the number of cells that name a field. */
    int namedIn(List<String> cells) {
        Match[] chosen = chosen(cells);
        return (int) Stream.of(chosen).filter(match -> match != null).count();
    }

    private Match[] chosen(List<String> headers) {
        List<Match> matches = new ArrayList<>();
        for (int column = 0; column < headers.size(); column++) {
            String key = Clean.key(headers.get(column));
            for (Words words : key.isEmpty() ? List.<Words>of() : fields) {
                matches.add(new Match(column, words, score(headers.get(column), key, words)));
            }
        }
        matches.removeIf(match -> match.score() < ENOUGH);
        matches.sort(Comparator.comparingDouble(Match::score).reversed().thenComparingInt(Match::column));
        Match[] chosen = new Match[headers.size()];
        Set<String> taken = new HashSet<>();
        for (Match match : matches) {
            boolean free = match.score() == MORE
                    || !taken.contains(match.words().target().path());
            if (free && chosen[match.column()] == null) {
                chosen[match.column()] = match;
                taken.add(match.words().target().path());
            }
        }
        return chosen;
    }

    /** Columns that are left are the one field, if there is just one, whose words they shorten: Tel is Telephone. */
    private void shortened(List<String> headers, Match[] chosen) {
        Set<String> taken = new HashSet<>();
        Stream.of(chosen)
                .filter(match -> match != null)
                .forEach(match -> taken.add(match.words().target().path()));
        for (int column = 0; column < chosen.length; column++) {
            String header = spaced(headers.get(column)).strip();
            long letters = header.codePoints().filter(Character::isLetter).count();
            if (chosen[column] == null
                    && letters >= SHORTEST
                    && !headers.get(column).contains(OF_ANOTHER)) {
                List<Words> meant = meant(header);
                if (meant.size() == 1 && taken.add(meant.get(0).target().path())) {
                    chosen[column] = new Match(column, meant.get(0), SHORTENED);
                }
            }
        }
    }

    /** The fields that a shortened header may mean, those of the record itself before those of its parts. */
    private List<Words> meant(String header) {
        List<Words> all = fields.stream()
                .filter(words -> words.plain().stream().anyMatch(word -> shortens(header, word.strip())))
                .toList();
        List<Words> own =
                all.stream().filter(words -> !words.target().isFurther()).toList();
        return own.isEmpty() ? all : own;
    }

    /** Whether each word of a header begins the word of a name that stands at its place. */
    private static boolean shortens(String header, String name) {
        String[] begun = header.split(" ");
        String[] whole = name.split(" ");
        return begun.length <= whole.length
                && IntStream.range(0, begun.length).allMatch(i -> whole[i].startsWith(begun[i]));
    }

    private static double score(String header, String key, Words words) {
        if (words.own().contains(key)) {
            return words.target().isFurther() ? OF_PART : SURE;
        }
        if (header.contains(OF_ANOTHER) || words.target().isLater()) {
            return 0;
        }
        if (words.others().contains(key)) {
            return OTHER_WORD - words.others().indexOf(key) / 10_000.0;
        }
        if (words.more().contains(key)) {
            return MORE;
        }
        Set<String> pieces = pieces(header);
        if (pieces.stream()
                .anyMatch(piece -> words.own().contains(piece) || words.others().contains(piece))) {
            return IN_PIECES;
        }
        if (words.kind().contains(key) || pieces.stream().anyMatch(words.kind()::contains)) {
            return KIND;
        }
        String spaced = spaced(header);
        return words.plain().stream()
                .mapToDouble(word -> PART_OF + 0.3 * covered(spaced, word))
                .max()
                .orElse(0);
    }

    /** A header without what stands in brackets, each side of a stroke, its Thai and its Latin words alone. */
    private static Set<String> pieces(String header) {
        String bare = header.replaceAll("[(\\[（].*?[)\\]）]", " ");
        Set<String> pieces = new LinkedHashSet<>(List.of(bare.split("[/|\\n:]")));
        pieces.add(bare);
        pieces.add(bare.replaceAll("[^\\u0E00-\\u0E7F]", ""));
        pieces.add(bare.replaceAll("[\\u0E00-\\u0E7F]", ""));
        Set<String> keys = new LinkedHashSet<>();
        pieces.stream().map(Clean::key).filter(k -> k.length() > 1).forEach(keys::add);
        return keys;
    }

    /** Small letters with one blank around each word; Thai has no blanks between words. */
    private static String spaced(String text) {
        return " "
                + Clean.text(text)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                        .strip() + " ";
    }

    /**
     * The share of a header that a word makes up. What a thing is stands first in Thai and last in English: a customer
     * type is no customer.
     */
    private static double covered(String header, String word) {
        boolean thai = word.codePointAt(1) >= 0x0E00 && word.codePointAt(1) <= 0x0E7F;
        String a = thai ? header.replace(" ", "") : header;
        String b = thai ? word.replace(" ", "") : word;
        boolean found = b.length() > 4 && (thai ? a.startsWith(b) : a.endsWith(b));
        return found ? (double) b.length() / a.length() : 0;
    }
}
