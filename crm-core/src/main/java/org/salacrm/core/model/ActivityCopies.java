package org.salacrm.core.model;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.calendar.Span;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Ref;
import org.salacrm.core.calendar.Recurrence;
import org.salacrm.core.definition.CompanyZone;

/** Reads an activity so that it can be made once more for another day. */
@Component(service = ActivityCopies.class)
public class ActivityCopies {
    /** What belongs to one time only. */
    private static final Set<String> ONCE = Set.of("status", "result", "followUpOf");

    private static final Set<String> OF_PARTS = Set.of("id", "version", "position");

    private final EntityTypes types;
    private final Queries queries;
    private final CompanyZone zone;

    @Activate
    public ActivityCopies(@Reference EntityTypes types, @Reference Queries queries, @Reference CompanyZone zone) {
        this.types = types;
        this.queries = queries;
        this.zone = zone;
    }

    Optional<Original> read(long id) {
        List<String> fields = types.get("activity").fields().stream()
                .filter(field -> !field.flags().hidden() && !field.flags().readOnly())
                .map(FieldType::name)
                .toList();
        return queries.one("activity", id, fields).map(row -> {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                if (row.values().get(i) != null) {
                    values.put(fields.get(i), plain(row.values().get(i)));
                }
            }
            return new Original(row.version(), values);
        });
    }

    private static Object plain(Object value) {
        if (value instanceof Ref ref) {
            return Map.of("id", ref.id(), "entity", ref.entity());
        }
        if (value instanceof List<?> parts) {
            return parts.stream().map(part -> part((Map<?, ?>) part)).toList();
        }
        return value;
    }

    private static Map<String, Object> part(Map<?, ?> part) {
        Map<String, Object> values = new HashMap<>();
        part.forEach((name, value) -> {
            if (value != null && !OF_PARTS.contains(String.valueOf(name))) {
                values.put(String.valueOf(name), plain(value));
            }
        });
        return values;
    }

    /** An activity as it stands. */
    final class Original {
        private final int version;
        private final Map<String, Object> stored;

        Original(int version, Map<String, Object> stored) {
            this.version = version;
            this.stored = stored;
        }

        int version() {
            return version;
        }

        String text(String field) {
            return String.valueOf(stored.getOrDefault(field, ""));
        }

        Recurrence rule() {
            return Recurrence.parse(text("recurrence"));
        }

        LocalDate today(Clock clock) {
            return clock.instant().atZone(zone.get()).toLocalDate();
        }

        LocalDate day() {
            return span().day(zone.get());
        }

        private Span span() {
            if (stored.get("fromDay") instanceof LocalDate from) {
                return new Span.Days(from, (LocalDate) stored.getOrDefault("toDay", from));
            }
            Instant start = (Instant) stored.get("startAt");
            return new Span.Times(start, (Instant) stored.getOrDefault("dueAt", start));
        }

        Map<String, Object> values(LocalDate on) {
            Map<String, Object> values = new LinkedHashMap<>(stored);
            values.keySet().removeAll(ONCE);
            values.putAll(times(on));
            return values;
        }

        /** When it is on another day. */
        Map<String, Object> times(LocalDate on) {
            return span().on(on, zone.get()) instanceof Span.Times times
                    ? Map.of("startAt", times.start(), "dueAt", times.end())
                    : Map.of("fromDay", on, "toDay", span().on(on, zone.get()).lastDay(zone.get()));
        }
    }
}
