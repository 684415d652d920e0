package org.salacrm.core.query;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The statements written so far, by the shape of their question. When there are too many, all are forgotten: the usual
 * ones are back at once.
 */
final class Plans {
    private static final int MOST = 5_000;
    private final Map<Object, Plan> known = new ConcurrentHashMap<>();

    /** The statement of a question, which must be equal exactly when its SQL is. */
    <Q> Plan get(Q question, Function<Q, Plan> write) {
        Plan plan = known.get(question);
        if (plan == null) {
            plan = write.apply(question);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(question, plan);
        }
        return plan;
    }

    int size() {
        return known.size();
    }
}
