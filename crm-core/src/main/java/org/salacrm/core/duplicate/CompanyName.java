package org.salacrm.core.duplicate;

import java.util.List;
import java.util.Map;
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
    private static final double TOGETHER = 0.3;
    private static final int LONG = 6;
    private static final int INITIALS = 4;

    // The patterns are for folded texts, which have no tone marks.
    private static final Pattern HEAD =
            Pattern.compile("[(\\[]?\\s*(?:สำนักงานใหญ|สนญ\\.?|head\\s*office|head ?quarters?)\\s*[)\\]]?");
    private static final Pattern BRANCH =
            Pattern.compile("[(\\[-]?\\s*(?:สาขา(?:ที่|เลขที่)?|\\bbranch(?: (?:no\\.?|number))?)[\\s:.]*"
                    + "([\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} ./-]*)[)\\]]?");
    private static final Pattern BRANCH_AFTER =
            Pattern.compile("[(\\[-]\\s*([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ]*?) branch\\s*[)\\]]?");
    private static final Pattern FORM =
            Pattern.compile("บริษัท(?: ?มหาชน ?จำกัด)?|หางหุนสวน(?: ?จำกัด| ?สามัญ(?:นิติบุคคล)?)?|จำกัด|มหาชน|คณะบุคคล"
                    + "|คอร์?ปอเรชัน|คัมปะนี|ลิมิเตด|\\bltd\\.?,? ?part\\b");
    /** What Thais write short: a hospital, a university, an office. */
    private static final Map<Pattern, String> SHORT = Map.ofEntries(
            whole("รพ\\.", "โรงพยาบาล"),
            whole("รร\\.", "โรงเรียน"),
            whole("สนง\\.?", "สำนักงาน"),
            whole("ม\\.", "มหาวิทยาลัย"),
            whole("มทร\\.?", "มหาวิทยาลัยเทคโนโลยีราชมงคล"),
            whole("มรภ\\.?", "มหาวิทยาลัยราชภัฏ"),
            whole("วท\\.?", "วิทยาลัยเทคนิค"),
            whole("ธ\\.", "ธนาคาร"),
            whole("อบต\\.?", "องค์การบริหารสวนตำบล"),
            whole("อบจ\\.?", "องค์การบริหารสวนจังหวัด"),
            whole("ทต\\.", "เทศบาลตำบล"),
            whole("ทม\\.", "เทศบาลเมือง"),
            whole("รร\\. ?แรม", "โรงแรม"));
    /** Letters and their number, as in Com7. */
    private static final Pattern NUMBERED = Pattern.compile("(?<=\\p{L}{3})(?=[0-9])");

    /** A lone บ. before more letters is a company only where it goes on as one. */
    private static final Pattern LIMITED = Pattern.compile("^บ\\.(?=.*(?:จำกัด|จก))");

    private static Map.Entry<Pattern, String> whole(String form, String meant) {
        return Map.entry(Pattern.compile("^" + form + "\\s*(?=[\u0e01-\u0e44])"), meant);
    }

    private static String expanded(String folded) {
        String text = LIMITED.matcher(folded)
                .replaceFirst("")
                .replace("&", " and ")
                .replace("แอนด์", " and ")
                .replace("เซเวน", " 7 ");
        for (Map.Entry<Pattern, String> one : SHORT.entrySet()) {
            Matcher found = one.getKey().matcher(text);
            if (found.find()) {
                return one.getValue() + text.substring(found.end());
            }
        }
        return NUMBERED.matcher(text).replaceAll(" ");
    }

    static CompanyName of(String text) {
        String folded = expanded(Letters.of(text));
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

    /** Whether it is initials alone, which may stand for anything longer. */
    boolean isInitials() {
        return words.size() == 1
                && compact.length() > 1
                && compact.length() <= INITIALS
                && compact.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0 || c >= 'ะ' && c < 'ๆ');
    }

    boolean isThai() {
        return words.stream().anyMatch(NameWord::isThai);
    }

    /** How much it tells one company from another: two common words are a name too. */
    double weight() {
        double sum = compact.length() > LONG ? TOGETHER : 0;
        for (NameWord word : words) {
            sum += word.weight();
        }
        return sum;
    }
}
