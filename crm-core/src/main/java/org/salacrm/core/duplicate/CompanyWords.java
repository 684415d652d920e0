package org.salacrm.core.duplicate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words that many companies have in their names, in Thai and English; they tell less than a company's own. */
final class CompanyWords {
    private static final int SHORTEST = 3;
    private static final int KEPT = 2;
    private static final CompanyWords ALL = new CompanyWords();

    private final Map<String, String> meanings = new HashMap<>();
    private int longest;

    private CompanyWords() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                CompanyWords.class.getResourceAsStream("company-words.txt"), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] parts = line.split(":", 2);
        for (String word : parts[1].strip().split(" +")) {
            String heard = Sound.of(Letters.of(word));
            meanings.put(heard, parts[0].strip());
            longest = Math.max(longest, heard.length());
        }
    }

    /** A piece of a word and what it means; empty when it is the company's own. */
    record Piece(String sound, String meaning) {}

    static Optional<String> meaning(String sound) {
        return Optional.ofNullable(ALL.meanings.get(sound));
    }

    /** Thai is written without blanks: the known words in one, and what is left between them. */
    static List<Piece> pieces(String sound) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < sound.length(); ) {
            int end = ALL.known(sound, from, i);
            if (end > 0) {
                own(pieces, sound.substring(from, i));
                pieces.add(new Piece(sound.substring(i, end), ALL.meanings.get(sound.substring(i, end))));
                from = end;
                i = end;
            } else {
                i++;
            }
        }
        own(pieces, sound.substring(from));
        return pieces;
    }

    private static void own(List<Piece> pieces, String rest) {
        if (!rest.isEmpty()) {
            pieces.add(new Piece(rest, ""));
        }
    }

    /** Where the longest known word that begins here ends, 0 when there is none or it would tear a syllable. */
    private int known(String sound, int from, int begin) {
        if (begin > from && (begin - from < KEPT || "เแโไ".indexOf(sound.charAt(begin - 1)) >= 0)) {
            return 0;
        }
        for (int end = Math.min(sound.length(), begin + longest); end - begin >= SHORTEST; end--) {
            boolean whole =
                    end == sound.length() || sound.length() - end >= KEPT && !Letters.isVowel(sound.charAt(end));
            if (whole && meanings.containsKey(sound.substring(begin, end))) {
                return end;
            }
        }
        return 0;
    }
}
