package org.salacrm.core.duplicate;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleBiFunction;

/** One way to compare what two records say in a field. @param <T> what is read out of the texts once */
interface Comparison<T> {

    /** @param texts what stands in the field, or in the fields that are taken for one; none is empty */
    T read(List<String> texts);

    /** How far both say the same: 1 surely, 0 it says nothing, -1 surely not. */
    double agreement(T a, T b);

    /** Texts under which a record is found again: of two that agree at least one is the same. */
    void keys(T value, Consumer<String> keys);

    /** Of several that each record has, such as names or addresses, the two that agree most count. */
    static <T> double best(List<T> a, List<T> b, ToDoubleBiFunction<T, T> agreement) {
        double best = -1;
        for (T x : a) {
            for (T y : b) {
                best = Math.max(best, agreement.applyAsDouble(x, y));
            }
        }
        return best;
    }
}
