package org.salacrm.itest.rights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** How often each door was put to the question, and where its answer was another than the rules say. */
final class Findings {
    private static final int TOLD = 40;
    private final Map<String, Integer> asked = new TreeMap<>();
    private final Map<String, Integer> granted = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();
    private int different;

    void asked(String door, int status) {
        asked.merge(door, 1, Integer::sum);
        granted.merge(door, status < 300 ? 1 : 0, Integer::sum);
    }

    void same(String what, Object expected, Object answered) {
        if (expected instanceof Map<?, ?> a && answered instanceof Map<?, ?> b && !a.equals(b)) {
            Set<Object> keys = new HashSet<>(a.keySet());
            keys.addAll(b.keySet());
            keys.removeIf(key -> a.containsKey(key) == b.containsKey(key) && Objects.equals(a.get(key), b.get(key)));
            keys.forEach(key -> differ(
                    what + "\n    " + key + "\n    by the rules " + a.get(key) + "\n    answered     " + b.get(key)));
        } else if (!Objects.equals(expected, answered)) {
            differ(what + "\n    by the rules " + expected + "\n    answered     " + answered);
        }
    }

    void differ(String what) {
        different++;
        if (differences.size() < TOLD) {
            differences.add(what);
        }
    }

    int questions() {
        return asked.values().stream().mapToInt(Integer::intValue).sum();
    }

    int different() {
        return different;
    }

    String told() {
        return String.join("\n", differences);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(questions() + " questions, " + different + " differences;");
        asked.forEach((door, count) -> text.append(' ')
                .append(door)
                .append(' ')
                .append(count)
                .append(" (")
                .append(granted.get(door))
                .append(" granted)"));
        return text.toString();
    }
}
