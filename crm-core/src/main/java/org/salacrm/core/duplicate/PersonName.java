package org.salacrm.core.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.salacrm.core.record.NameForms;

/**
 * The name of a person without title and nickname.
 *
 * @param first given name as it sounds
 * @param last family name in one piece, empty when there is none
 * @param end last word of the family name, where there are several
 * @param sex as a title tells: m, f or empty
 * @param nickname what stands in brackets, as it sounds; else empty
 */
record PersonName(String first, String last, String end, String sex, String nickname) {
    private static final Pattern ASIDE = Pattern.compile("[(\\[\"“'](.*?)[)\\]\"”']");
    /** As one calls somebody, which with its tone mark begins no name, and the rank of a general. */
    private static final Pattern ELDER =
            Pattern.compile("^\\s*(?:พี่|น้อง|เฮีย|เจ๊|พล\\.\\s*(?:[ตอร]\\.\\s*)?[อทตจ]\\.)\\s*(?=\\S\\S)");
    /** What stands behind a name and is none of it. */
    private static final Pattern DEGREE = Pattern.compile(
            ",?\\s*\\b(?:ph\\.? ?d\\.?|m\\.?d\\.|mba|m\\.b\\.a\\.|jr\\.?|sr\\.?|esq\\.?|cpa|ผูจัดการ)\\s*$");
    /** Family name first. */
    private static final Pattern COMMA = Pattern.compile("([^,]+),([^,]+)");

    private static final Set<String> MEN = folded(NameForms.MEN, "mr");
    private static final Set<String> WOMEN = folded(NameForms.WOMEN, "mrs ms miss");
    /** Beside those that every name is read without: such as may be a part of a name, and ranks. */
    private static final Set<String> OTHERS = folded(
            NameForms.ANYBODY,
            "ศ ศาสตราจารย์ อาจารย์ อ มล มร มรว ว่าที่ รท รอ พต พท พอ พตต พตท พตอ พลต พลท พลอ พลตต"
                    + " พลตท พลตอ สต สท สอ จสต จสท จสอ ดต ร้อยโท ร้อยเอก พันตรี พันโท พันเอก รต รตต รตท รตอ"
                    + " รตหญิง หญิง นตท นต นท นอ ร้อยตรี ร้อยตรีหญิง สพญ นสพ กภ ทนพ พว ทดสอบ dr prof assoc"
                    + " asst khun sir madam หมอ พี่ น้อง");

    /** Titles that are written right before the name; the longer ones first. */
    private static final List<String> GLUED = NameForms.titles()
            .filter(title -> !title.endsWith("."))
            .map(Letters::of)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    /** From here on a word is the other one as somebody else writes it. */
    private static final double SAME = 0.9;
    /** From here on it may be the other one with a slip. */
    private static final double ALIKE = 0.75;
    /** From here on two names in one piece are one. */
    private static final double ONE_PIECE = 0.85;

    private static final double INITIAL = 0.9;
    /** What is heard alike in two scripts is as good as this: there is no one way to write a Thai name in Latin. */
    private static final double ACROSS = 0.98;

    private static final double ACROSS_BONUS = 0.1;
    /** From here on what is heard counts for more than the letters alone. */
    private static final double HEARD = 0.6;

    /** What agreements of parts say of the whole. */
    private static final double BOTH = 0.75;

    /** Where given and family name agree, by the worse of them. */
    private static final Slope BOTH_AGREE = new Slope(SAME, BOTH, 1, 1);
    /** Where the given name agrees, by the family name. */
    private static final Slope ONE_GIVEN_NAME = new Slope(0.5, -0.6, 0.82, BOTH);
    /** Where the family name agrees, by the given name: brothers and sisters share it. */
    private static final Slope ONE_FAMILY = new Slope(0.7, -0.8, SAME, 0.65);

    /** One given name and two family names: somebody married, or there are two. */
    private static final double MARRIED = -0.02;

    private static final double SHORTENED = 0.95;
    private static final double GIVEN_ALONE = 0.5;
    private static final double GIVEN_LIKELY = 0.3;
    private static final double BOTH_DOUBTFUL = 0.2;
    /** What is taken away where the titles tell of a man and a woman, or the names are swapped. */
    private static final double SEXES = 0.5;

    private static final double SWAPPED = 0.03;
    /** Letters from which one word is taken for given and family name. */
    private static final int WHOLE = 9;

    private static Set<String> folded(List<String> forms, String more) {
        String words = String.join(" ", forms).replace(".", "") + " " + more;
        return Arrays.stream(Letters.of(words).split(" ")).map(Sound::of).collect(Collectors.toUnmodifiableSet());
    }

    static PersonName of(String text) {
        String written = DEGREE.matcher(Letters.of(ELDER.matcher(text).replaceFirst("")))
                .replaceAll(" ")
                .strip();
        Matcher aside = ASIDE.matcher(written);
        String nickname = aside.find() ? nickname(aside.group(1)) : "";
        String folded = aside.replaceAll(" ");
        Matcher comma = COMMA.matcher(folded);
        boolean lastFirst = comma.matches()
                && !OTHERS.contains(Sound.of(comma.group(2).strip().replace(".", "")));
        List<String> words = new ArrayList<>(
                Arrays.asList(Letters.words(lastFirst ? comma.group(2) + " " + comma.group(1) : folded)));
        String sex = "";
        while (words.size() > 1 && isTitle(words, Sound.of(words.get(0)))) {
            sex = sex.isEmpty() ? sex(Sound.of(words.get(0))) : sex;
            words.remove(0);
        }
        if (!words.isEmpty()) {
            String glued = glued(words.get(0));
            sex = sex.isEmpty() ? sex(glued) : sex;
            words.set(0, words.get(0).substring(glued.length()));
        }
        return of(words, sex, nickname);
    }

