package org.salacrm.core.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.alert.Invitations;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.RecordHook;
import org.salacrm.api.record.Records;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.core.alert.AlertDesk;
import org.salacrm.core.record.Writes;
import org.salacrm.core.security.Invited;

/** Whoever is asked to take part in an activity may read it, and answers for himself. */
@Component(service = {Invitations.class, RecordHook.class})
public class ActivityInvitations implements Invitations, RecordHook {
    private static final String ACTIVITY = "activity";
    private static final String PARTICIPANTS = "participants";
    private static final Map<String, String> VERBS = Map.of("accepted", "accept", "declined", "decline");

    private final Queries queries;
    private final Writes writes;
    private final Callers callers;
    private final Invited invited;
    private final AlertDesk alerts;

    @Activate
    public ActivityInvitations(
            @Reference Queries queries,
            @Reference Writes writes,
            @Reference Callers callers,
            @Reference Invited invited,
            @Reference AlertDesk alerts) {
        this.queries = queries;
        this.writes = writes;
        this.callers = callers;
        this.invited = invited;
        this.alerts = alerts;
    }

    @Override
    public String entity() {
        return ACTIVITY;
    }

    /** Nobody takes part twice; what stands there twice already may stay. */
    @Override
    public void before(Change change) {
        if (change.kind() == Change.Kind.DELETE || !change.changed(PARTICIPANTS)) {
            return;
        }
        for (String who : List.of("user", "contact")) {
            List<Object> before = named(change.old(PARTICIPANTS).orElse(List.of()), who);
            List<Object> now = named(change.value(PARTICIPANTS).orElse(List.of()), who);
            now.stream()
                    .filter(id -> id != null
                            && Collections.frequency(now, id) > Math.max(1, Collections.frequency(before, id)))
                    .findFirst()
                    .ifPresent(id -> {
                        throw new InvalidRecordException(
                                PARTICIPANTS + "[" + now.lastIndexOf(id) + "]." + who, "invalid.participant");
                    });
        }
    }

    private static List<Object> named(Object parts, String who) {
        List<Object> named = new ArrayList<>();
        ((List<?>) parts).forEach(part -> named.add(((Map<?, ?>) part).get(who)));
        return named;
    }

    @Override
    public void after(Change change) {
        if (change.kind() != Change.Kind.DELETE && change.changed(PARTICIPANTS)) {
            Set<Long> now = users(change.value(PARTICIPANTS).orElse(List.of()));
            Set<Long> before = users(change.old(PARTICIPANTS).orElse(List.of()));
            now.stream()
                    .filter(user -> !before.contains(user))
                    .forEach(user -> invited.mayRead(ACTIVITY, change.id(), user));
        }
    }

    private static Set<Long> users(Object parts) {
        Set<Long> users = new TreeSet<>();
        ((List<?>) parts).forEach(part -> {
            if (((Map<?, ?>) part).get("user") instanceof Long user) {
                users.add(user);
            }
        });
        return users;
    }

    @Override
    public void answer(long activity, String answer) {
        Caller caller = callers.current();
        if (!VERBS.containsKey(answer)) {
            throw InvalidRecordException.noChoice("answer", answer);
        }
        Caller product = new Caller(
                caller.user(),
                caller.login(),
                caller.language(),
                caller.teams(),
                caller.roles(),
                Caller.Kind.SYSTEM,
                caller.source());
        callers.as(product, () -> {
            List<Map<String, Object>> parts = answered(activity, caller.user(), answer);
            return writes.because(VERBS.get(answer), () -> {
                alerts.answered(activity);
                return writes.update(ACTIVITY, activity, Records.ANY_VERSION, Map.of(), Map.of(PARTICIPANTS, parts));
            });
        });
    }

    private List<Map<String, Object>> answered(long activity, long user, String answer) {
        List<?> parts = queries.one(ACTIVITY, activity, List.of(PARTICIPANTS))
                .map(row -> (List<?>) row.values().get(0))
                .orElse(List.of());
        if (parts.stream().noneMatch(part -> isOf((Map<?, ?>) part, user))) {
            throw new AbsentRecordException(ACTIVITY, activity);
        }
        return parts.stream()
                .map(part -> {
                    Map<String, Object> values = new HashMap<>();
                    values.put("id", ((Map<?, ?>) part).get("id"));
                    if (isOf((Map<?, ?>) part, user)) {
                        values.put("answer", answer);
                    }
                    return values;
                })
                .toList();
    }

    private static boolean isOf(Map<?, ?> part, long user) {
        return part.get("user") instanceof Ref ref && ref.id() == user;
    }
}
