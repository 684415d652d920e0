package org.salacrm.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salacrm.search.text.Folded;
import org.salacrm.search.text.Needle;
import org.salacrm.search.text.Phone;

/** Looks at what a person may see of a record: where the text stands in it, and how telling that place is. */
final class Matcher {
    private static final int TITLE = 0;
    private static final int WORD = 1;
    private static final int PART = 2;
    private static final int SCATTERED = 3;
    private static final int GUESSED = 10;

    private final Needle needle;

    Matcher(Needle needle) {
        this.needle = needle;
    }

    /** @param number whether it is searched by its digits too */
    record Place(String field, String value, boolean title, boolean number) {}

    /** @param rank the smaller the more telling */
    record Match(int rank, Place place, List<Integer> marks) {}

    Optional<Match> match(List<Place> places) {
        for (Needle.Way way : needle.ways()) {
            Optional<Match> match = match(way, places);
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }

    private static Optional<Match> match(Needle.Way way, List<Place> places) {
        Match best = null;
        int guess = way.typed() ? 0 : GUESSED;
        String phrase = String.join(" ", way.words());
        for (Place place : places) {
            Folded folded = Folded.of(place.value());
            int at = at(folded.text(), phrase);
            if (at >= 0) {
                boolean begins = at == 0 || folded.text().charAt(at - 1) == ' ';
                int rank = guess + (at == 0 && place.title() ? TITLE : begins ? WORD : PART);
                best = better(best, new Match(rank, place, marks(folded, way.words())));
            } else if (place.number()) {
                best = better(best, number(place, phrase, guess));
            }
        }
        return Optional.ofNullable(best == null ? scattered(way, places, guess) : best);
    }

    private static Match better(Match one, Match other) {
        return one == null || other != null && other.rank() < one.rank() ? other : one;
    }

    /** Two letters are looked for only where a word begins. */
    private static int at(String text, String word) {
        int at = text.indexOf(word);
        boolean anywhere = word.length() > 2;
        while (at > 0 && !anywhere && text.charAt(at - 1) != ' ') {
            at = text.indexOf(word, at + 1);
        }
        return at;
    }

    private static Match number(Place place, String digits, int guess) {
        if (digits.length() < 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        String whole = Phone.digits(place.value());
        int at = whole.indexOf(digits);
        if (at < 0) {
            return null;
        }
        List<Integer> written = new ArrayList<>();
        for (int i = 0; i < place.value().length(); i++) {
            if (Character.isDigit(place.value().charAt(i))) {
                written.add(i);
            }
        }
        // Counted from the end: what was left out or put in stands at the beginning.
        int left = written.size() - whole.length();
        int begin = written.get(Math.max(0, at + left));
        int end = written.get(at + left + digits.length() - 1) + 1;
        return new Match(guess + (at == 0 ? WORD : PART), place, List.of(begin, end));
    }

    /** Every word stands somewhere, not all of them side by side. */
    private static Match scattered(Needle.Way way, List<Place> places, int guess) {
        Place shown = null;
        for (String word : way.words()) {
            Place found = places.stream()
                    .filter(place -> holds(place, word))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                return null;
            }
            shown = shown == null ? found : shown;
        }
        return shown == null ? null : new Match(guess + SCATTERED, shown, marks(Folded.of(shown.value()), way.words()));
    }

    private static boolean holds(Place place, String word) {
        return at(Folded.of(place.value()).text(), word) >= 0 || place.number() && number(place, word, 0) != null;
    }

    private static List<Integer> marks(Folded folded, List<String> words) {
        List<int[]> found = new ArrayList<>();
        for (String word : words) {
            int at = at(folded.text(), word);
            if (at >= 0) {
                found.add(new int[] {folded.start(at), folded.end(at + word.length())});
            }
        }
        found.sort((a, b) -> a[0] - b[0]);
        List<Integer> marks = new ArrayList<>();
        for (int[] mark : found) {
            if (marks.isEmpty() || mark[0] >= marks.get(marks.size() - 1)) {
                marks.add(mark[0]);
                marks.add(mark[1]);
            }
        }
        return marks;
    }
}