    private static String nickname(String aside) {
        String[] words = Letters.words(aside);
        String last = words.length == 0 ? "" : words[words.length - 1];
        return Sound.of(last.substring(glued(last).length()));
    }

    private static PersonName of(List<String> words, String sex, String nickname) {
        if (words.isEmpty()) {
            return new PersonName(nickname, "", "", sex, "");
        }
        List<String> rest = words.subList(1, words.size());
        String end = rest.size() > 1 ? Sound.of(rest.get(rest.size() - 1)) : "";
        return new PersonName(Sound.of(words.get(0)), Sound.of(String.join("", rest)), end, sex, nickname);
    }

    /** A lone K stands for Khun. */
    private static boolean isTitle(List<String> words, String word) {
        return MEN.contains(word) || WOMEN.contains(word) || OTHERS.contains(word) || word.equals("k");
    }

    private static String sex(String title) {
        String heard = Sound.of(title);
        return MEN.contains(heard) ? "m" : WOMEN.contains(heard) ? "f" : "";
    }

    /** The title a word begins with. What goes on with a vowel is a name, such as คุณากร. */
    private static String glued(String word) {
        for (String title : GLUED) {
            if (word.startsWith(title) && word.length() > title.length() + 1) {
                char next = word.charAt(title.length());
                if (!Letters.isVowel(next) && next != Letters.SILENT) {
                    return title;
                }
            }
        }
        return "";
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    /** How far two names are of one person, as a {@link Comparison} says it. */
    double agreement(PersonName other) {
        double agreement = last.isEmpty() || other.last.isEmpty()
                ? onePiece(other)
                : (first + last).equals(other.first + other.last)
                        ? 1
                        : Math.max(inOrder(other), swapped().inOrder(other) - SWAPPED);
        boolean sexes = !sex.isEmpty() && !other.sex.isEmpty() && !sex.equals(other.sex);
        return sexes ? agreement - SEXES : agreement;
    }

    private PersonName swapped() {
        return new PersonName(last, first, "", sex, nickname);
    }

    /** One of them is a given name alone, or both names without a blank between. */
    private double onePiece(PersonName other) {
        String a = first + last;
        String b = other.first + other.last;
        double whole = part(a, b);
        if (whole >= ONE_PIECE && Math.min(a.length(), b.length()) >= WHOLE) {
            return whole == 1 ? 1 : BOTH;
        }
        if (whole == 1) {
            return GIVEN_ALONE; // it may be a given name, of which there are many
        }
        if (last.isEmpty() && isCalled(other.nickname) || other.last.isEmpty() && other.isCalled(nickname)) {
            return GIVEN_ALONE;
        }
        double given =
                Math.max(part(first, other.first), last.isEmpty() ? part(first, other.last) : part(last, other.first));
        boolean begins = last.isEmpty() ? first.startsWith(other.first) : other.first.startsWith(first);
        return given > SAME || begins ? GIVEN_LIKELY : given > ALIKE ? 0 : -1;
    }

    private boolean isCalled(String name) {
        return !name.isEmpty() && part(first, name) > SAME;
    }

    private double inOrder(PersonName other) {
        double given = ShortNames.same(first, other.first) ? SHORTENED : part(first, other.first);
        double family = family(other);
        if (given >= SAME) {
            boolean initial = isInitial(first, other.first) || isInitial(last, other.last);
            double both = initial ? GIVEN_ALONE : BOTH_AGREE.at(Math.min(given, family));
            return family >= SAME
                    ? both
                    : Math.max(isInitial(first, other.first) ? -1 : MARRIED, ONE_GIVEN_NAME.at(family));
        }
        if (family >= SAME) {
            return ONE_FAMILY.at(given);
        }
        return given > ALIKE && family > ALIKE ? BOTH_DOUBTFUL : -1;
    }

    private double family(PersonName other) {
        double whole = part(last, other.last);
        if (end.isEmpty() && other.end.isEmpty()) {
            return whole;
        }
        double ends = part(end.isEmpty() ? last : end, other.end.isEmpty() ? other.last : other.end);
        return Math.max(whole, ends);
    }

    private static double part(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        if (isInitial(a, b)) {
            return INITIAL;
        }
        if (Letters.isThai(a.charAt(0)) != Letters.isThai(b.charAt(0))) {
            return across(a, b);
        }
        return NameWord.typed(a, b, Letters.isThai(a.charAt(0)));
    }

    private static boolean isInitial(String a, String b) {
        if (a.length() != 1 && b.length() != 1 || a.equals(b) || a.isEmpty() || b.isEmpty()) {
            return false;
        }
        String x = Skeleton.of(a);
        String y = Skeleton.of(b);
        return Letters.isThai(a.charAt(0)) == Letters.isThai(b.charAt(0))
                ? a.charAt(0) == b.charAt(0)
                : !x.isEmpty() && !y.isEmpty() && x.charAt(0) == y.charAt(0);
    }

    private static double across(String a, String b) {
        String x = Skeleton.of(a);
        String y = Skeleton.of(b);
        double heard = x.equals(y) && !x.isEmpty() ? 1 : NameWord.heard(x, y);
        return heard < HEARD ? heard : Math.min(ACROSS, heard + ACROSS_BONUS);
    }
}
