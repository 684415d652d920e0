package org.salacrm.core.duplicate;

import java.util.List;
import java.util.function.Consumer;

/** One way to compare what two records say in a field. @param <T> what is read out of the texts once */
interface Comparison<T> {

    /** @param texts what stands in the field, or in the fields that are taken for one; none is empty */
    T read(List<String> texts);

    /** How far both say the same: 1 surely, 0 it says nothing, -1 surely not. */
    double agreement(T a, T b);

    /** Texts under which a record is found again: of two that agree at least one is the same. */
    void keys(T value, Consumer<String> keys);
}
