package org.salacrm.core.query;

import java.util.ArrayList;
import java.util.List;

/** The values a question binds, each with a number by which the SQL text names it. */
final class Values {
    private final List<Object> all = new ArrayList<>();

    /** Keeps a value and gives its number. */
    int add(Object value) {
        all.add(value);
        return all.size() - 1;
    }

    Object get(int slot) {
        return all.get(slot);
    }
}
