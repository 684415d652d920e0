package org.salacrm.core.duplicate;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address by its parts, however they are abbreviated.
 *
 * @param house number of the house, {@code 99/1}; empty when there is none
 * @param inside floor and room within a house of many
 * @param postcode five digits, or empty
 * @param words sounds of all other words
 */
record PostalAddress(String house, Set<String> inside, String postcode, Set<String> words) {
    /** Words for one thing as they are folded, and what is put for them. */
    private static final Map<Pattern, String> SPELLINGS = spellings();

    private static final Pattern POSTCODE = Pattern.compile("(?<!\\d)([1-9]\\d{4})(?!\\d)");
    private static final Pattern INSIDE = Pattern.compile("(?:@floor|@room)\\s*(?:no\\.?)?\\s*"
            + "([a-z]?-?\\d+[a-z]?(?:[-/]\\d+)*|[a-z])|(\\d+)(?:st|nd|rd|th)?\\s*@floor");
    private static final Pattern MOO = Pattern.compile("@moo\\s*(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[/-]\\d+)*");

    /** What is said of two places by what is surely different. */
    private static final double OTHER_PROVINCE = -1;

    private static final double OTHER_HOUSE = -0.8;
    private static final double OTHER_ROOM = -0.5;
    /** Without a number of the house: how far words must be shared or not, and what that says. */
    private static final double MANY_WORDS = 0.8;

    private static final double FEW_WORDS = 0.3;
    private static final double LIKELY = 0.2;
    private static final double UNLIKELY = -0.6;
    /** With one number of the house: the shared words from which on it is one place, may be one, or is none. */
    private static final double ONE_PLACE = 0.75;

    private static final double MAY_BE = 0.4;
    private static final double NO_PLACE = 0.15;
    private static final Slope RATHER = new Slope(MAY_BE, 0.4, ONE_PLACE, 1);
    private static final double DOUBTFUL = 0.1;
    private static final double ELSEWHERE = -0.4;
    /** What another postcode takes away, and what words count for at least where it is the same in two scripts. */
    private static final double OTHER_POSTCODE = 0.3;

    private static final double ONE_POSTCODE = 0.5;
    /** What is left of an agreement where one of them says no room. */
    private static final double ROOM_UNKNOWN = 0.6;
    /** Where no words are there to be shared. */
    private static final double NO_WORDS = 0.3;
    /** What a word counts for that is written differently, and how alike it must be within a script and across. */
    private static final double WRITTEN_DIFFERENTLY = 0.85;

    private static final double ALIKE = 0.78;
    private static final double HEARD = 0.8;

    static PostalAddress of(String text) {
        String plain = Letters.of(text).replace('\n', ' ');
        for (Map.Entry<Pattern, String> spelling : SPELLINGS.entrySet()) {
            plain = spelling.getKey().matcher(plain).replaceAll(spelling.getValue());
        }
        Matcher post = POSTCODE.matcher(plain);
        String postcode = "";
        if (post.find()) {
            postcode = post.group(1);
            plain = post.replaceAll(" ");
        }
        Set<String> inside = new HashSet<>();
        Matcher in = INSIDE.matcher(plain);
        while (in.find()) {
            inside.add(in.group(1) == null ? in.group(2) : in.group(1).replaceFirst("(?:st|nd|rd|th)$", ""));
        }
        plain = MOO.matcher(in.replaceAll(" ")).replaceAll(" หมู$1 ");
        Matcher number = NUMBER.matcher(plain);
        String house = "";
        if (number.find()) {
            house = number.group();
            plain = plain.substring(0, number.start()) + " " + plain.substring(number.end());
        }
        Set<String> words = new LinkedHashSet<>();
        for (String word : Letters.words(plain)) {
            String sound = Sound.of(word);
            if (!sound.isEmpty()) {
                words.add(sound);
            }
        }
        return new PostalAddress(house, inside, postcode, words);
    }

