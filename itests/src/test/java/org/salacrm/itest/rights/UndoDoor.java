package org.salacrm.itest.rights;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.salacrm.api.security.Verb;

/** Many customers changed or deleted at once, and that taken back: by nobody else, and with the rights it takes. */
final class UndoDoor implements Door {
    private static final BigDecimal NONE = Plain.number(BigDecimal.ZERO);
    private final Asking asking;
    private final Findings findings;
    private final World world;
    private int number;

    UndoDoor(Asking asking) {
        this.asking = asking;
        this.findings = asking.findings();
        this.world = asking.world();
    }

    @Override
    public void ask(Colleague who) {
        boolean deletes = asking.random().nextInt(3) == 0;
        Set<Entry> some = new TreeSet<>(Comparator.comparing((Entry entry) -> entry.id));
        for (int i = 0; i < 4; i++) {
            some.add(asking.entry(who, "account"));
        }
        Map<Entry, Object> before = new HashMap<>();
        some.forEach(entry -> before.put(entry, entry.value("remark")));
        Map<String, Object> order = Map.of(
                "verb",
                deletes ? "delete" : "update",
                "values",
                deletes ? Map.of() : Map.of("remark", "many " + number++),
                "ids",
                some.stream().map(entry -> "" + entry.id).toList());
        Colleague.Answer begun = who.send("undo", "POST", "/api/records/account/bulk", order);
        if (begun.is(202)) {
            Map<String, Object> result = Plain.map(who.ended(begun.get("job")).get("result"));
            if (result.containsKey("undo")) {
                String path = "/api/undos/" + result.get("undo");
                strange(who, path);
                back(who, path, result.get("done"), !deletes || who.eye.has("account", Verb.CREATE));
            }
            some.forEach(world::look);
            some.forEach(
                    entry -> findings.same(who + " takes back " + order, before.get(entry), entry.value("remark")));
        }
    }

    /** What somebody did is neither shown to others nor taken back by them. */
    private void strange(Colleague who, String path) {
        Colleague other = asking.staff().get();
        if (!other.eye.isAdministrator() && !other.eye.user.equals(who.eye.user)) {
            String what = other + " takes back what " + who + " did";
            Map<String, Object> all = Map.of("items", List.of(Map.of("step", "1")));
            findings.same(what, 404, other.get("undo", path).status());
            findings.same(what, 404, other.get("undo", path + "/left").status());
            findings.same(what, 404, other.send("undo", "POST", path, null).status());
            findings.same(
                    what, 404, other.send("undo", "POST", path + "/insist", all).status());
        }
    }

    private void back(Colleague who, String path, Object done, boolean may) {
        String what = who + " takes back what he did to " + done;
        findings.same(what, 200, who.get("undo", path).status());
        Colleague.Answer begun = who.send("undo", "POST", path, null);
        findings.same(what, 202, begun.status());
        if (!begun.is(202)) {
            return;
        }
        Map<String, Object> result = Plain.map(who.ended(begun.get("job")).get("result"));
        findings.same(what, may ? done : NONE, result.get("done"));
        findings.same(what, NONE, result.get("left"));
        if (!may) {
            findings.same(what, done, result.get("failed"));
            world.admin.job(path);
        }
    }
}
