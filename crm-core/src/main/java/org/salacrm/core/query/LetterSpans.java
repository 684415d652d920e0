package org.salacrm.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.salacrm.api.entity.FieldType;
import org.salacrm.core.query.Condition.Is;
import org.salacrm.core.record.NameForms;
import org.salacrm.core.record.SortKey;

/**
 * Under which letter a name stands in a card index: บริษัท กรุงเทพ under ก, คุณเอก under อ, but คุณากร under ค. Told in
 * spans of the stored sort keys, which an index finds; blanks and tone marks do not count in them.
 */
final class LetterSpans {
    private static final List<String> FORMS =
            Stream.concat(NameForms.COMPANIES.stream(), NameForms.titles()).toList();

    /** Behind every key that begins with the same digits: keys are hexadecimal. */
    private static final String END = "g";

    /** Digits of a key, of which a form with a letter behind it never has so many. */
    private static final int LONGEST = 250;

    private static final SortKey KEYS = new SortKey();

    private LetterSpans() {}

    /** Keys from the first to before the second. */
    private record Span(String from, String to) {
        Stream<Span> without(Span gap) {
            if (gap.from.compareTo(to) >= 0 || gap.to.compareTo(from) <= 0) {
                return Stream.of(this);
            }
            return Stream.of(new Span(from, gap.from), new Span(gap.to, to))
                    .filter(span -> span.from.compareTo(span.to) < 0);
        }
    }

    /** One Thai consonant also begins what stands under it in the dictionary with a vowel before it. */
    static List<String> beginnings(String start) {
        boolean consonant = start.matches("[ก-ฮ]");
        Stream<String> vowels = consonant ? Stream.of("เ", "แ", "โ", "ใ", "ไ") : Stream.empty();
        return Stream.concat(Stream.of(start), vowels.map(vowel -> vowel + start))
                .toList();
    }

    /** Whether the field has keys that say what stands under the letter. */
    static boolean areIn(FieldType field, String letter) {
        boolean keys = !field.sortColumn().isEmpty() && !field.sortColumn().equals(field.column());
        return keys && letter.matches("[A-Za-zก-ฮ]");
    }

    static Condition under(String letter, Term term, Values values, boolean negated) {
        List<Condition> spans = new ArrayList<>();
        for (Span span : of(letter)) {
            Keys from = Keys.bind(values, List.of(span.from));
            Keys to = Keys.bind(values, List.of(span.to));
            List<Condition> ends = List.of(
                    new Condition.Test(term, Is.KEY_GE, from, negated),
                    new Condition.Test(term, Is.KEY_LT, to, negated));
            spans.add(negated ? Condition.or(ends) : Condition.and(ends));
        }
        return negated ? Condition.and(spans) : Condition.or(spans);
    }

    private static List<Span> of(String letter) {
        return Stream.concat(Stream.of(""), FORMS.stream())
                .flatMap(form -> begins(form + letter).stream())
                .toList();
    }

    /** What begins with these words, unless more of it is a form that a name follows. */
    private static List<Span> begins(String words) {
        String key = key(words);
        List<Span> spans = List.of(new Span(key, key + END));
        for (String form : FORMS) {
            if (key(form).startsWith(key)) {
                List<Span> left = new ArrayList<>();
                spans.forEach(span -> span.without(named(form)).forEach(left::add));
                spans = left;
            }
        }
        return spans;
    }

    /** A form with a name behind it. What goes on with a vowel, as คุณากร and นางสาวิตรี do, is of the name itself. */
    private static Span named(String form) {
        return new Span(key(form + "a"), key(form + "ฮ") + END);
    }

    private static String key(String text) {
        return KEYS.of(text, LONGEST);
    }
}
