package org.salacrm.core.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.AlertRule;
import org.salacrm.api.event.RecordEvent;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Ref;

/** Tells of what people did to records. What the product does by itself is no news. */
@Component(service = Deeds.class)
public class Deeds {
    /** More than this at once is told as one. */
    private static final int MANY = 5;

    /** What lies longer back is no news any more. */
    static final Duration NEWS = Duration.ofDays(7);

    private static final List<String> OWNER = List.of("owner");

    private final Subjects subjects;
    private final AlertDesk desk;
    private final Clock clock;

    @Activate
    public Deeds(@Reference Subjects subjects, @Reference AlertDesk desk, @Reference Clock clock) {
        this.subjects = subjects;
        this.desk = desk;
        this.clock = clock;
    }

    void tell(AlertRule rule, List<RecordEvent> events) {
        Instant since = clock.instant().minus(NEWS);
        List<RecordEvent> hits = events.stream()
                .filter(event -> event.user() != 0 && event.at().isAfter(since) && speaksOf(rule, event))
                .toList();
        if (hits.isEmpty() || !subjects.known(rule)) {
            return;
        }
        Map<Long, Set<Long>> users = users(rule, hits);
        Map<String, List<Telling>> grouped = new LinkedHashMap<>();
        for (RecordEvent event : hits) {
            for (long user : users.getOrDefault(event.id(), Set.of())) {
                grouped.computeIfAbsent(user + "/" + event.user(), key -> new ArrayList<>())
                        .add(telling(rule, event));
            }
        }
        grouped.forEach((key, tellings) -> tell(Long.parseLong(key.substring(0, key.indexOf('/'))), tellings));
    }

    private static boolean speaksOf(AlertRule rule, RecordEvent event) {
        boolean changed = rule.changed().isEmpty()
                || !event.kind().equals("update")
                || rule.changed().stream().anyMatch(event.changed()::contains);
        return rule.entity().equals(event.entity()) && rule.on().contains(event.kind()) && changed;
    }

    /** By record; the event itself knows the owner, so that thousands brought in at once cost no question. */
    private Map<Long, Set<Long>> users(AlertRule rule, List<RecordEvent> hits) {
        Map<Long, Set<Long>> users = new HashMap<>();
        if (rule.to().equals(OWNER) && rule.when().equals(Filter.NONE)) {
            hits.stream()
                    .filter(event -> event.owner() != 0 && event.owner() != event.user())
                    .forEach(event -> users.put(event.id(), Set.of(event.owner())));
            return users;
        }
        List<Long> ids = hits.stream().map(RecordEvent::id).distinct().toList();
        subjects.of(rule, Filter.in("id", ids), List.of()).forEach(subject -> users.put(subject.id(), subject.users()));
        return users;
    }

    private static Telling telling(AlertRule rule, RecordEvent event) {
        String occasion = rule.once() ? "once" : event.kind() + " " + event.version();
        return Telling.of(rule.id(), rule.kind(), new Ref(rule.entity(), event.id(), ""), occasion, event.user());
    }

    /** Tells a user of what one person did at once, of much of it as one. */
    void tell(long user, List<Telling> tellings) {
        if (tellings.size() > MANY) {
            desk.tell(user, tellings.get(0).andMore(tellings.size() - 1));
        } else {
            Map<Ref, Telling> last = tellings.stream()
                    .collect(Collectors.toMap(Telling::record, Function.identity(), (a, b) -> b, LinkedHashMap::new));
            last.values().forEach(telling -> desk.tell(user, telling));
        }
    }
}
