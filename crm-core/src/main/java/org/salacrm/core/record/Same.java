package org.salacrm.core.record;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Whether two values mean the same to a person: 1.5 is 1.50, and an absent entry is an empty one. */
final class Same {

    private Same() {}

    static boolean same(Object a, Object b) {
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return x.compareTo(y) == 0;
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            return sameList(x, y);
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            Set<Object> keys = new HashSet<>(x.keySet());
            keys.addAll(y.keySet());
            return keys.stream().allMatch(k -> same(x.get(k), y.get(k)));
        }
        return Objects.equals(isEmpty(a) ? null : a, isEmpty(b) ? null : b);
    }

    static boolean isEmpty(Object value) {
        return value == null || value instanceof List<?> list && list.isEmpty();
    }

    private static boolean sameList(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }
}
