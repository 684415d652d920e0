package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.message.Messages;

/** Finds the code of a pick list that a person meant: by code, by either language's word, by a synonym, by a slip. */
final class PickCell {
    private static final int SHORTEST_SLIP = 4;

    private static final Pattern BEHIND = Pattern.compile("[,;/\\n]$");

    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    PickCell(PickList list, Messages messages) {
        for (PickList.Item item : list.items()) {
            codes.put(Clean.key(item.code()), item.code());
            codes.put(Clean.key(item.label().th()), item.code());
            codes.put(Clean.key(item.label().en()), item.code());
            labels.put(item.code(), item.label().th());
            for (String word : Synonyms.of(messages, "pick." + list.id() + "." + item.code() + ".import")) {
                codes.put(word, item.code());
            }
        }
        codes.remove("");
    }

    /** The words of a cell that holds several: a word may hold what else stands between words. */
    List<String> several(String text) {
        List<String> words = new ArrayList<>();
        List<String> pieces = List.of(text.split("(?<=[,;/\\n])"));
        int from = 0;
        while (from < pieces.size()) {
            int to = pieces.size();
            while (to > from + 1 && !codes.containsKey(Clean.key(String.join("", pieces.subList(from, to))))) {
                to--;
            }
            words.add(BEHIND.matcher(String.join("", pieces.subList(from, to))).replaceAll(""));
            from = to;
        }
        return words;
    }

    /** From now on the word means the code. */
    void learn(String word, String code) {
        codes.put(Clean.key(word), code);
        labels.putIfAbsent(code, word);
    }

    Outcome read(SourceRow.Cell cell) {
        String text = Clean.text(cell.text());
        String key = Clean.key(text);
        String code = codes.get(key);
        if (code != null) {
            return Outcome.of(code);
        }
        if (Clean.nothing(text)) {
            return text.isEmpty() ? Outcome.EMPTY : Outcome.emptied("import.repaired.nothing");
        }
        List<String> near = key.length() < SHORTEST_SLIP
                ? List.of()
                : codes.entrySet().stream()
                        .filter(e -> oneSlip(e.getKey(), key))
                        .map(Map.Entry::getValue)
                        .distinct()
                        .toList();
        return near.size() == 1
                ? new Outcome(
                        java.util.Optional.of(near.get(0)),
                        "import.repaired.slip",
                        "",
                        Map.of("to", labels.get(near.get(0))))
                : Outcome.refused("import.pick.unknown");
    }

    /** One letter more, less, other, or two neighbours changed places. */
    static boolean oneSlip(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int start = 0;
        while (start < a.length() && start < b.length() && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        String restA = a.substring(start);
        String restB = b.substring(start);
        if (restA.length() == restB.length()) {
            boolean swapped = restA.length() > 1
                    && restA.charAt(0) == restB.charAt(1)
                    && restA.charAt(1) == restB.charAt(0)
                    && restA.substring(2).equals(restB.substring(2));
            return restA.isEmpty() || swapped || restA.substring(1).equals(restB.substring(1));
        }
        return restA.length() > restB.length()
                ? restA.substring(1).equals(restB)
                : restB.substring(1).equals(restA);
    }
}
