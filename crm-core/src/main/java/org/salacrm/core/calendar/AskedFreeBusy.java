package org.salacrm.core.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.calendar.Calendars;
import org.salacrm.api.calendar.Calendars.Ask;
import org.salacrm.api.calendar.Calendars.Choice;
import org.salacrm.api.calendar.Entry;
import org.salacrm.api.calendar.FreeBusy;
import org.salacrm.api.calendar.Span;
import org.salacrm.api.definition.CalendarSource;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Ref;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;

/** Asks the calendars of all, and tells of them no more than the times. */
@Component
public final class AskedFreeBusy implements FreeBusy {
    private final Calendars calendars;
    private final Registry registry;
    private final EntityTypes types;
    private final PickLists pickLists;
    private final Callers callers;

    @Activate
    public AskedFreeBusy(
            @Reference Calendars calendars,
            @Reference Registry registry,
            @Reference EntityTypes types,
            @Reference PickLists pickLists,
            @Reference Callers callers) {
        this.calendars = calendars;
        this.registry = registry;
        this.types = types;
        this.pickLists = pickLists;
        this.callers = callers;
    }

    @Override
    public List<Busy> busy(LocalDate from, LocalDate to, Set<Long> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        Ask ask = new Ask(from, to, Set.of(), new Choice(people, Set.of(), Map.of(), false));
        return callers.as(Caller.system("calendar"), () -> calendars.entries(ask)).stream()
                .filter(this::isAhead)
                .flatMap(entry -> times(entry, people))
                .sorted(Comparator.comparing(Busy::from))
                .toList();
    }

    private static Stream<Busy> times(Entry entry, Set<Long> people) {
        if (!(entry.span() instanceof Span.Times times) || !times.end().isAfter(times.start())) {
            return Stream.empty();
        }
        Stream<Long> owner = entry.owner().map(Ref::id).stream();
        return Stream.concat(owner, entry.people().stream())
                .distinct()
                .filter(people::contains)
                .map(user -> new Busy(user, times.start(), times.end()));
    }

    /** Whether it is still to take place, where its source has states that say so. */
    private boolean isAhead(Entry entry) {
        String phase = registry.all(CalendarSource.class).stream()
                .filter(source -> source.id().equals(entry.source()))
                .flatMap(source -> types.find(source.entity()).flatMap(type -> type.field(source.status())).stream())
                .map(FieldType::pickList)
                .map(list -> pickLists.get(list).phase(entry.status()))
                .findFirst()
                .orElse("");
        return phase.isEmpty() || phase.equals("open");
    }
}
