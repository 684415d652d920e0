package org.salacrm.core.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A person's name in its pieces, as people write it in one go: {@code คุณวีระชัย บุญมี}, {@code Mr. John Smith}.
 *
 * @param salutation code of the pick list salutation, empty when none is written
 */
record PersonName(String salutation, String first, String last) {
    /** The longer ones first, so that a part of them is not taken for the whole. */
    private static final Map<String, String> TITLES = titles();

    static PersonName of(String written) {
        String name = written.strip().replaceAll("\\s+", " ");
        Optional<String> title =
                TITLES.keySet().stream().filter(t -> begins(name, t)).findFirst();
        String rest = title.map(t -> name.substring(t.length()).strip()).orElse(name);
        int space = rest.indexOf(' ');
        return new PersonName(
                title.map(TITLES::get).orElse(""),
                space < 0 ? rest : rest.substring(0, space),
                space < 0 ? "" : rest.substring(space + 1));
    }

    String full() {
        return (first + " " + last).strip();
    }

    /** A Thai title stands right before the name; what goes on with a vowel or tone mark is a name such as คุณากร. */
    private static boolean begins(String name, String title) {
        if (!name.regionMatches(true, 0, title, 0, title.length()) || name.length() <= title.length() + 1) {
            return false;
        }
        char next = name.charAt(title.length());
        boolean thai = title.charAt(0) >= 'ก';
        return next == ' ' || title.endsWith(".") || thai && !(next >= 'ะ' && next <= 'ฺ') && next < '็';
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("นางสาว", "ms");
        titles.put("น.ส.", "ms");
        titles.put("นาง", "mrs");
        titles.put("นาย", "mr");
        titles.put("คุณ", "khun");
        titles.put("ดร.", "dr");
        titles.put("Miss", "ms");
        titles.put("Mrs.", "mrs");
        titles.put("Mrs", "mrs");
        titles.put("Ms.", "ms");
        titles.put("Ms", "ms");
        titles.put("Mr.", "mr");
        titles.put("Mr", "mr");
        titles.put("Dr.", "dr");
        titles.put("Dr", "dr");
        return titles;
    }
}
