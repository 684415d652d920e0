package org.salacrm.core.duplicate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** English given names and what people are called for short: Bill is William. */
final class ShortNames {
    private static final Map<String, Set<Integer>> LINES = read();

    private ShortNames() {}

    /** Whether both may be one name, as they sound. */
    static boolean same(String a, String b) {
        Set<Integer> x = LINES.get(a);
        Set<Integer> y = LINES.get(b);
        return x != null && y != null && !Collections.disjoint(x, y);
    }

    private static Map<String, Set<Integer>> read() {
        Map<String, Set<Integer>> names = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ShortNames.class.getResourceAsStream("short-names.txt"), StandardCharsets.UTF_8))) {
            int at = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                for (String name : line.startsWith("#") ? new String[0] : line.split(" ")) {
                    names.computeIfAbsent(Sound.of(name), n -> new HashSet<>()).add(at);
                }
                at++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
