package org.salacrm.itest.rights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.salacrm.api.security.Verb;
import org.salacrm.itest.Wait;

/** Verbs of a record and jobs over many records. */
final class ActionDoor implements Door {
    private static final java.time.Duration JOB = java.time.Duration.ofMinutes(1);
    private final Asking asking;
    private final Findings findings;
    private final World world;
    private int number;

    ActionDoor(Asking asking) {
        this.asking = asking;
        this.findings = asking.findings();
        this.world = asking.world();
    }

    @Override
    public void ask(Colleague who) {
        if (asking.random().nextInt(4) == 0) {
            bulk(who);
        } else {
            act(who);
        }
    }

    private void act(Colleague who) {
        Entry entry = asking.entry(who, "opportunity");
        boolean open = Boolean.TRUE.equals(entry.value("open"));
        String verb = asking.pick(List.of("close-won", "close-lost", "move", "reopen"));
        Map<String, Object> input =
                switch (verb) {
                    case "close-won" -> Map.of("wonReason", "quality");
                    case "close-lost" -> Map.of("lostReason", "budget");
                    default -> Map.of("stage", "comparing");
                };
        boolean fits = open != verb.equals("reopen");
        boolean permitted =
                !verb.equals("reopen") || World.REOPENS.stream().anyMatch(p -> world.rules.permitted(who.eye.user, p));
        int expected = permitted ? expected(who.eye, entry, fits, input) : 403;
        String what = who + " does " + verb + " to " + entry;
        Colleague.Answer answer = who.send(
                "action",
                "POST",
                entry.path() + "/actions/" + verb,
                Map.of("input", input),
                "If-Match",
                "\"" + entry.version() + "\"");
        findings.same(what, expected, answer.status());
        if (answer.is(200)) {
            world.look(entry);
            findings.same(what, who.eye.reads(entry) ? who.eye.whole(entry) : null, answer.get("record"));
        }
    }

    private static int expected(Eye eye, Entry entry, boolean fits, Map<String, Object> input) {
        if (!eye.has(entry.entity, Verb.UPDATE)) {
            return 403;
        }
        if (!eye.reads(entry)) {
            return 404;
        }
        if (!eye.may(entry, Verb.UPDATE)) {
            return 403;
        }
        boolean writes =
                input.keySet().stream().allMatch(field -> field.equals("stage") || eye.writes(entry.entity, field));
        return !fits ? 409 : writes ? 200 : 422;
    }

    private void bulk(Colleague who) {
        String entity = asking.pick(List.of("account", "opportunity"));
        String verb = asking.pick(List.of("update", "assign", "delete"));
        Set<Entry> some = new TreeSet<>(java.util.Comparator.comparing((Entry e) -> e.id));
        for (int i = 0; i < 8; i++) {
            some.add(asking.entry(who, entity));
        }
        Map<String, Object> values =
                switch (verb) {
                    case "update" -> Map.of(entity.equals("account") ? "remark" : "nextStep", "bulk" + number++);
                    case "assign" ->
                        Map.of(
                                "owner",
                                ""
                                        + world.id(
                                                "user",
                                                asking.pick(world.company.users())
                                                        .id()));
                    default -> Map.of();
                };
        Map<String, Object> order = new LinkedHashMap<>(Map.of("verb", verb, "values", values));
        order.put("ids", some.stream().map(e -> "" + e.id).toList());
        String what = who + " " + order + " of " + entity;
        List<Entry> doable =
                some.stream().filter(e -> may(who.eye, e, verb, values)).toList();
        Colleague.Answer answer = who.send("bulk", "POST", "/api/records/" + entity + "/bulk", order);
        findings.same(what, who.eye.has(entity, verb) ? 202 : 403, answer.status());
        if (answer.is(202)) {
            Map<String, Object> result = result(who, "/api/jobs/" + answer.get("job"));
            findings.same(what, (long) doable.size(), count(result, "done"));
            findings.same(what, (long) some.size() - doable.size(), count(result, "failed"));
            if (verb.equals("delete")) {
                back(doable.size());
            }
            some.forEach(world::look);
        }
    }

    private static long count(Map<String, Object> result, String key) {
        return result.get(key) instanceof Number n ? n.longValue() : -1;
    }

    private static boolean may(Eye eye, Entry entry, String verb, Map<String, Object> values) {
        if (!eye.reads(entry)) {
            return false;
        }
        if (verb.equals("delete")) {
            return eye.may(entry, Verb.DELETE);
        }
        boolean given = values.containsKey("owner");
        boolean same = given
                && Values.id(entry.value("owner")) != null
                && Values.id(entry.value("owner")).equals(values.get("owner"));
        boolean readable = values.keySet().stream().allMatch(field -> eye.sees(entry.entity, field));
        boolean writes = values.keySet().stream().allMatch(field -> eye.writes(entry.entity, field));
        return eye.may(entry, Verb.UPDATE) && (same ? readable : writes && (!given || eye.may(entry, Verb.ASSIGN)));
    }

    /** Somebody's job is nobody else's business. */
    private Map<String, Object> result(Colleague who, String job) {
        Colleague other = asking.staff().get();
        if (!other.eye.isAdministrator() && !other.eye.user.equals(who.eye.user)) {
            findings.same(
                    other + " looks at another's job",
                    404,
                    other.get("job", job).status());
        }
        Colleague.Answer[] last = new Colleague.Answer[1];
        Wait.until(() -> job + " is done", JOB, () -> {
            last[0] = who.get("job", job);
            return List.of("done", "failed").contains(String.valueOf(last[0].get("state")));
        });
        return Plain.map(last[0].get("result"));
    }

    /** Brings the latest of the bin back. */
    private void back(int count) {
        List<Object> bin = Plain.list(
                Plain.map(Plain.read(world.admin.get("/api/recycle-bin").toString()))
                        .get("items"));
        bin.subList(0, count)
                .forEach(item -> world.admin.ok(
                        "POST", "/api/recycle-bin/" + Plain.map(item).get("id") + "/restore", null));
    }
}
