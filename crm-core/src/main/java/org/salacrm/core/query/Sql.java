package org.salacrm.core.query;

import java.util.ArrayList;
import java.util.List;

/** A piece of SQL text with the numbers of the values its question marks stand for. */
final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> slots = new ArrayList<>();

    Sql add(String more) {
        text.append(more);
        return this;
    }

    Sql add(Sql other) {
        text.append(other.text);
        slots.addAll(other.slots);
        return this;
    }

    /** A question mark for a value. */
    Sql bind(int slot) {
        text.append('?');
        slots.add(slot);
        return this;
    }

    /** Is one of the keys. */
    Sql in(Keys keys) {
        if (keys.array()) {
            return add(" = any(").bind(keys.slot()).add(")");
        }
        return keys.count() == 1
                ? add(" = ").bind(keys.slot())
                : add(" in (").list(keys).add(")");
    }

    /** Is none of the keys; empty when the column is. */
    Sql notIn(Keys keys) {
        if (keys.array()) {
            return add(" <> all(").bind(keys.slot()).add(")");
        }
        return keys.count() == 1
                ? add(" <> ").bind(keys.slot())
                : add(" not in (").list(keys).add(")");
    }

    private Sql list(Keys keys) {
        for (int i = 0; i < keys.count(); i++) {
            add(i == 0 ? "" : ",").bind(keys.slot() + i);
        }
        return this;
    }

    /** A where clause of conditions of which each begins with " and "; nothing without any. */
    Sql where(Sql conditions) {
        if (conditions.text.length() > 0) {
            text.append(" where ").append(conditions.text, " and ".length(), conditions.text.length());
            slots.addAll(conditions.slots);
        }
        return this;
    }

    String text() {
        return text.toString();
    }

    int[] slots() {
        return slots.stream().mapToInt(Integer::intValue).toArray();
    }
}
