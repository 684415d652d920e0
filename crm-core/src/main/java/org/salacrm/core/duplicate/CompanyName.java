package org.salacrm.core.duplicate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a company without its legal form: its words, its numbers and the branch it names.
 *
 * @param compact all of it as it sounds, without blanks
 * @param numbers its digits; a company with another number is another company
 * @param branch name or number of the branch, {@code 0} for the head office, empty when none is named
 */
record CompanyName(List<NameWord> words, String compact, String numbers, String branch) {
    // The patterns are for folded texts, which have no tone marks.
    private static final Pattern HEAD =
            Pattern.compile("[(\\[]?\\s*(?:สำนักงานใหญ|สนญ\\.?|head\\s*office|head ?quarters?)\\s*[)\\]]?");
    private static final Pattern BRANCH =
            Pattern.compile("[(\\[-]?\\s*(?:สาขา(?:ที่|เลขที่)?|\\bbranch(?: (?:no\\.?|number))?)[\\s:.]*"
                    + "([\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} ./-]*)[)\\]]?");
    private static final Pattern BRANCH_AFTER =
            Pattern.compile("[(\\[-]\\s*([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ]*?) branch\\s*[)\\]]?");
    private static final Pattern FORM = Pattern.compile(
            "บริษัท(?: ?มหาชน ?จำกัด)?|หางหุนสวน(?: ?จำกัด| ?สามัญ(?:นิติบุคคล)?)?|จำกัด|มหาชน|คณะบุคคล");

    static CompanyName of(String text) {
        String folded = Letters.of(text).replace("&", " and ");
        String branch = "";
        Matcher head = HEAD.matcher(folded);
        if (head.find()) {
            branch = "0";
            folded = head.replaceAll(" ");
        }
        for (Pattern pattern : List.of(BRANCH, BRANCH_AFTER)) {
            Matcher named = pattern.matcher(folded);
            if (named.find()) {
                branch = branch(named.group(1));
                folded = named.replaceFirst(" ");
            }
        }
        List<NameWord> words = NameWords.of(FORM.matcher(folded).replaceAll(" "));
        StringBuilder compact = new StringBuilder();
        StringBuilder numbers = new StringBuilder();
        for (NameWord word : words) {
            compact.append(word.meaning().equals("thailand") ? "" : word.sound());
            digits(word.sound(), numbers);
        }
        return new CompanyName(words, compact.toString(), numbers.toString(), branch);
    }

    /** A number without leading noughts, or the sound of a name. */
    static String branch(String written) {
        String text = Letters.of(written).replace(" ", "");
        if (text.matches("[0-9]+")) {
            return text.replaceFirst("^0+(?=.)", "");
        }
        return HEAD.matcher(Letters.of(written)).find() ? "0" : Sound.of(text);
    }

    private static void digits(String word, StringBuilder numbers) {
        int before = numbers.length();
        word.chars().filter(Character::isDigit).forEach(c -> numbers.append((char) c));
        if (numbers.length() > before) {
            numbers.append(' ');
        }
    }

    /** How much of the two names is the same, 0 to 1. */
    double similarity(CompanyName other) {
        if (compact.equals(other.compact)) {
            return 1;
        }
        double similar = Alignment.of(words, other.words, compact, other.compact);
        if (!numbers.equals(other.numbers)) {
            return Math.min(similar, numbers.isEmpty() || other.numbers.isEmpty() ? 0.8 : 0.5);
        }
        return similar;
    }

    /** How much it tells one company from another. */
    double weight() {
        double sum = 0;
        for (NameWord word : words) {
            sum += word.weight();
        }
        return sum;
    }
}