    private static Map<Pattern, String> spellings() {
        Map<Pattern, String> all = new LinkedHashMap<>();
        put(all, "กรุงเทพ(มหานคร|ฯ)?|กทม\\.?|\\bbangkok\\b|\\bbkk\\b", " กทม ");
        put(all, "เลขที|บานเลขที|\\bno\\.? |ตำบล|แขวง|อำเภอ|เขต|จังหวัด|ประเทศไทย|\\bthailand\\b|รหัสไปรษณีย์", " ");
        put(
                all,
                "\\bsub-?district\\b|\\bdistrict\\b|\\bprovince\\b|\\bkhwaeng\\b|\\bkhet\\b|\\btambon\\b|\\bamphoe?\\b",
                " ");
        put(all, "(?<![ก-์])(?:ต|อ|จ|ข|ขว)\\.", " ");
        put(all, "ถนน|(?<![ก-์])ถ\\.|\\broad\\b|\\brd\\b\\.?|\\bstreet\\b|\\bst\\.", " ");
        put(all, "ซอย|(?<![ก-์])ซ\\.|\\bsoi\\b", " ");
        put(all, "หมู(?:ที)?(?=\\s*\\d)|(?<![ก-์])ม\\.?(?=\\s*\\d)|\\bmoo\\b|\\bm\\.(?=\\s*\\d)", " @moo ");
        put(all, "หมูบาน|(?<![ก-์])มบ\\.|\\bvillage\\b", " ");
        put(all, "ชัน(?=\\s*[\\da-z])|\\bfloor\\b|\\bfl\\b\\.?", " @floor ");
        put(all, "หอง(?:เลขที)?(?=\\s*[\\da-z])|\\broom\\b|\\bunit\\b|ยูนิต", " @room ");
        put(all, "อาคาร|ตึก|\\bbuilding\\b|\\bbldg\\b\\.?|\\btower\\b|ทาวเวอร์", " ");
        return all;
    }

    private static void put(Map<Pattern, String> all, String pattern, String word) {
        all.put(Pattern.compile(pattern), word);
    }

    /** How far two addresses are one place, as a {@link Comparison} says it. */
    double agreement(PostalAddress other) {
        double shared = shared(other);
        boolean houses = !house.isEmpty() && !other.house.isEmpty();
        boolean elsewhere = !postcode.isEmpty() && !other.postcode.isEmpty() && !postcode.equals(other.postcode);
        if (elsewhere && !postcode.substring(0, 2).equals(other.postcode.substring(0, 2))) {
            return OTHER_PROVINCE;
        }
        if (houses && !house.equals(other.house)) {
            return OTHER_HOUSE;
        }
        if (!houses) {
            return shared > MANY_WORDS ? LIKELY : shared < FEW_WORDS ? UNLIKELY : 0;
        }
        boolean rooms = !inside.isEmpty() && !other.inside.isEmpty();
        if (rooms && inside.stream().noneMatch(other.inside::contains)) {
            return OTHER_ROOM;
        }
        boolean post = !postcode.isEmpty() && postcode.equals(other.postcode) && isThai(words) != isThai(other.words);
        double place = elsewhere ? shared - OTHER_POSTCODE : post ? Math.max(ONE_POSTCODE, shared) : shared;
        double one = place >= MAY_BE ? RATHER.at(place) : place < NO_PLACE ? ELSEWHERE : DOUBTFUL;
        return inside.isEmpty() == other.inside.isEmpty() ? one : one * ROOM_UNKNOWN;
    }

    /** How many words of the shorter stand in the longer. */
    private double shared(PostalAddress other) {
        Set<String> fewer = words.size() <= other.words.size() ? words : other.words;
        Set<String> more = fewer == words ? other.words : words;
        if (fewer.isEmpty()) {
            return NO_WORDS;
        }
        if (isThai(fewer) != isThai(more)) {
            return isThai(fewer) ? heard(fewer, more) : heard(more, fewer);
        }
        double sum = 0;
        for (String word : fewer) {
            sum += more.contains(word) ? 1 : more.stream().anyMatch(w -> alike(w, word)) ? WRITTEN_DIFFERENTLY : 0;
        }
        return sum / fewer.size();
    }

    private static boolean isThai(Set<String> words) {
        return words.stream().anyMatch(word -> Letters.isThai(word.charAt(0)));
    }

    /** How many of the Thai words are heard among the others, which have blanks where Thai has none. */
    private static double heard(Set<String> thai, Set<String> latin) {
        StringBuilder all = new StringBuilder();
        latin.forEach(word -> all.append(Skeleton.of(word)));
        long found = thai.stream()
                .filter(word ->
                        all.indexOf(Skeleton.of(word)) >= 0 || latin.stream().anyMatch(w -> alike(w, word)))
                .count();
        return (double) found / thai.size();
    }

    private static boolean alike(String a, String b) {
        if (Letters.isThai(a.charAt(0)) != Letters.isThai(b.charAt(0))) {
            return NameWord.heard(Skeleton.of(a), Skeleton.of(b)) > HEARD;
        }
        return NameWord.typed(a, b, Letters.isThai(a.charAt(0))) > ALIKE;
    }
}
