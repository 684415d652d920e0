package org.salacrm.api.definition;

import java.util.List;
import org.salacrm.api.query.Filter;

/**
 * Records of an entity as entries of the calendars; YAML kind {@code calendars}. All keys but entity and filter are
 * paths from the entity. Label key {@code calendar.<id>.label}.
 *
 * @param start when an entry begins: a moment, or a date for a whole day
 * @param end when it ends, the last day included for dates; an entry that has no start stands at its end
 * @param day first day of an entry that lasts whole days, where start is a moment
 * @param lastDay its last day
 * @param title what it is called
 * @param about the customer or whatever else it belongs to
 * @param owner whose it is
 * @param alsoOf of whom else it is, though he did not write it down: {@code account.owner}
 * @param team which team's it is
 * @param kind code of a pick list that says what kind of entry it is; gives the colour
 * @param status code of a pick list that says how far it is
 * @param yearly number made of month and day (1231) under which an entry comes back every year; empty: once
 * @param rule by which an entry comes back (a field of the kind recurrence); empty: once
 * @param repeatsUntil last day of that rule
 * @param participants users of its parts who take part: {@code participants.user}
 * @param answers what each of them answered: {@code participants.answer}; who {@code declined} does not take part
 * @param card what is shown of an entry at a glance
 * @param filter which records
 * @param order place among the sources
 */
public record CalendarSource(
        String id,
        String entity,
        String start,
        String end,
        String day,
        String lastDay,
        String title,
        String about,
        String owner,
        List<String> alsoOf,
        String team,
        String kind,
        String status,
        String yearly,
        String rule,
        String repeatsUntil,
        String participants,
        String answers,
        List<String> card,
        Filter filter,
        int order)
        implements Definition {}
