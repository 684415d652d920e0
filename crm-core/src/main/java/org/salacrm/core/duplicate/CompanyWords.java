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
    private static final int KNOWN = 4;
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
    record Piece(String sound, String marked, String meaning) {}

    static Optional<String> meaning(String sound) {
        return Optional.ofNullable(ALL.meanings.get(sound));
    }

    /** Whether a known word begins it. */
    static boolean begins(String sound) {
        return ALL.known(sound, 0, 0) > 0;
    }

    /** Where a Latin word of two known ones is cut, as CentralWorld; its end when it is none. */
    static int cut(String sound) {
        for (int i = KNOWN; !ALL.meanings.containsKey(sound) && i <= sound.length() - KNOWN; i++) {
            if (ALL.meanings.containsKey(sound.substring(0, i)) && ALL.meanings.containsKey(sound.substring(i))) {
                return i;
            }
        }
        return sound.length();
    }

    /** Thai is written without blanks: the known words in one, and what is left between them. */
    static List<Piece> pieces(String marked) {
        String sound = Sound.plain(marked);
        Marked rest = new Marked(marked);
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < sound.length(); ) {
            int end = ALL.known(sound, from, i);
            if (end > 0) {
                own(pieces, rest, sound.substring(from, i));
                String known = sound.substring(i, end);
                pieces.add(new Piece(known, rest.next(known.length()), ALL.meanings.get(known)));
                from = end;
                i = end;
            } else {
                i++;
            }
        }
        own(pieces, rest, sound.substring(from));
        return pieces;
    }

    private static void own(List<Piece> pieces, Marked rest, String own) {
        if (!own.isEmpty()) {
            pieces.add(new Piece(own, rest.next(own.length()), ""));
        }
    }

    /** Gives what was marked piece by piece. */
    private static final class Marked {
        private final String text;
        private int at;

        Marked(String text) {
            this.text = text;
        }

        /** As many letters that are heard, and those under a ์ among and after them. */
        String next(int heard) {
            int from = at;
            for (int left = heard; at < text.length() && (left > 0 || Sound.isAside(text.charAt(at))); at++) {
                left -= Sound.isAside(text.charAt(at)) ? 0 : 1;
            }
            return text.substring(from, at);
        }
    }

    /** Where the longest known word that begins here ends, 0 when there is none or it would tear a syllable. */
    private int known(String sound, int from, int begin) {
        boolean torn = begin > from && "เแโไ".indexOf(sound.charAt(begin - 1)) >= 0;
        boolean vowel = begin > from + 1 && sound.charAt(begin) == 'อ' && sound.charAt(begin - 2) == 'เ'; // as in เวอ
        if (begin > from && (begin - from < KEPT || torn || vowel)) {
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
