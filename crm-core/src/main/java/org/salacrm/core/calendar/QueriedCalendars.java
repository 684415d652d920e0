package org.salacrm.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.calendar.Calendars;
import org.salacrm.api.calendar.Entry;
import org.salacrm.api.calendar.Span;
import org.salacrm.api.definition.CalendarSource;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.ConflictException;
import org.salacrm.core.definition.CompanyZone;

/** Asks each source once and works out what comes back in the days asked for. */
@Component(service = {Calendars.class, QueriedCalendars.class})
public final class QueriedCalendars implements Calendars {
    private static final int MOST = 20_000;
    private static final Recurrence EVERY_YEAR = Recurrence.parse("FREQ=YEARLY");

    private final Registry registry;
    private final EntityTypes types;
    private final Queries queries;
    private final CompanyZone zone;
    private final int most;

    @Activate
    public QueriedCalendars(
            @Reference Registry registry,
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference CompanyZone zone) {
        this(registry, types, queries, zone, MOST);
    }

    /** With another bound to how many entries are answered at once. */
    QueriedCalendars(Registry registry, EntityTypes types, Queries queries, CompanyZone zone, int most) {
        this.registry = registry;
        this.types = types;
        this.queries = queries;
        this.zone = zone;
        this.most = most;
    }

    @Override
    public List<Entry> entries(Ask ask) {
        List<Entry> all = new ArrayList<>();
        each(ask, entry -> {
            bound(all.size());
            all.add(entry);
        });
        ZoneId here = zone.get();
        all.sort(Comparator.<Entry, LocalDate>comparing(entry -> entry.span().day(here))
                .thenComparing(entry -> start(entry.span(), here)));
        return all;
    }

    /** Nobody looks at so many, and all of them at once would fill the memory. */
    private void bound(int before) {
        if (before >= most) {
            throw new ConflictException("conflict.calendar.many", Map.of("max", most));
        }
    }

    @Override
    public Map<LocalDate, Integer> counts(Ask ask) {
        Map<LocalDate, Integer> counts = new TreeMap<>();
        ZoneId here = zone.get();
        each(ask, entry -> {
            LocalDate day = entry.span().day(here);
            counts.merge(day.isBefore(ask.from()) ? ask.from() : day, 1, Integer::sum);
        });
        return counts;
    }

    private static Instant start(Span span, ZoneId zone) {
        return span instanceof Span.Times times
                ? times.start()
                : span.day(zone).atStartOfDay(zone).toInstant();
    }

    private void each(Ask ask, Consumer<Entry> consumer) {
        for (CalendarSource source : registry.all(CalendarSource.class)) {
            if (ask.sources().isEmpty() || ask.sources().contains(source.id())) {
                types.find(source.entity()).ifPresent(type -> each(ask, source, type, consumer));
            }
        }
    }

    private void each(Ask ask, CalendarSource source, EntityType type, Consumer<Entry> consumer) {
        SourceQuestion question = new SourceQuestion(source, type, zone.get());
        queries.each(
                question.once(ask), row -> expand(ask, source, question, row).forEach(consumer));
        if (question.comesBack()) {
            queries.each(question.series(ask), row -> series(ask, source, question, row)
                    .forEach(consumer));
        }
    }

    /** The records of a source that touch the days asked for, each once and with the rule by which it comes back. */
    void records(Ask ask, CalendarSource source, EntityType type, BiConsumer<Entry, Optional<Recurrence>> consumer) {
        SourceQuestion question = new SourceQuestion(source, type, zone.get());
        AtomicInteger count = new AtomicInteger();
        queries.each(question.once(ask), row -> {
            bound(count.getAndIncrement());
            Span span = span(source, question, row);
            Optional<Recurrence> rule =
                    Optional.of(EVERY_YEAR).filter(every -> span instanceof Span.Days && yearly(source, question, row));
            consumer.accept(entry(source, question, row, span, rule.isPresent()), rule);
        });
        if (question.comesBack()) {
            queries.each(question.series(ask), row -> rule(source, question, row)
                    .ifPresent(rule -> consumer.accept(
                            entry(source, question, row, span(source, question, row), true), Optional.of(rule))));
        }
    }

    /** The rule of a record that stands somewhere in time. */
    private static Optional<Recurrence> rule(CalendarSource source, SourceQuestion question, Row row) {
        return Optional.ofNullable(question.value(row, source.rule()))
                .filter(rule ->
                        question.value(row, source.start()) != null || question.value(row, source.day()) != null)
                .map(rule -> Recurrence.parse(rule.toString()));
    }

    private List<Entry> series(Ask ask, CalendarSource source, SourceQuestion question, Row row) {
        Optional<Recurrence> rule = rule(source, question, row);
        if (rule.isEmpty()) {
            return List.of();
        }
        Span span = span(source, question, row);
        ZoneId here = zone.get();
        LocalDate first = span.day(here);
        return rule.get().between(first, ask.from().minusDays(SourceQuestion.LONGEST), ask.to()).stream()
                .map(day -> span.on(day, here))
                .filter(on -> !on.lastDay(here).isBefore(ask.from()))
                .map(on -> entry(source, question, row, on, true))
                .toList();
    }

    private List<Entry> expand(Ask ask, CalendarSource source, SourceQuestion question, Row row) {
        Span span = span(source, question, row);
        if (span instanceof Span.Days days && yearly(source, question, row)) {
            return Yearly.days(days.first(), ask.from(), ask.to()).stream()
                    .map(day -> entry(source, question, row, new Span.Days(day, day), true))
                    .toList();
        }
        return List.of(entry(source, question, row, span, false));
    }

    private static boolean yearly(CalendarSource source, SourceQuestion question, Row row) {
        return question.value(row, source.yearly()) != null;
    }

    private static Span span(CalendarSource source, SourceQuestion question, Row row) {
        Object start = first(question.value(row, source.day()), question.value(row, source.start()));
        Object end = first(question.value(row, source.lastDay()), question.value(row, source.end()));
        if (start instanceof LocalDate first) {
            return new Span.Days(first, end instanceof LocalDate last && !last.isBefore(first) ? last : first);
        }
        if (start == null && end instanceof LocalDate last) {
            return new Span.Days(last, last);
        }
        Instant from = (Instant) first(start, end);
        return new Span.Times(from, end instanceof Instant until && until.isAfter(from) ? until : from);
    }

    private static Object first(Object one, Object other) {
        return one == null ? other : one;
    }

    private static Entry entry(CalendarSource source, SourceQuestion question, Row row, Span span, boolean repeated) {
        Object title = question.value(row, source.title());
        return new Entry(
                source.id(),
                source.entity(),
                row.id(),
                row.version(),
                title instanceof Ref ref ? ref.label() : String.valueOf(first(title, "")),
                span,
                ref(question.value(row, source.about())),
                ref(question.value(row, source.owner())),
                question.people(row),
                String.valueOf(first(question.value(row, source.kind()), "")),
                String.valueOf(first(question.value(row, source.status()), "")),
                repeated);
    }

    private static Optional<Ref> ref(Object value) {
        return value instanceof Ref ref ? Optional.of(ref) : Optional.empty();
    }
}
