package org.salacrm.core.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.calendar.Calendars.Ask;
import org.salacrm.api.calendar.Calendars.Choice;
import org.salacrm.api.calendar.Entry;
import org.salacrm.api.definition.CalendarSource;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.message.Messages;
import org.salacrm.api.query.Ref;
import org.salacrm.core.calendar.IcsWriter.Event;
import org.salacrm.core.definition.CompanyZone;

/** What stands in the feed of a source, with the rights and in the language of the current caller. */
@Component(service = FeedText.class)
public final class FeedText {
    private static final int MONTHS_BACK = 3;
    private static final int MONTHS_AHEAD = 12;

    private final QueriedCalendars calendars;
    private final EntityTypes types;
    private final PickLists pickLists;
    private final Messages messages;
    private final CompanyZone zone;
    private final Clock clock;

    @Activate
    public FeedText(
            @Reference QueriedCalendars calendars,
            @Reference EntityTypes types,
            @Reference PickLists pickLists,
            @Reference Messages messages,
            @Reference CompanyZone zone,
            @Reference Clock clock) {
        this.calendars = calendars;
        this.types = types;
        this.pickLists = pickLists;
        this.messages = messages;
        this.zone = zone;
        this.clock = clock;
    }

    String of(CalendarSource source, boolean mine, String language) {
        ZoneId here = zone.get();
        LocalDate today = LocalDate.ofInstant(clock.instant(), here);
        LocalDate from = today.minusMonths(MONTHS_BACK);
        LocalDate to = today.plusMonths(MONTHS_AHEAD);
        Instant stamp = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        IcsWriter writer = new IcsWriter(words("calendar." + source.id() + ".label", language), here, stamp);
        writer.zone(instant(from.minusYears(1), here), instant(to.plusYears(1), here));
        EntityType type = types.get(source.entity());
        Ask ask = new Ask(from, to, Set.of(source.id()), new Choice(Set.of(), Set.of(), Map.of(), mine));
        calendars.records(
                ask,
                source,
                type,
                (entry, rule) -> writer.event(new Event(
                        entry.entity() + "-" + entry.id() + "@sala",
                        entry.version(),
                        entry.title(),
                        entry.about().map(Ref::label).orElse(""),
                        kind(type, source, entry, language),
                        entry.span(),
                        rule)));
        return writer.end();
    }

    private static Instant instant(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private String words(String key, String language) {
        return messages.text(key).in(language);
    }

    private String kind(EntityType type, CalendarSource source, Entry entry, String language) {
        return type.field(source.kind())
                .flatMap(field -> pickLists.get(field.pickList()).item(entry.kind()))
                .map(item -> item.label().in(language))
                .orElse("");
    }
}
