package org.salacrm.core.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was made of some things, kept for those that are still there the next time: when one module comes, nothing is
 * read again of the others, and nobody's request waits for that.
 */
final class Reuse<K, V> {
    private final Function<K, V> make;
    private Map<K, V> last = Map.of();

    Reuse(Function<K, V> make) {
        this.make = make;
    }

    /** What is made of each, in their order. */
    synchronized Map<K, V> of(List<K> things) {
        Map<K, V> now = new LinkedHashMap<>();
        things.forEach(thing -> now.put(thing, last.containsKey(thing) ? last.get(thing) : make.apply(thing)));
        last = Collections.unmodifiableMap(now);
        return last;
    }
}
