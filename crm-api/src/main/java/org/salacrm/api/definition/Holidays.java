package org.salacrm.api.definition;

import java.util.List;
import org.salacrm.api.message.Text;

/**
 * Days on which the country or the company does not work; YAML kind {@code holidays}. A company adds a year, or days
 * of its own, by a file in its deploy folder.
 */
public record Holidays(String id, List<Day> days) implements Definition {

    /**
     * One day.
     *
     * @param day date in ISO form
     */
    public record Day(String day, Text label) {}

    public Holidays {
        days = List.copyOf(days);
    }
}
