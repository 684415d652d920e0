package org.salacrm.itest.rights;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.salacrm.api.security.Access;
import org.salacrm.test.RandomCompany;

/** One record whole, what its metadata says of it, what hangs below it and why he may or may not. */
final class ReadDoor implements Door {
    private final Asking asking;
    private final Findings findings;
    private final World world;

    ReadDoor(Asking asking) {
        this.asking = asking;
        this.findings = asking.findings();
        this.world = asking.world();
    }

    @Override
    public void ask(Colleague who) {
        Entry entry = asking.entry(who);
        whole(who, entry);
        switch (asking.random().nextInt(7)) {
            case 0 -> why(who, entry);
            case 1 -> counts(who, entry);
            case 2 -> whyOther(who, entry);
            case 3 -> access(who, entry);
            case 4 -> tree(who, entry);
            case 5 -> follow(who, entry);
            default -> type(who, entry.entity);
        }
    }

    private void whole(Colleague who, Entry entry) {
        Colleague.Answer answer = who.get("read", entry.path());
        boolean reads = who.eye.reads(entry);
        findings.same(who + " reads " + entry, reads ? 200 : 404, answer.status());
        if (reads) {
            findings.same(who + " reads " + entry, who.eye.whole(entry), Plain.map(answer.body()));
            findings.same(who + " reads " + entry, "\"" + entry.version() + "\"", answer.tag());
        }
    }

    private void why(Colleague who, Entry entry) {
        String verb = asking.pick(RandomCompany.VERBS);
        Colleague.Answer answer = who.get("why", entry.path() + "/why?verb=" + verb);
        Object expected = who.eye.reads(entry) ? (Object) who.eye.may(entry, verb) : null;
        findings.same(who + " asks why " + verb + " " + entry, expected, answer.get("allowed"));
    }

    /** About others only administrators may ask. */
    private void whyOther(Colleague who, Entry entry) {
        RandomCompany.User other = asking.pick(world.active());
        String verb = asking.pick(RandomCompany.VERBS);
        String path = entry.path() + "/why?verb=" + verb + "&user=" + world.id("user", other.id());
        Colleague.Answer answer = who.get("why", path);
        boolean may = who.eye.isAdministrator() || other.equals(who.eye.user);
        Object expected = may && who.eye.reads(entry) ? (Object) new Eye(world, other).may(entry, verb) : null;
        findings.same(who + " asks " + path, expected, answer.get("allowed"));
    }

    private void access(Colleague who, Entry entry) {
        Colleague.Answer answer = who.get("access", entry.path() + "/access");
        findings.same(who + " asks for his rights on " + entry, who.eye.reads(entry) ? 200 : 404, answer.status());
        if (answer.is(200)) {
            RandomCompany.VERBS.forEach(verb ->
                    findings.same(who + " may " + verb + " " + entry, who.eye.may(entry, verb), answer.get(verb)));
        }
    }

    /** Whoever may read a record follows it, or stops doing so. */
    private void follow(Colleague who, Entry entry) {
        boolean on = asking.random().nextInt(3) > 0;
        Colleague.Answer answer = who.send("follow", on ? "PUT" : "DELETE", entry.path() + "/follow", null);
        boolean reads = who.eye.reads(entry);
        findings.same(who + " follows " + entry, reads ? 204 : 404, answer.status());
        if (reads) {
            Object told = who.get("access", entry.path() + "/access").get("follows");
            findings.same(who + " follows " + entry, on, told);
        }
    }

    private void counts(Colleague who, Entry entry) {
        Colleague.Answer answer = who.get("counts", entry.path() + "/counts");
        findings.same(who + " counts below " + entry, who.eye.reads(entry) ? 200 : 404, answer.status());
        if (!answer.is(200)) {
            return;
        }
        for (String list : below(entry.entity)) {
            String[] names = list.split("\\.");
            boolean there = who.eye.has(names[0], "read") && who.eye.sees(names[0], names[1]);
            long count = who.eye.all(names[0]).stream()
                    .filter(other -> who.eye.value(other, names[1]) instanceof Plain.Ref ref && ref.id() == entry.id)
                    .count();
            Object told = Plain.map(answer.get(list)).get("value");
            Object expected = there ? Plain.number(java.math.BigDecimal.valueOf(count)) : null;
            findings.same(who + " counts " + list + " below " + entry, expected, told);
        }
    }

    /** The group of companies from the highest that he may read, without what hangs on one that he may not. */
    private void tree(Colleague who, Entry entry) {
        Colleague.Answer answer = who.get("tree", entry.path() + "/tree?via=parent");
        boolean account = entry.entity.equals("account");
        findings.same(
                who + " asks for the tree of " + entry,
                account ? who.eye.reads(entry) ? 200 : 404 : 400,
                answer.status());
        if (!answer.is(200)) {
            return;
        }
        Entry top = entry;
        for (Entry above = above(who, top); above != null; above = above(who, top)) {
            top = above;
        }
        Set<Object> expected = new TreeSet<>(Set.of("" + top.id));
        List<Entry> accounts = who.eye.all("account");
        while (accounts.stream().anyMatch(one -> {
            Entry above = above(who, one);
            return above != null && expected.contains("" + above.id) && expected.add("" + one.id);
        })) {
            continue;
        }
        Set<Object> told = new TreeSet<>();
        Plain.list(answer.get("records")).forEach(one -> told.add(Plain.map(one).get("id")));
        findings.same(who + " asks for the tree of " + entry, expected, told);
    }

    private Entry above(Colleague who, Entry entry) {
        Entry above = who.eye.value(entry, "parent") instanceof Plain.Ref ref ? world.entry(ref) : null;
        return above != null && who.eye.reads(above) ? above : null;
    }

    private static List<String> below(String entity) {
        return switch (entity) {
            case "account" ->
                List.of("opportunity.account", "opportunity.partner", "activity.account", "account.parent");
            case "opportunity" -> List.of("activity.regarding");
            default -> List.of();
        };
    }

    private void type(Colleague who, String entity) {
        Colleague.Answer answer = who.get("types", "/api/types/" + entity);
        Map<String, Object> told = new TreeMap<>();
        Plain.list(answer.get("fields")).forEach(field -> {
            Map<String, Object> shape = Plain.map(field);
            boolean may = "write".equals(shape.get("access")) || Boolean.TRUE.equals(shape.get("readOnly"));
            told.put(String.valueOf(shape.get("name")), may ? Access.WRITE : Access.READ);
        });
        for (String field : World.kind(entity).fields()) {
            Access access = who.eye.field(entity, field);
            boolean part = field.contains(".");
            boolean fixed = told.get(field) == Access.WRITE && access == Access.READ; // read-only for everybody
            Object expected = access == Access.NONE ? null : access;
            findings.same(
                    who + " knows of " + entity + "." + field,
                    part || fixed ? null : expected,
                    part || fixed ? null : told.get(field));
        }
        Map<String, Object> verbs = Plain.map(answer.get("access"));
        RandomCompany.VERBS.forEach(
                verb -> findings.same(who + " may " + verb + " " + entity, who.eye.has(entity, verb), verbs.get(verb)));
    }
}
