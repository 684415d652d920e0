package org.salacrm.core.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.salacrm.core.record.NameForms;

/** Takes the name of a company apart, leaving out what only says of what legal form it is. */
final class NameWords {
    private static final Set<String> FORMS =
            folded(String.join(" ", NameForms.COMPANIES).replace(".", "")
                    + (" จก บ ร้าน และ แอนด์ co company ltd limited coltd plc"
                            + " pcl inc incorporated corp corporation llc llp lp"
                            + " partnership part ltdpart gmbh pte pty pvt sdn bhd"
                            + " the and"));

    private static final List<String> GLUED = List.of("บจก", "บมจ", "หจก", "ราน");

    /** Only at the end of a name; at its beginning it may be the name. */
    private static final Set<String> AFTER = Set.of("public", "registered");

    private static final Map<String, String> LETTERS = letters();

    private NameWords() {}

    static List<NameWord> of(String folded) {
        List<String> raw = new ArrayList<>(Arrays.asList(Letters.words(folded)));
        List<String> named = new ArrayList<>(raw);
        named.replaceAll(NameWords::unglued);
        named.removeIf(word -> word.isEmpty() || FORMS.contains(word));
        if (named.size() > 1) {
            named.subList(1, named.size()).removeIf(AFTER::contains);
        }
        List<NameWord> words = new ArrayList<>();
        spelled(named.isEmpty() ? raw : named).forEach(word -> add(words, Sound.of(word)));
        return words;
    }

    /** Thai forms are often written without a blank between them and the name. */
    private static String unglued(String word) {
        for (String form : GLUED) {
            if (word.startsWith(form) && word.length() > form.length() + 2) {
                return word.substring(form.length());
            }
        }
        return word;
    }

    private static void add(List<NameWord> words, String sound) {
        if (sound.isEmpty()) {
            return;
        }
        if (Letters.isThai(sound.charAt(0))) {
            CompanyWords.pieces(sound).forEach(piece -> words.add(NameWord.of(piece.sound(), piece.meaning())));
        } else {
            words.add(NameWord.of(sound, CompanyWords.meaning(sound).orElse("")));
        }
    }

    /** Letters that are called by their Thai names, two or more in a row, are these letters: เอ บี ซี is ABC. */
    private static List<String> spelled(List<String> words) {
        List<String> out = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        int from = 0;
        for (int i = 0; i <= words.size(); i++) {
            String letter = i < words.size() ? LETTERS.get(words.get(i)) : null;
            if (letter != null) {
                run.append(letter);
                continue;
            }
            if (run.length() > 1) {
                out.add(run.toString());
            } else {
                out.addAll(words.subList(from, i));
            }
            run.setLength(0);
            if (i < words.size()) {
                out.add(words.get(i));
            }
            from = i + 1;
        }
        return out;
    }

    private static Set<String> folded(String words) {
        return Arrays.stream(Letters.of(words).split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> letters() {
        String[] names = Letters.of("เอ บี ซี ดี อี เอฟ จี เอช ไอ เจ เค แอล"
                        + " เอ็ม เอ็น โอ พี คิว อาร์ เอส ที ยู วี ดับเบิลยู เอ็กซ์ วาย แซด")
                .split(" ");
        Map<String, String> letters = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            letters.put(names[i], String.valueOf((char) ('a' + i)));
        }
        return letters;
    }
}
