package org.salacrm.itest.rights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.salacrm.api.security.Verb;

/** Verbs of a record and jobs over many records. */
final class ActionDoor implements Door {
    private static final int MOST = 30;
    private final Asking asking;
    private final Findings findings;
    private final World world;
    private final RandomFilter filters;
    private int number;

    ActionDoor(Asking asking) {
        this.asking = asking;
        this.findings = asking.findings();
        this.world = asking.world();
        this.filters = new RandomFilter(world, asking.random());
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
        boolean stale = asking.random().nextInt(8) == 0;
        int expected = permitted ? expected(who.eye, entry, stale ? 412 : fits ? 200 : 409, input) : 403;
        String what = who + " does " + verb + " to " + entry;
        Colleague.Answer answer = who.send(
                "action",
                "POST",
                entry.path() + "/actions/" + verb,
                Map.of("input", input),
                "If-Match",
                "\"" + (stale ? entry.version() + 7 : entry.version()) + "\"");
        findings.same(what, expected, answer.status());
        if (answer.is(412)) {
            findings.same(what, who.eye.whole(entry), Plain.map(answer.get("current")));
        }
        if (answer.is(200)) {
            world.look(entry);
            findings.same(what, who.eye.reads(entry) ? who.eye.whole(entry) : null, answer.get("record"));
        }
    }

    /** @param state what whoever may do it is answered for the state the record is in */
    private static int expected(Eye eye, Entry entry, int state, Map<String, Object> input) {
        if (!eye.has(entry.entity, Verb.UPDATE)) {
            return 403;
        }
        if (!eye.reads(entry)) {
            return 404;
        }
        if (state == 412) {
            return 412;
        }
        if (!eye.may(entry, Verb.UPDATE)) {
            return 403;
        }
        boolean writes =
                input.keySet().stream().allMatch(field -> field.equals("stage") || eye.writes(entry.entity, field));
        return state != 200 ? state : writes ? 200 : 422;
    }

    private void bulk(Colleague who) {
        String entity = asking.pick(List.of("account", "opportunity"));
        String verb = asking.pick(List.of("update", "assign", "delete", "mail"));
        long owner = verb.equals("assign") ? asking.pick(world.company.users()).id() : 0;
        Map<String, Object> values =
                switch (verb) {
                    case "update" -> Map.of(entity.equals("account") ? "remark" : "nextStep", "bulk" + number++);
                    case "assign" -> Map.of("owner", "" + world.id("user", owner));
                    case "mail" -> Map.of("subject", "s", "body", "b");
                    default -> Map.of();
                };
        Map<String, Object> order = new LinkedHashMap<>(Map.of("verb", verb, "values", values));
        Set<Entry> some = which(who, entity, order);
        String what = who + " " + order + " of " + entity;
        List<Entry> doable =
                some.stream().filter(e -> may(who.eye, e, verb, values)).toList();
        Colleague.Answer answer = who.send("bulk", "POST", "/api/records/" + entity + "/bulk", order);
        int expected = verb.equals("mail")
                ? mailed(who, entity)
                : !who.eye.has(entity, verb) ? 403 : world.hasLeft(owner) ? 422 : 202;
        findings.same(what, expected, answer.status());
        if (answer.is(202)) {
            Map<String, Object> result = result(who, answer.get("job"));
            findings.same(what, (long) doable.size(), count(result, "done"));
            findings.same(what, (long) some.size() - doable.size(), count(result, "failed"));
            if (verb.equals("delete")) {
                back(doable.size());
            }
            some.forEach(world::look);
        }
    }

    /** Whoever may is answered that deals have no address; customers could have one. */
    private int mailed(Colleague who, String entity) {
        boolean sends = World.SHARES.stream().anyMatch(p -> world.rules.permitted(who.eye.user, p));
        return !who.eye.has(entity, Verb.READ) || !sends ? 403 : entity.equals("account") ? 202 : 400;
    }

    /** A few by their ids, or all that a filter finds if that is not too many. */
    private Set<Entry> which(Colleague who, String entity, Map<String, Object> order) {
        Set<Entry> some = new TreeSet<>(java.util.Comparator.comparing((Entry e) -> e.id));
        RandomFilter.Asked filter = filters.any(entity);
        who.eye.all(entity).stream().filter(e -> filter.passes(who.eye, e)).forEach(some::add);
        if (some.size() <= MOST && asking.random().nextBoolean()) {
            order.put("filter", filter.tree());
            return some;
        }
        some.clear();
        for (int i = 0; i < 8; i++) {
            some.add(asking.entry(who, entity));
        }
        order.put("ids", some.stream().map(e -> "" + e.id).toList());
        return some;
    }

    private static long count(Map<String, Object> result, String key) {
        return result.get(key) instanceof Number n ? n.longValue() : -1;
    }

    private static boolean may(Eye eye, Entry entry, String verb, Map<String, Object> values) {
        if (!eye.reads(entry) || verb.equals("mail")) { // nobody there has an address
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
    private Map<String, Object> result(Colleague who, Object job) {
        Colleague other = asking.staff().get();
        if (!other.eye.isAdministrator() && !other.eye.user.equals(who.eye.user)) {
            findings.same(
                    other + " looks at another's job",
                    404,
                    other.get("job", "/api/jobs/" + job).status());
        }
        return Plain.map(who.ended(job).get("result"));
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
