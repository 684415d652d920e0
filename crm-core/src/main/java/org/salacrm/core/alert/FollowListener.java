package org.salacrm.core.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.event.RecordEvent;
import org.salacrm.api.event.RecordListener;
import org.salacrm.api.query.Ref;

/** Says to those who follow records what happened to them. */
@Component
public class FollowListener implements RecordListener {
    private static final Set<String> SILENT = Set.of("create", "delete", "restore", "share");
    private static final String ACTIVITY = "activity";

    private final Registry registry;
    private final FollowedActivities activities;
    private final FollowTold told;
    private final Clock clock;

    @Activate
    public FollowListener(
            @Reference Registry registry,
            @Reference FollowedActivities activities,
            @Reference FollowTold told,
            @Reference Clock clock) {
        this.registry = registry;
        this.activities = activities;
        this.told = told;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "follows";
    }

    @Override
    public void on(List<RecordEvent> events) {
        Instant since = clock.instant().minus(Deeds.NEWS);
        List<RecordEvent> news = events.stream()
                .filter(event -> event.user() != 0 && event.at().isAfter(since))
                .toList();
        Map<String, String> states = news.isEmpty() ? Map.of() : states();
        List<FollowTold.Deed> done = new ArrayList<>();
        news.stream()
                .filter(event -> !SILENT.contains(event.kind()))
                .forEach(event -> done.add(change(event, states.getOrDefault(event.entity(), ""))));
        List<RecordEvent> planned = news.stream()
                .filter(event -> event.entity().equals(ACTIVITY) && event.kind().equals("create"))
                .toList();
        done.addAll(activities.of(planned));
        told.tell(done);
    }

    /** The field of the state, by entity. */
    private Map<String, String> states() {
        return registry.all(Lifecycle.class).stream()
                .collect(Collectors.toMap(Lifecycle::entity, Lifecycle::field, (one, other) -> one));
    }

    private static FollowTold.Deed change(RecordEvent event, String state) {
        String rule = event.changed().contains(state) ? "core.followed-moved" : "core.followed";
        Set<Long> besides = new HashSet<>();
        if (event.changed().contains("owner")) { // he is told that it is his now
            besides.add(event.owner());
        }
        Ref record = new Ref(event.entity(), event.id(), "");
        return new FollowTold.Deed(rule, record, event.kind() + " " + event.version(), event.user(), besides);
    }
}
