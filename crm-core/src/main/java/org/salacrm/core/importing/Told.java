package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.salacrm.api.importing.ImportChecks.Likely;

/**
 * What is known of rows, by their numbers.
 *
 * @param outcomes what became of each that was not refused
 * @param likely what they may be the same as
 * @param given the records that were made, by the user they were made for
 */
record Told(Map<Long, String> outcomes, Map<Long, List<Likely>> likely, Map<Long, List<Long>> given) {
    static final Told NOTHING = new Told(Map.of(), Map.of(), Map.of());

    long count(String outcome) {
        return outcomes.values().stream().filter(outcome::equals).count();
    }

    Told plus(Told more) {
        Map<Long, String> all = new HashMap<>(outcomes);
        all.putAll(more.outcomes);
        Map<Long, List<Likely>> alike = new HashMap<>(likely);
        alike.putAll(more.likely);
        Map<Long, List<Long>> both = new LinkedHashMap<>();
        Stream.of(given, more.given)
                .forEach(map -> map.forEach((user, records) ->
                        both.computeIfAbsent(user, one -> new ArrayList<>()).addAll(records)));
        return new Told(all, alike, both);
    }
}
