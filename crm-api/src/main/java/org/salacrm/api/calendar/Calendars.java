package org.salacrm.api.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** What happens when, of all sources of calendars at once, with the rights of the current caller. Thread-safe. */
@ProviderType
public interface Calendars {

    /** Everything that touches the days asked for, by its beginning; one question for each source. */
    List<Entry> entries(Ask ask);

    /** How much begins on each day that is not empty. */
    Map<LocalDate, Integer> counts(Ask ask);

    /**
     * Which entries.
     *
     * @param from first day, in the company's time zone
     * @param to last day
     * @param sources ids of sources; all when empty
     */
    record Ask(LocalDate from, LocalDate to, Set<String> sources, Choice choice) {}

    /**
     * Whose and what.
     *
     * @param people owners and those who take part, and what belongs to the teams; all when both are empty
     * @param picks codes by pick list: a source that has a kind or status of such a list answers those only
     * @param mine only what the caller owns or takes part in
     */
    record Choice(Set<Long> people, Set<Long> teams, Map<String, Set<String>> picks, boolean mine) {
        public static final Choice ALL = new Choice(Set.of(), Set.of(), Map.of(), false);
    }
}
