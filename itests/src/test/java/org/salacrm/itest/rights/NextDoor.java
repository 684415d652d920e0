package org.salacrm.itest.rights;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When something is to be done next about a record: the earliest of all that its reader may know of. In this company
 * nothing has a start or lasts for days, so an activity begins when it is due.
 */
final class NextDoor implements Door {
    private static final int MOST = 100;
    private final Asking asking;

    NextDoor(Asking asking) {
        this.asking = asking;
    }

    @Override
    public void ask(Colleague who) {
        String entity = asking.pick(List.of("account", "opportunity"));
        List<Entry> some = who.eye.all(entity).stream().limit(MOST).toList();
        Map<Object, Object> expected = new TreeMap<>();
        some.forEach(entry -> next(who.eye, entry).ifPresent(due -> expected.put(entry.id, due)));
        List<String> ids = some.stream().map(entry -> "" + entry.id).toList();
        Map<String, Object> question = Map.of(
                "fields",
                List.of("nextActivity"),
                "filter",
                Map.of("field", "id", "op", "in", "value", ids),
                "limit",
                MOST);
        Colleague.Answer answer = who.send("next", "POST", "/api/records/" + entity + "/query", question);
        Map<Object, Object> answered = new TreeMap<>();
        for (Object item : answer.is(200) ? Plain.list(answer.get("items")) : List.of()) {
            Map<String, Object> row = Plain.map(item);
            if (row.get("nextActivity") != null) {
                answered.put(
                        Plain.number(row.get("id")),
                        Instant.parse(row.get("nextActivity").toString()));
            }
        }
        asking.findings().same(who + " sees what is next about " + entity, expected, answered);
    }

    private Optional<Instant> next(Eye eye, Entry entry) {
        String via = entry.entity.equals("account") ? "account" : "regarding";
        return eye.all("activity").stream()
                .filter(activity -> Boolean.TRUE.equals(eye.value(activity, "open")))
                .filter(activity -> eye.value(activity, via) instanceof Plain.Ref ref
                        && ref.entity().equals(entry.entity)
                        && ref.id() == entry.id)
                .map(activity -> eye.value(activity, "dueAt"))
                .filter(due -> due != null)
                .map(due -> Instant.parse(due.toString()))
                .min(Instant::compareTo);
    }
}
