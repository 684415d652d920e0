package org.salacrm.itest.rights;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.salacrm.api.security.Verb;
import org.salacrm.test.RandomCompany.Item;
import org.salacrm.test.RandomCompany.User;

/** Beginning and end of records: made by those who may, deleted into the recycle bin and brought back. */
final class LifeDoor implements Door {
    private static final List<String> PARTS =
            List.of("", "/history", "/timeline", "/notes", "/files", "/shares", "/why", "/access", "/counts");
    private final Asking asking;
    private final Findings findings;
    private final World world;
    private long number = 5000;

    LifeDoor(Asking asking) {
        this.asking = asking;
        this.findings = asking.findings();
        this.world = asking.world();
    }

    @Override
    public void ask(Colleague who) {
        if (asking.random().nextInt(2) == 0) {
            create(who);
        } else {
            delete(who);
        }
    }

    private void create(Colleague who) {
        String entity = asking.pick(World.KINDS).entity();
        number++;
        Map<String, Object> values = values(entity);
        Set<String> refused = refused(who.eye, entity, values);
        boolean foreign = values.containsKey("owner")
                && who.eye.writes(entity, "owner")
                && !values.get("owner").equals("" + world.id("user", who.eye.user.id()));
        int expected = !who.eye.has(entity, "create")
                ? 403
                : foreign && !world.rules.allowed(who.eye.user, given(entity, values), Verb.ASSIGN)
                        ? 403
                        : refused.isEmpty() ? 201 : 422;
        String what = who + " makes " + entity + " " + values;
        Colleague.Answer answer = who.send("create", "POST", "/api/records/" + entity, values);
        findings.same(what, expected, answer.status());
        if (answer.is(422)) {
            findings.same(what, refused, Values.errors(answer));
        }
        if (answer.is(201)) {
            Entry made = world.add(entity, number, Plain.number(answer.get("id")));
            Map<String, Object> seen = who.eye.reads(made)
                    ? who.eye.whole(made)
                    : Map.of("id", Long.toString(made.id), "version", made.value("version"));
            findings.same(what, seen, Plain.map(answer.body()));
        }
    }

    /** The record as it will belong to whoever gets it: his, and his main team's. */
    private Item given(String entity, Map<String, Object> values) {
        User owner = world.company.users().stream()
                .filter(user -> values.get("owner").equals("" + world.id("user", user.id())))
                .findFirst()
                .orElseThrow();
        return new Item(entity, number, owner.id(), owner.team());
    }

    private Map<String, Object> values(String entity) {
        Map<String, Object> values = new LinkedHashMap<>();
        String title = World.title(entity);
        values.put(title, String.format("ใหม่ %04d %s", number, "§" + entity + number + "." + title + "§"));
        if (entity.equals("account")) {
            some(values, "remark", "made §account" + number + ".remark§");
            some(values, "creditLimit", 100 + number);
        } else if (entity.equals("opportunity")) {
            values.put("account", "" + asking.pick(List.copyOf(world.all("account"))).id);
            values.put("expectedCloseOn", "2026-08-15");
            some(values, "expectedRevenue", number);
        } else {
            some(values, "type", "phone");
            Entry about = asking.pick(List.copyOf(world.all("account")));
            some(values, "regarding", Map.of("entity", "account", "id", "" + about.id));
        }
        if (asking.random().nextInt(4) == 0) {
            values.put(
                    "owner",
                    "" + world.id("user", asking.pick(world.company.users()).id()));
        }
        return values;
    }

    private void some(Map<String, Object> values, String field, Object value) {
        if (asking.random().nextBoolean()) {
            values.put(field, value);
        }
    }

