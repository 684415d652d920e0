package org.salacrm.search.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The two layouts of a Thai keyboard: what was typed on one and meant for the other. */
final class Keyboard {
    private static final String ENGLISH =
            "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./" + "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?";
    private static final String KEDMANEE =
            "_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ" + "%+๑๒๓๔ู฿๕๖๗๘๙๐\"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ";
    private static final Map<Character, Character> TO_THAI = new HashMap<>();
    private static final Map<Character, Character> TO_ENGLISH = new HashMap<>();

    static {
        for (int i = 0; i < ENGLISH.length(); i++) {
            TO_THAI.put(ENGLISH.charAt(i), KEDMANEE.charAt(i));
            TO_ENGLISH.put(KEDMANEE.charAt(i), ENGLISH.charAt(i));
        }
    }

    private Keyboard() {}

    /** The same keys on the other layout; empty when these are no keys of one layout, or only digits. */
    static Optional<String> other(String typed) {
        boolean thai = typed.codePoints().anyMatch(Keyboard::isThai);
        if (!thai && typed.chars().noneMatch(Character::isLetter)) {
            return Optional.empty();
        }
        Map<Character, Character> table = thai ? TO_ENGLISH : TO_THAI;
        StringBuilder other = new StringBuilder(typed.length());
        for (char key : typed.toCharArray()) {
            Character there = key == ' ' ? Character.valueOf(' ') : table.get(key);
            if (there == null) {
                return Optional.empty();
            }
            other.append(there.charValue());
        }
        return Optional.of(other.toString());
    }

    private static boolean isThai(int point) {
        return point >= '\u0e00' && point < '\u0e80';
    }
}
