package org.salacrm.core.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.salacrm.api.definition.DuplicateRule;

/** What a record says of itself, read once so that it can be compared with many. */
final class Portrait {
    /** Letters of a text that are read: to compare longer ones would take too long, and they tell no more. */
    private static final int LONGEST = 300;

    /** Texts of a field that are read, such as addresses. */
    private static final int MOST = 10;

    private final DuplicateRule rule;
    private final Object[] read;

    private Portrait(DuplicateRule rule, Object[] read) {
        this.rule = rule;
        this.read = read;
    }

    /** @param texts what stands in the fields of a record */
    static Portrait of(DuplicateRule rule, Map<String, List<String>> texts) {
        Object[] read = new Object[rule.fields().size()];
        for (int i = 0; i < read.length; i++) {
            DuplicateRule.Field field = rule.fields().get(i);
            List<String> all = new ArrayList<>();
            field.allOf().forEach(name -> texts.getOrDefault(name, List.of()).stream()
                    .filter(text -> !text.isBlank())
                    .limit(MOST)
                    .forEach(text -> all.add(text.substring(0, Math.min(text.length(), LONGEST)))));
            Object value = all.isEmpty() ? null : Comparisons.read(field.as(), all);
            read[i] = isEmpty(value) ? null : value;
        }
        return new Portrait(rule, read);
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Map<?, ?> map ? map.isEmpty() : value instanceof Collection<?> all && all.isEmpty();
    }

    Likeness compare(Portrait other) {
        double weight = rule.before();
        List<Likeness.Reason> reasons = new ArrayList<>();
        for (int i = 0; i < read.length; i++) {
            if (read[i] != null && other.read[i] != null) {
                DuplicateRule.Field field = rule.fields().get(i);
                double agreement = Comparisons.of(field.as()).agreement(read[i], other.read[i]);
                weight += agreement >= 0 ? agreement * field.same() : -agreement * field.different();
                reasons.add(new Likeness.Reason(field.name(), agreement));
            }
        }
        return new Likeness((int) Math.floor(100 / (1 + Math.pow(10, -weight / 10))), reasons);
    }

    /** Numbers under which the record is found. */
    List<Long> keys() {
        List<Long> keys = new ArrayList<>();
        for (int i = 0; i < read.length; i++) {
            DuplicateRule.Field field = rule.fields().get(i);
            if (read[i] != null && field.keyed()) {
                Comparisons.of(field.as()).keys(read[i], text -> keys.add(Keys.of(field.as(), text)));
            }
        }
        return keys.stream().distinct().toList();
    }
}