    private Set<String> refused(Eye eye, String entity, Map<String, Object> values) {
        Set<String> refused = new TreeSet<>();
        values.forEach((field, value) -> {
            boolean written = eye.writes(entity, field);
            if (!written || field.equals("account") && !eye.reads(account(value))) {
                refused.add(field);
            }
            if (written && field.equals("regarding")) {
                Entry about = account(Plain.map(value).get("id"));
                boolean adds = eye.may(about, Verb.APPEND) || eye.may(about, Verb.UPDATE);
                if (!eye.reads(about) || !adds) {
                    refused.add(field);
                }
            }
        });
        if (refused.isEmpty() && values.containsKey("owner") && hasLeft(values.get("owner"))) {
            refused.add("owner");
        }
        return refused;
    }

    private boolean hasLeft(Object id) {
        return world.company.users().stream()
                .anyMatch(user -> !user.active() && id.equals("" + world.id("user", user.id())));
    }

    private Entry account(Object id) {
        return world.entry(new Plain.Ref("account", Plain.number(id), ""));
    }

    private void delete(Colleague who) {
        Entry entry = asking.entry(who);
        boolean stale = asking.random().nextInt(8) == 0;
        boolean reads = who.eye.reads(entry);
        int expected = !reads ? 404 : !who.eye.may(entry, Verb.DELETE) ? 403 : stale ? 412 : 204;
        String version = "\"" + (stale ? entry.version() + 3 : entry.version()) + "\"";
        Colleague.Answer answer = who.send("delete", "DELETE", entry.path(), null, "If-Match", version);
        findings.same(who + " deletes " + entry, expected, answer.status());
        if (answer.is(412)) {
            findings.same(who + " deletes " + entry, who.eye.whole(entry), Plain.map(answer.get("current")));
        }
        if (answer.is(204)) {
            gone(who, entry);
        }
    }

    private void gone(Colleague who, Entry entry) {
        Object label =
                who.eye.sees(entry.entity, World.title(entry.entity)) ? entry.value(World.title(entry.entity)) : "";
        Set<String> fields = Set.copyOf(entry.fields());
        Map<String, Object> before = new TreeMap<>();
        fields.forEach(field -> before.put(field, entry.value(field)));
        entry.goes();
        for (String part : PARTS) {
            Colleague.Answer answer = who.get("gone", entry.path() + part);
            findings.same(who + " reads " + part + " of what he deleted", 404, answer.status());
        }
        Map<String, Object> first = Plain.map(
                Plain.list(who.get("bin", "/api/recycle-bin").get("items")).get(0));
        findings.same(who + " finds " + entry, entry.entity, first.get("entity"));
        findings.same(who + " finds " + entry, label, first.get("label"));
        sought(who, entry, who.eye.sees(entry.entity, World.title(entry.entity)));
        String path = "/api/recycle-bin/" + first.get("id") + "/restore";
        Colleague other = asking.staff().get();
        sought(other, entry, other.eye.isAdministrator() || other.eye.user.equals(who.eye.user) && !label.equals(""));
        if (!other.eye.isAdministrator() && !other.eye.user.equals(who.eye.user)) {
            findings.same(
                    other + " brings back " + entry,
                    404,
                    other.send("restore", "POST", path, null).status());
        }
        boolean may = who.eye.has(entry.entity, Verb.CREATE);
        Colleague.Answer back = who.send("restore", "POST", path, null);
        findings.same(who + " brings back " + entry, may ? 200 : 403, back.status());
        if (!back.is(200)) {
            world.admin.ok("POST", path, null);
        }
        world.look(entry);
        before.keySet().removeIf(field -> field.equals("version"));
        before.forEach((field, value) -> findings.same(entry + "." + field + " is back", value, entry.value(field)));
    }

    /** By what it is called it is found in the bin by those only who find it there and may read that. */
    private void sought(Colleague who, Entry entry, boolean found) {
        String word = URLEncoder.encode(entry.token(World.title(entry.entity)), StandardCharsets.UTF_8);
        Colleague.Answer answer = who.get("bin", "/api/recycle-bin?entity=" + entry.entity + "&text=" + word);
        findings.same(
                who + " looks for " + entry + " in the bin",
                found ? 1 : 0,
                Plain.list(answer.get("items")).size());
    }
}
