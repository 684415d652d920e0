package org.salacrm.documents;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Divides a text into lines of a width: at a blank where that leaves no large gap, else between Thai words. Measured
 * once, divided as often as is needed to find letters small enough.
 */
final class Wrapping {
    /** How full a line must be to end at a blank although another word would fit. */
    private static final double FULL = 0.6;

    private static final Locale THAI = Locale.forLanguageTag("th");

    private final String text;
    private final double[] stops;
    private final BitSet words;
    private final BitSet letters;

    Wrapping(Typeface face, String text) {
        this.text = text;
        this.stops = face.stops(text);
        this.words = breaks(BreakIterator.getLineInstance(THAI), text);
        this.letters = breaks(BreakIterator.getCharacterInstance(THAI), text);
    }

    private static BitSet breaks(BreakIterator iterator, String text) {
        BitSet breaks = new BitSet(text.length() + 1);
        iterator.setText(text);
        for (int at = iterator.next(); at != BreakIterator.DONE; at = iterator.next()) {
            breaks.set(at);
        }
        return breaks;
    }

    /** @param width in thousandths of the size of the letters */
    List<String> lines(double width) {
        List<String> lines = new ArrayList<>();
        int begin = 0;
        while (begin < text.length()) {
            int end = end(begin, width);
            lines.add(text.substring(begin, end).stripTrailing());
            begin = past(end);
        }
        return lines.isEmpty() ? List.of("") : lines;
    }

    private int past(int at) {
        int next = at;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next;
    }

    private int end(int begin, double width) {
        if (fits(begin, text.length(), width)) {
            return text.length();
        }
        int word = last(words, begin, width);
        int blank = text.lastIndexOf(' ', word - 1) + 1;
        if (blank > begin && stops[blank] - stops[begin] > width * FULL) {
            return blank;
        }
        int end = word > begin ? word : last(letters, begin, width);
        return end > begin ? end : letters.nextSetBit(begin + 1);
    }

    /** The last break up to which the text fits; where it begins when there is none. */
    private int last(BitSet breaks, int begin, double width) {
        int end = begin;
        for (int at = breaks.nextSetBit(begin + 1); at > 0 && fits(begin, at, width); at = breaks.nextSetBit(at + 1)) {
            end = at;
        }
        return end;
    }

    private boolean fits(int begin, int end, double width) {
        int seen = end;
        while (seen > begin && text.charAt(seen - 1) == ' ') {
            seen--;
        }
        return stops[seen] - stops[begin] <= width;
    }
}
