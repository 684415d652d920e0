package org.salacrm.core.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.event.RecordEvent;
import org.salacrm.api.query.Ref;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** New activities as something done with the records they are about. */
@Component(service = FollowedActivities.class)
public class FollowedActivities {
    private static final String ACTIVITY = "activity";

    private final Sql sql;
    private final Followers followers;
    private final AlertDesk desk;

    @Activate
    public FollowedActivities(@Reference Tx tx, @Reference Followers followers, @Reference AlertDesk desk) {
        this.sql = new Sql(tx);
        this.followers = followers;
        this.desk = desk;
    }

    /** An activity and what it is about, the nearest first. */
    private record About(long activity, List<Ref> records) {}

    /** Whoever follows several of the records hears of the nearest, and nobody of an activity he may not read. */
    List<FollowTold.Deed> of(List<RecordEvent> created) {
        List<About> abouts = abouts(created.stream().map(RecordEvent::id).toList());
        Map<Ref, Set<Long>> users = followers.of(abouts.stream()
                .flatMap(about -> about.records().stream())
                .map(Ref::id)
                .collect(Collectors.toSet()));
        if (users.isEmpty()) {
            return List.of();
        }
        Map<Long, RecordEvent> events =
                created.stream().collect(Collectors.toMap(RecordEvent::id, event -> event, (one, other) -> one));
        return abouts.stream()
                .flatMap(about -> done(about, events.get(about.activity()), users))
                .toList();
    }

    private Stream<FollowTold.Deed> done(About about, RecordEvent event, Map<Ref, Set<Long>> users) {
        Ref activity = new Ref(ACTIVITY, about.activity(), "");
        Set<Long> besides = new HashSet<>(Set.of(event.owner())); // he is told that it is his
        List<FollowTold.Deed> done = new ArrayList<>();
        for (Ref record : about.records()) {
            Set<Long> following = users.getOrDefault(record, Set.of());
            following.stream().filter(user -> !desk.reads(user, activity)).forEach(besides::add);
            done.add(new FollowTold.Deed(
                    "core.followed-activity",
                    record,
                    ACTIVITY + " " + about.activity(),
                    event.user(),
                    Set.copyOf(besides)));
            besides.addAll(following);
        }
        return done.stream();
    }

    private List<About> abouts(List<Long> activities) {
        return sql.listOf(
                "SELECT id, regarding_type, regarding_id, account_id, contact_id FROM core_activity WHERE id IN",
                FollowedActivities::about,
                activities);
    }

    private static About about(ResultSet row) throws SQLException {
        Map<Long, Ref> records = new LinkedHashMap<>();
        String regarding = row.getString(2);
        if (regarding != null) {
            records.put(row.getLong(3), new Ref(regarding, row.getLong(3), ""));
        }
        records.putIfAbsent(row.getLong(5), new Ref("contact", row.getLong(5), ""));
        records.putIfAbsent(row.getLong(4), new Ref("account", row.getLong(4), ""));
        records.remove(0L);
        return new About(row.getLong(1), List.copyOf(records.values()));
    }
}
