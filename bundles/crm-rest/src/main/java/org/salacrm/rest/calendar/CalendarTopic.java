package org.salacrm.rest.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
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
import org.salacrm.api.definition.Holidays;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.message.Text;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.metadata.Labels;
import org.salacrm.rest.problem.RefusedException;

/** What happens when, of all that modules bring into the calendars. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class CalendarTopic implements Topic {
    /** A year with the weeks that its first and last month show of others. */
    private static final int MOST_DAYS = 380;
    /** Of what lies before and after there is no calendar. */
    private static final int FIRST_YEAR = 1;

    private static final int LAST_YEAR = 9998;

    /** Of more nobody looks for a time in common. */
    private static final int MOST_PEOPLE = 200;

    private final Calendars calendars;
    private final FreeBusy freeBusy;
    private final Registry registry;
    private final EntityTypes types;
    private final Rights rights;
    private final Callers callers;
    private final Labels labels;

    @Activate
    public CalendarTopic(
            @Reference Calendars calendars,
            @Reference FreeBusy freeBusy,
            @Reference Registry registry,
            @Reference EntityTypes types,
            @Reference Rights rights,
            @Reference Callers callers,
            @Reference Labels labels) {
        this.calendars = calendars;
        this.freeBusy = freeBusy;
        this.registry = registry;
        this.types = types;
        this.rights = rights;
        this.callers = callers;
        this.labels = labels;
    }

    @Override
    public String name() {
        return "calendar";
    }

    @GET
    public Response entries(@Context HttpServletRequest request) {
        List<Shape> entries = calendars.entries(ask(request)).stream()
                .map(CalendarTopic::shape)
                .toList();
        return Answers.json(new Shape().with("entries", entries));
    }

    @GET
    @Path("days")
    public Response days(@Context HttpServletRequest request) {
        Shape days = new Shape();
        calendars.counts(ask(request)).forEach((day, count) -> days.with(day.toString(), count));
        return Answers.json(new Shape().with("days", days));
    }

    /** When colleagues have something, whatever it is. */
    @GET
    @Path("busy")
    public Response busy(@Context HttpServletRequest request) {
        Ask ask = ask(request);
        Set<Long> people = ask.choice().people();
        if (people.isEmpty() || people.size() > MOST_PEOPLE) {
            throw wrong("people");
        }
        return Answers.json(new Shape()
                .with(
                        "busy",
                        freeBusy.busy(ask.from(), ask.to(), people).stream()
                                .map(busy -> new Shape()
                                        .id("user", busy.user())
                                        .with("start", busy.from().toString())
                                        .with("end", busy.to().toString()))
                                .toList()));
    }

    /** The sources of which the caller may see anything at all. */
    @GET
    @Path("sources")
    public Response sources() {
        return Answers.json(registry.all(CalendarSource.class).stream()
                .filter(source -> types.find(source.entity()).isPresent()
                        && rights.level(callers.current(), source.entity(), Verb.READ) != Level.NONE)
                .sorted(Comparator.comparingInt(CalendarSource::order))
                .map(this::shape)
                .toList());
    }

    /** Days on which nobody works, by their date. */
    @GET
    @Path("holidays")
    public Response holidays() {
        Map<String, Text> days = new TreeMap<>();
        for (Holidays set : registry.all(Holidays.class)) {
            set.days().forEach(day -> days.put(day.day(), day.label()));
        }
        return Answers.json(days);
    }

    private Shape shape(CalendarSource source) {
        return new Shape()
                .with("id", source.id())
                .with("entity", source.entity())
                .with("label", labels.text("calendar." + source.id() + ".label"))
                .with("start", source.start())
                .some("end", source.end())
                .some("day", source.day())
                .some("lastDay", source.lastDay())
                .with("owner", source.owner())
                .some("kind", source.kind())
                .some("status", source.status())
                .some("card", source.card())
                .with("yearly", !source.yearly().isEmpty())
                .with("repeats", !source.rule().isEmpty());
    }

    private static Shape shape(Entry entry) {
        Shape shape = new Shape()
                .with("source", entry.source())
                .with("entity", entry.entity())
                .id("id", entry.id())
                .with("version", entry.version())
                .with("title", entry.title());
        if (entry.span() instanceof Span.Times times) {
            shape.with("start", times.start().toString())
                    .with("end", times.end().toString());
        } else if (entry.span() instanceof Span.Days days) {
            shape.with("day", days.first().toString())
                    .with("lastDay", days.last().toString());
        }
        return shape.some("about", entry.about())
                .some("owner", entry.owner())
                .some("people", entry.people().stream().map(String::valueOf).toList())
                .some("kind", entry.kind())
                .some("status", entry.status())
                .some("repeated", entry.repeated() ? Boolean.TRUE : null);
    }

    private static Ask ask(HttpServletRequest request) {
        LocalDate from = day(request, "from");
        LocalDate to = day(request, "to");
        long days = ChronoUnit.DAYS.between(from, to);
        if (days < 0 || days > MOST_DAYS) {
            throw wrong("to");
        }
        Choice choice = new Choice(
                ids(request, "people"),
                ids(request, "teams"),
                picks(request),
                "true".equals(request.getParameter("mine")));
        return new Ask(from, to, words(request, "sources"), choice);
    }

    private static LocalDate day(HttpServletRequest request, String name) {
        try {
            LocalDate day = LocalDate.parse(String.valueOf(request.getParameter(name)));
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw wrong(name);
            }
            return day;
        } catch (DateTimeParseException e) {
            throw wrong(name);
        }
    }

    private static Set<String> words(HttpServletRequest request, String name) {
        String given = request.getParameter(name);
        return given == null || given.isBlank()
                ? Set.of()
                : List.of(given.split(",")).stream().map(String::trim).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Long> ids(HttpServletRequest request, String name) {
        try {
            return words(request, name).stream().map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
        } catch (NumberFormatException e) {
            throw wrong(name);
        }
    }

    /** {@code activityType.phone,activityStatus.waiting}: a list and one of its codes. */
    private static Map<String, Set<String>> picks(HttpServletRequest request) {
        Map<String, Set<String>> picks = new HashMap<>();
        for (String pick : words(request, "picks")) {
            int dot = pick.indexOf('.');
            if (dot < 1) {
                throw wrong("picks");
            }
            picks.computeIfAbsent(pick.substring(0, dot), list -> new HashSet<>())
                    .add(pick.substring(dot + 1));
        }
        return picks;
    }

    private static RefusedException wrong(String name) {
        return new RefusedException(400, "value.wrong", Map.of("name", name));
    }
}
