package org.salacrm.core.duplicate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Words and numbers for made-up companies and people; the same seed makes the same. */
final class MadeUp {
    private static final Map<String, List<Word>> WORDS = words();

    final Random random;
    private final String set;

    MadeUp(String set, long seed) {
        this.set = set;
        this.random = new Random(seed);
    }

    /** A word in Thai and as it is written in Latin letters. */
    record Word(String thai, String latin) {
        String in(boolean th) {
            return th ? thai : latin;
        }
    }

    Word word(String kind) {
        return one(WORDS.get(set + "." + kind));
    }

    Word other(String kind, Word than) {
        Word word = word(kind);
        return word.equals(than) || word.latin().equals(than.latin()) ? other(kind, than) : word;
    }

    <T> T one(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    String one(String... choice) {
        return choice[random.nextInt(choice.length)];
    }

    boolean often() {
        return random.nextInt(100) < 65;
    }

    boolean seldom() {
        return random.nextInt(100) < 25;
    }

    String digits(int n) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < n; i++) {
            out.append(random.nextInt(10));
        }
        return out.toString();
    }

    String mobile() {
        return one("08", "09", "06") + digits(8);
    }

    String fixed() {
        return one("02", "053", "038", "043").concat(digits(7)).substring(0, 9);
    }

    String taxId() {
        String twelve = "01055" + digits(7);
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (twelve.charAt(i) - '0') * (13 - i);
        }
        return twelve + (11 - sum % 11) % 10;
    }

    private static Map<String, List<Word>> words() {
        Map<String, List<Word>> words = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(MadeUp.class.getResourceAsStream("made-up-words.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    List<Word> all = new ArrayList<>();
                    for (String pair : line.split(": ")[1].split(" ")) {
                        String[] both = pair.split("=");
                        all.add(new Word(both[0], both[1].replace('_', ' ')));
                    }
                    words.put(line.split(":")[0], all);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return words;
    }
}
