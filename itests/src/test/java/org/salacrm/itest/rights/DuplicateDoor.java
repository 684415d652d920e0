package org.salacrm.itest.rights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salacrm.api.security.Verb;

/** Customers that may be the same: of what one may not read only whom to ask, and of hidden fields nothing. */
final class DuplicateDoor implements Door {
    private static final Set<String> HIDDEN = Set.of("owner", "score", "reasons");
    private static final String DIFFERENT = "/api/duplicates/different";
    private final Asking asking;
    private final Findings findings;
    private final World world;

    DuplicateDoor(Asking asking) {
        this.asking = asking;
        this.findings = asking.findings();
        this.world = asking.world();
    }

    @Override
    public void ask(Colleague who) {
        if (asking.random().nextInt(3) > 0) {
            check(who);
        } else if (asking.random().nextInt(8) == 0) {
            search(who);
        } else {
            judge(who);
        }
    }

    /** Says that two are not the same, and takes it back. */
    private void judge(Colleague who) {
        Entry one = asking.entry(who, "account");
        Entry other = asking.entry(who, "account");
        if (one == other) {
            return;
        }
        boolean reads = who.eye.reads(one) && who.eye.reads(other);
        boolean may = who.eye.may(one, Verb.UPDATE) && who.eye.may(other, Verb.UPDATE);
        int expected = !reads ? 404 : may ? 204 : 403;
        String what = who + " says that " + one + " is not " + other;
        Map<String, Object> body = Map.of("entity", "account", "ids", List.of("" + one.id, "" + other.id));
        findings.same(
                what, expected, who.send("duplicate", "POST", DIFFERENT, body).status());
        judged(who);
        String back = DIFFERENT + "?entity=account&ids=" + one.id + "," + other.id;
        findings.same(
                what + " no longer",
                expected,
                who.send("duplicate", "DELETE", back, Map.of()).status());
    }

    /** What anybody said is not the same, as far as he may read and change it. */
    private void judged(Colleague who) {
        String what = who + " looks through what is not the same";
        Colleague.Answer answer = who.send("duplicate", "GET", DIFFERENT + "?entity=account", Map.of());
        findings.same(what, who.eye.has("account", Verb.UPDATE) ? 200 : 403, answer.status());
        if (!answer.is(200)) {
            return;
        }
        for (Object group : Plain.list(answer.get("groups"))) {
            for (Object each : Plain.list(Plain.map(group).get("records"))) {
                Map<String, Object> told = Plain.map(each);
                Entry entry = world.entry(new Plain.Ref("account", Plain.number(told.get("id")), ""));
                if (entry == null || !who.eye.reads(entry) || !who.eye.may(entry, Verb.UPDATE)) {
                    findings.differ(what + "\n    is told " + told + ", which he may not change");
                }
            }
        }
    }

    private void check(Colleague who) {
        Entry entry = asking.entry(who, "account");
        String what = who + " types the name of " + entry;
        boolean may = who.eye.has("account", Verb.CREATE) || who.eye.has("account", Verb.UPDATE);
        Map<String, Object> body =
                Map.of("entity", "account", "values", Map.of("name", String.valueOf(entry.value("name"))));
        Colleague.Answer answer = who.send("duplicate", "POST", "/api/duplicates/check", body);
        findings.same(what, may ? 200 : 403, answer.status());
        if (!answer.is(200)) {
            return;
        }
        List<Object> matches = Plain.list(answer.get("matches"));
        if (!who.eye.sees("account", "name")) {
            findings.same(what + ", which he may not see", List.of(), matches);
            return;
        }
        boolean found = false;
        for (Object each : matches) {
            Map<String, Object> match = Plain.map(each);
            found |= readable(who, what, match) == entry || !match.containsKey("id") && !who.eye.reads(entry);
        }
        findings.same(what + " and finds it", true, found);
    }

    /** The record of the company that a match leads to; what he may not read must not be told. */
    private Entry readable(Colleague who, String what, Map<String, Object> match) {
        if (!match.containsKey("id")) {
            findings.same(what, HIDDEN, match.keySet());
            findings.same(what, List.of(), match.get("reasons"));
            return null;
        }
        Entry entry = world.entry(new Plain.Ref("account", Plain.number(match.get("id")), ""));
        if (entry == null || !who.eye.reads(entry)) {
            findings.differ(what + "\n    is told " + match + ", which he may not read");
        } else {
            Object title = who.eye.value(entry, "name");
            findings.same(what, title == null ? "" : title, match.get("title"));
        }
        return entry;
    }

    private void search(Colleague who) {
        String what = who + " looks for duplicates";
        Map<String, Object> body = new HashMap<>(Map.of("entity", "account", "sharpness", 1));
        Colleague.Answer answer = who.send("duplicate", "POST", "/api/duplicates/search", body);
        findings.same(what, who.eye.has("account", Verb.UPDATE) ? 202 : 403, answer.status());
        if (!answer.is(202)) {
            return;
        }
        Map<String, Object> result = Plain.map(who.ended(answer.get("job")).get("result"));
        String groups = "/api/duplicates/" + result.get("search") + "/groups?limit=100";
        for (Object group : Plain.list(who.get("duplicate", groups).get("groups"))) {
            List<Object> records = Plain.list(Plain.map(group).get("records"));
            findings.same(what + " in groups", true, records.size() > 1);
            records.forEach(record -> readable(who, what, Plain.map(record)));
        }
        Colleague other = asking.staff().get();
        if (!other.eye.user.equals(who.eye.user)) {
            findings.same(
                    other + " looks at what " + who + " found",
                    404,
                    other.get("duplicate", groups).status());
        }
    }
}
