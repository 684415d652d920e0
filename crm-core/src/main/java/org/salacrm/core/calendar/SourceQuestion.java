package org.salacrm.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salacrm.api.calendar.Calendars.Ask;
import org.salacrm.api.calendar.Calendars.Choice;
import org.salacrm.api.definition.CalendarSource;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Row;
import org.salacrm.core.model.Participants;

/** The one question by which a source is asked for the entries of some days. */
final class SourceQuestion {
    /** Days that one time of a series lasts at most. */
    static final int LONGEST = 31;

    private final CalendarSource source;
    private final EntityType type;
    private final ZoneId zone;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    SourceQuestion(CalendarSource source, EntityType type, ZoneId zone) {
        this.source = source;
        this.type = type;
        this.zone = zone;
        for (String path : List.of(
                source.start(),
                source.end(),
                source.day(),
                source.lastDay(),
                source.title(),
                source.about(),
                source.owner(),
                source.kind(),
                source.status(),
                source.yearly(),
                source.rule(),
                parts())) {
            if (!path.isEmpty()) {
                places.putIfAbsent(path, places.size());
            }
        }
    }

    /** What stands in its days. */
    Query once(Ask ask) {
        Filter single = comesBack() ? Filter.where(source.repeatsUntil(), Op.EMPTY) : Filter.NONE;
        return query(ask, when(ask).and(single));
    }

    boolean comesBack() {
        return !source.rule().isEmpty();
    }

    /** What comes back in them by a rule; the few that do have an index of their own. */
    Query series(Ask ask) {
        return query(ask, Filter.where(source.repeatsUntil(), Op.GE, ask.from().minusDays(LONGEST)));
    }

    private Query query(Ask ask, Filter when) {
        Filter filter = source.filter().and(when).and(whose(ask.choice())).and(what(ask.choice()));
        return Query.of(source.entity(), places.keySet().toArray(String[]::new)).where(filter);
    }

    /** The field of the parts in which those who take part stand. */
    String parts() {
        return Participants.list(source.participants());
    }

    /** The users who take part in what a row tells of. */
    Set<Long> people(Row row) {
        return Participants.users(value(row, parts()), source.participants(), source.answers())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a row says at a path of the source; null where it is empty or the source has no such path. */
    Object value(Row row, String path) {
        return path.isEmpty() ? null : row.values().get(places.get(path));
    }

    private Filter when(Ask ask) {
        Filter once = source.end().isEmpty() ? between(source.start(), ask) : overlapping(ask);
        List<Filter> ways = new ArrayList<>(List.of(once));
        if (!source.yearly().isEmpty()) {
            ways.add(Filter.all(
                    Filter.where(source.start(), Op.LE, ask.to()),
                    Yearly.within(source.yearly(), ask.from(), ask.to())));
        }
        return ways.size() == 1 ? once : new Filter.Any(ways);
    }

    private Filter between(String path, Ask ask) {
        return Filter.all(
                Filter.where(path, Op.GE, bound(path, ask.from())),
                Filter.where(path, Op.LT, bound(path, ask.to().plusDays(1))));
    }

    /** The end leads, because an index serves it; it is there whenever the beginning is. */
    private Filter overlapping(Ask ask) {
        LocalDate after = ask.to().plusDays(1);
        List<Filter> begun = new ArrayList<>(List.of(
                Filter.where(source.start(), Op.LT, bound(source.start(), after)),
                Filter.where(source.end(), Op.LT, bound(source.end(), after))));
        if (!source.day().isEmpty()) {
            begun.add(Filter.where(source.day(), Op.LE, ask.to()));
        }
        return Filter.all(Filter.where(source.end(), Op.GE, bound(source.end(), ask.from())), new Filter.Any(begun));
    }

    /** The beginning of a day as the field counts it: dates are the same everywhere, moments are not. */
    private Object bound(String path, LocalDate day) {
        Instant start = day.atStartOfDay(zone).toInstant();
        return type.field(path).filter(f -> f.kind().equals(Kind.DATE)).isPresent() ? day : start;
    }

    private Filter whose(Choice choice) {
        Filter mine = choice.mine() ? person("@me") : Filter.NONE;
        List<Filter> others = new ArrayList<>();
        if (!choice.people().isEmpty()) {
            others.add(person(choice.people().toArray()));
        }
        if (!choice.teams().isEmpty()) {
            others.add(Filter.in(source.team(), choice.teams()));
        }
        return others.isEmpty() ? mine : mine.and(new Filter.Any(others));
    }

    /** Whose it is, or who takes part in it. */
    private Filter person(Object... users) {
        Stream<Filter> owns = Stream.concat(Stream.of(source.owner()), source.alsoOf().stream())
                .map(path -> Filter.where(path, Op.IN, users));
        Stream<Filter> takesPart = type.field(parts()).stream()
                .map(field -> new Filter.Exists(
                        field.part(),
                        source.entity(),
                        Participants.among(source.participants(), source.answers(), users)));
        return new Filter.Any(Stream.concat(owns, takesPart).toList());
    }

    private Filter what(Choice choice) {
        return picked(source.kind(), choice).and(picked(source.status(), choice));
    }

    private Filter picked(String path, Choice choice) {
        Set<String> codes = type.field(path)
                .map(FieldType::pickList)
                .map(choice.picks()::get)
                .orElse(Set.of());
        return codes.isEmpty() ? Filter.NONE : Filter.in(path, codes);
    }
}
