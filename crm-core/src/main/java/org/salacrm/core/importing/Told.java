package org.salacrm.core.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salacrm.api.importing.ImportChecks.Likely;

/**
 * What is known of rows, by their numbers.
 *
 * @param outcomes what became of each that was not refused
 * @param likely what they may be the same as
 * @param shared the team of each new record that it shall share out itself, by the id of the record
 */
record Told(Map<Long, String> outcomes, Map<Long, List<Likely>> likely, Map<Long, Long> shared) {
    static final Told NOTHING = new Told(Map.of(), Map.of(), Map.of());

    long count(String outcome) {
        return outcomes.values().stream().filter(outcome::equals).count();
    }

    Told plus(Told more) {
        Map<Long, String> all = new HashMap<>(outcomes);
        all.putAll(more.outcomes);
        Map<Long, List<Likely>> alike = new HashMap<>(likely);
        alike.putAll(more.likely);
        Map<Long, Long> ofTeams = new HashMap<>(shared);
        ofTeams.putAll(more.shared);
        return new Told(all, alike, ofTeams);
    }
}
