package org.salacrm.core.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.salacrm.core.record.NameForms;

/** Takes the name of a company apart, leaving out what only says of what legal form it is. */
final class NameWords {
    private static final Set<String> FORMS =
            folded(String.join(" ", NameForms.COMPANIES).replace(".", "")
                    + (" จก บ ร้าน และ แอนด์ co company ltd limited coltd plc"
                            + " pcl inc incorporated corp corporation llc llp lp"
                            + " partnership ltdpart gmbh pte pty pvt sdn bhd"
                            + " the and at of by"));

    private static final List<String> GLUED = List.of("บจก", "บมจ", "หจก", "ราน");

    /** Only at the end of a name; at its beginning it may be the name. */
    private static final Set<String> AFTER = Set.of("public", "registered");

    private NameWords() {}

    static List<NameWord> of(String folded) {
        List<String> raw = new ArrayList<>(Arrays.asList(Letters.words(folded)));
        List<String> named = new ArrayList<>(raw);
        named.replaceAll(NameWords::unglued);
        named.removeIf(word -> word.isEmpty() || FORMS.contains(word));
        if (named.size() > 1) {
            named.subList(1, named.size()).removeIf(AFTER::contains);
        }
        List<String> heard = new ArrayList<>();
        LetterNames.read(named.isEmpty() ? raw : named).forEach(word -> heard.add(Sound.marked(word)));
        List<NameWord> words = new ArrayList<>();
        for (int i = 0; i < heard.size(); i++) {
            String both = i + 1 < heard.size() ? heard.get(i) + heard.get(i + 1) : "";
            boolean known =
                    !both.isEmpty() && CompanyWords.meaning(Sound.plain(both)).isPresent();
            add(words, known ? both : heard.get(i));
            i += known ? 1 : 0; // Chiang Mai, sea food
        }
        return words;
    }

    /** Thai forms are often written without a blank between them and the name. */
    private static String unglued(String word) {
        for (String form : GLUED) {
            if (word.startsWith(form) && word.length() > form.length() + 2 && !CompanyWords.begins(Sound.of(word))) {
                return word.substring(form.length());
            }
        }
        return word;
    }

    private static void add(List<NameWord> words, String marked) {
        String sound = Sound.plain(marked);
        if (sound.isEmpty()) {
            return;
        }
        if (Letters.isThai(sound.charAt(0))) {
            CompanyWords.pieces(marked)
                    .forEach(piece -> words.add(NameWord.of(piece.sound(), piece.marked(), piece.meaning())));
        } else {
            int cut = CompanyWords.cut(sound);
            words.add(latin(sound.substring(0, cut)));
            if (cut < sound.length()) {
                words.add(latin(sound.substring(cut)));
            }
        }
    }

    private static NameWord latin(String sound) {
        return NameWord.of(sound, sound, CompanyWords.meaning(sound).orElse(""));
    }

    private static Set<String> folded(String words) {
        return Arrays.stream(Letters.of(words).split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
