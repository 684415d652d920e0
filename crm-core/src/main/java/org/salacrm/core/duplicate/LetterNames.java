package org.salacrm.core.duplicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Letters called by their Thai names are these letters: เอ บี ซี, เอบีซี and เอ บี แอนด์ ซี are ABC. */
final class LetterNames {
    private static final int LONGEST = 9;
    /** Thai letters left over from which they are a word behind letters, as in ซีพีออลล์. */
    private static final int WORD = 4;
    /** Latin letters without a vowel up to which they are no word. */
    private static final int INITIALS = 3;

    private static final Map<String, String> NAMES = names();

    private LetterNames() {}

    /** The words with letters in one piece, where there are two or more in a row. */
    static List<String> read(List<String> words) {
        List<String> out = new ArrayList<>();
        List<String> run = new ArrayList<>();
        StringBuilder letters = new StringBuilder();
        for (String word : words) {
            String spelled = letters(word);
            if (spelled.isEmpty()) {
                end(out, run, letters);
                int rest = glued(word);
                if (rest > 0) {
                    out.add(whole(word.substring(0, rest)));
                }
                out.add(word.substring(rest));
            } else {
                run.add(word);
                letters.append(spelled);
            }
        }
        end(out, run, letters);
        return out;
    }

    private static void end(List<String> out, List<String> run, StringBuilder letters) {
        if (letters.length() > 1) {
            out.add(letters.toString());
        } else {
            out.addAll(run);
        }
        run.clear();
        letters.setLength(0);
    }

    private static String letters(String word) {
        if (Letters.isThai(word.charAt(0))) {
            return whole(word);
        }
        boolean few = word.length() <= INITIALS && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
        boolean initials = word.length() == 1 || word.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0);
        return few && initials ? word : "";
    }

    /** A word that is nothing but names of letters, as these letters; empty when it is not. */
    private static String whole(String word) {
        if (word.isEmpty()) {
            return "";
        }
        for (int end = Math.min(LONGEST, word.length()); end > 0; end--) {
            String letter = NAMES.get(word.substring(0, end));
            if (letter != null) {
                String rest = whole(word.substring(end));
                if (end == word.length() || !rest.isEmpty()) {
                    return letter + rest;
                }
            }
        }
        return "";
    }

    /** Where the word begins that was written right behind two letters or more; 0 when there is none. */
    private static int glued(String word) {
        if (!Letters.isThai(word.charAt(0)) || !begins(word) || CompanyWords.begins(Sound.of(word))) {
            return 0;
        }
        for (int end = word.length() - WORD; end > 2; end--) {
            char next = word.charAt(end);
            boolean begins = next != Letters.SILENT && !Letters.isVowel(next);
            // เ alone ends what may as well be a syllable with a consonant after it: เจริญ, เคมี, โอสถ
            boolean open = "เแโไใ".indexOf(next) >= 0 || "วซพทดสลร\u0e4cบ".indexOf(word.charAt(end - 1)) >= 0;
            boolean ended = open || Letters.isVowel(word.charAt(end - 1));
            if (begins && ended && whole(word.substring(0, end)).length() > 1) {
                return end;
            }
        }
        return 0;
    }

    private static boolean begins(String word) {
        for (int end = Math.min(LONGEST, word.length()); end > 1; end--) {
            if (NAMES.containsKey(word.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> names() {
        String[] all = Letters.of("เอ บี ซี ดี อี เอฟ จี เอช ไอ เจ เค แอล"
                        + " เอ็ม เอ็น โอ พี คิว อาร์ เอส ที ยู วี ดับเบิลยู เอ็กซ์ วาย แซด")
                .split(" ");
        Map<String, String> letters = new HashMap<>();
        for (int i = 0; i < all.length; i++) {
            letters.put(all[i], String.valueOf((char) ('a' + i)));
        }
        String[] more = Letters.of(
                        "ดับบลิว w ดับเบิลยู w ดับบลิวยู w ดับเบิ้ลยู w เซ็ด z แซ็ด z เอ็ช h แอ็ล l อาร r เอ็กซ x")
                .split(" ");
        for (int i = 0; i < more.length; i += 2) {
            letters.put(more[i], more[i + 1]);
        }
        return letters;
    }
}
