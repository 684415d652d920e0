package org.salacrm.core.duplicate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares telephone numbers, however they are written; several may stand in one field. */
final class Phones implements Comparison<Map<String, String>> {
    private static final Pattern EXTENSION =
            Pattern.compile("(?:ต่อ|ตอ|ext(?:ension)?\\.?|\\bx|#|กด)\\s*:?\\s*(\\d{1,6})", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile("[,;/\\n|]| และ | หรือ | or ");
    private static final Pattern OTHER = Pattern.compile("[^0-9]");
    private static final int SHORTEST = 7;
    private static final int MOBILE = 10;
    private static final int FIXED = 9;

    private final double shared;

    /** @param shared how much a number tells that many people of one office have */
    Phones(double shared) {
        this.shared = shared;
    }

    /** Numbers with their extensions, empty where there is none. */
    @Override
    public Map<String, String> read(List<String> texts) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (String text : texts) {
            for (String one : BETWEEN.split(Letters.of(text))) {
                Matcher extension = EXTENSION.matcher(one);
                String extra = extension.find() ? extension.group(1) : "";
                String number = number(extra.isEmpty() ? one : one.substring(0, extension.start()));
                if (number.length() >= SHORTEST) {
                    numbers.put(number, extra);
                }
            }
        }
        return numbers;
    }

    /** Digits as they are dialled in Thailand. */
    static String number(String written) {
        String digits = OTHER.matcher(written).replaceAll("");
        boolean coded = written.strip().startsWith("+")
                || digits.startsWith("00")
                || digits.startsWith("66") && digits.length() >= MOBILE;
        String number = digits.startsWith("00") ? digits.substring(2) : digits;
        if (coded && number.startsWith("66")) {
            number = "0" + number.substring(2).replaceFirst("^0+", "");
        }
        boolean lostNought = !coded
                && (number.length() == FIXED && "689".indexOf(number.charAt(0)) >= 0
                        || number.length() == FIXED - 1 && "234567".indexOf(number.charAt(0)) >= 0);
        number = lostNought ? "0" + number : number;
        boolean fixed = number.length() > FIXED && number.startsWith("0") && "23457".indexOf(number.charAt(1)) >= 0;
        return fixed ? number.substring(0, FIXED) : number; // 02-123-4567-9 is a range of lines
    }

    private static boolean isMobile(String number) {
        return number.length() == MOBILE && number.matches("0[689].*");
    }

    @Override
    public double agreement(Map<String, String> a, Map<String, String> b) {
        double best = -1;
        boolean mobiles = false;
        for (Map.Entry<String, String> x : a.entrySet()) {
            for (Map.Entry<String, String> y : b.entrySet()) {
                mobiles |= isMobile(x.getKey()) && isMobile(y.getKey());
                best = Math.max(best, one(x, y));
            }
        }
        return best > -1 || mobiles ? best : -0.4;
    }

    private double one(Map.Entry<String, String> x, Map.Entry<String, String> y) {
        if (x.getKey().equals(y.getKey())) {
            return isMobile(x.getKey()) ? 1 : extensions(x.getValue(), y.getValue());
        }
        boolean slip = x.getKey().length() == y.getKey().length() && Edits.distance(x.getKey(), y.getKey()) <= 1;
        return slip ? 0.2 : -1;
    }

    private double extensions(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return shared;
        }
        return a.equals(b) ? Math.max(shared, 0.8) : shared - 0.4;
    }

    @Override
    public void keys(Map<String, String> numbers, Consumer<String> keys) {
        numbers.keySet().forEach(keys);
    }
}
