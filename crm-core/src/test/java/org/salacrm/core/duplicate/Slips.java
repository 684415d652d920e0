package org.salacrm.core.duplicate;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How the same thing comes to be written in another way. */
final class Slips {
    private static final String TONES = "\u0e48\u0e49\u0e4a";
    private final MadeUp made;

    Slips(MadeUp made) {
        this.made = made;
    }

    /** A tone mark lost or exchanged, a vowel composed another way, something invisible between. */
    String thaiSigns(String text) {
        return switch (made.random.nextInt(5)) {
            case 0 -> text.replaceFirst("[" + TONES + "]", "");
            case 1 -> text.replace("\u0e33", "\u0e4d\u0e32");
            case 2 -> text.replace("แ", "เเ");
            case 3 -> text.length() < 4 ? text : text.substring(0, 3) + "\u200b" + text.substring(3);
            default -> text.replaceFirst("[" + TONES + "]", made.one("\u0e48", "\u0e49"));
        };
    }

    /** One letter lost, doubled, exchanged with its neighbour or with another; not the first. */
    String typo(String text) {
        List<Integer> places = IntStream.range(2, text.length() - 1)
                .filter(i -> Character.isLetter(text.charAt(i)) && Character.isLetter(text.charAt(i + 1)))
                .boxed()
                .toList();
        if (text.length() < 7 || places.isEmpty()) {
            return text;
        }
        int at = made.one(places);
        return switch (made.random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
            case 2 -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
            default ->
                text.substring(0, at)
                        + (Letters.isThai(text.charAt(at))
                                ? made.one("ก", "ส", "น", "ด")
                                : made.one("e", "a", "n", "s"))
                        + text.substring(at + 1);
        };
    }

    /** Letters that sound the same. */
    String sound(String text) {
        String[][] pairs = {
            {"พงษ์", "พงศ์"}, {"พงศ์", "พงษ์"}, {"รณ", "รน"}, {"ศ", "ส"}, {"ธ", "ท"}, {"ภ", "พ"}, {"ี", "ิ"}
        };
        for (String[] pair : pairs) {
            if (text.contains(pair[0]) && made.often()) {
                return text.replace(pair[0], pair[1]);
            }
        }
        return text;
    }

    /** Another way to write a Thai name in Latin letters. */
    String latin(String text) {
        String out = text;
        String[][] pairs = {
            {"ph", "p"}, {"th", "t"}, {"ee", "i"}, {"oo", "u"}, {"j", "ch"}, {"w", "v"}, {"tt", "t"}, {"orn", "on"}
        };
        for (String[] pair : pairs) {
            out = made.seldom() ? out.replace(pair[0], pair[1]) : out;
        }
        return out;
    }

    String phone(String number) {
        boolean mobile = number.length() == 10;
        String a = number.substring(0, mobile ? 3 : 2);
        String b = number.substring(mobile ? 3 : 2, mobile ? 6 : 5);
        String c = number.substring(mobile ? 6 : 5);
        return switch (made.random.nextInt(8)) {
            case 0 -> a + "-" + b + "-" + c;
            case 1 -> "+66" + number.substring(1);
            case 2 -> "+66 (0)" + a.substring(1) + " " + b + " " + c;
            case 3 -> "(" + a + ") " + b + " " + c;
            case 4 -> number.substring(1);
            case 5 -> thaiDigits(number);
            case 6 -> "66-" + a.substring(1) + "-" + b + c;
            default -> number;
        };
    }

    String taxId(String id) {
        return made.one(
                id,
                thaiDigits(id),
                id.charAt(0) + "-" + id.substring(1, 5) + "-" + id.substring(5, 10) + "-" + id.substring(10, 12) + "-"
                        + id.charAt(12),
                id.substring(0, 1) + " " + id.substring(1, 5) + " " + id.substring(5));
    }

    String thaiDigits(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append((char) (c >= '0' && c <= '9' ? c - '0' + '๐' : c)));
        return out.toString();
    }

    String email(String address) {
        String[] parts = address.split("@");
        return made.one(address.toUpperCase(Locale.ROOT), parts[0] + "+crm@" + parts[1], address, " " + address + " ");
    }
}
