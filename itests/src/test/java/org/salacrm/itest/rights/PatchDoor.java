package org.salacrm.itest.rights;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.salacrm.test.RandomCompany;

/** Changes of records: refused whole when one value is, and answered with what the caller may read. */
final class PatchDoor implements Door {
    private static final Set<String> LOCKED = Set.of("account", "expectedRevenue");
    private final Asking asking;
    private final Findings findings;
    private final World world;
    private int number;

    PatchDoor(Asking asking) {
        this.asking = asking;
        this.findings = asking.findings();
        this.world = asking.world();
    }

    @Override
    public void ask(Colleague who) {
        Entry entry = asking.entry(who);
        Map<String, Object> values = values(entry);
        boolean stale = asking.random().nextInt(8) == 0;
        int expected = expected(who.eye, entry, values, stale);
        String version = "\"" + (stale ? entry.version() + 7 : entry.version()) + "\"";
        String what = who + " changes " + entry + " " + values;
        Colleague.Answer answer = who.send("patch", "PATCH", entry.path(), values, "If-Match", version);
        findings.same(what, expected, answer.status());
        switch (answer.status()) {
            case 200 -> changed(who, entry, values, answer, what);
            case 412 -> findings.same(what, who.eye.whole(entry), Plain.map(answer.get("current")));
            case 422 -> findings.same(what, refused(who.eye, entry, values), Values.errors(answer));
            default -> {
                // says nothing more
            }
        }
    }

    private void changed(Colleague who, Entry entry, Map<String, Object> values, Colleague.Answer answer, String what) {
        world.look(entry);
        values.forEach((field, value) -> findings.same(what, Values.plain(value), Values.id(entry.value(field))));
        Map<String, Object> told = Plain.map(answer.body());
        Map<String, Object> expected = who.eye.reads(entry)
                ? who.eye.whole(entry)
                : Map.of("id", Long.toString(entry.id), "version", entry.value("version"));
        findings.same(what, expected, told);
    }

    private Map<String, Object> values(Entry entry) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1 + asking.random().nextInt(2); i > 0; i--) {
            String field = asking.pick(
                    switch (entry.entity) {
                        case "account" ->
                            List.of(
                                    "name",
                                    "remark",
                                    "hint",
                                    "creditLimit",
                                    "employees",
                                    "rating",
                                    "parent",
                                    "owner",
                                    "team");
                        case "opportunity" ->
                            List.of("name", "nextStep", "nextStep", "expectedRevenue", "partner", "owner", "team");
                        default -> List.of("subject", "description", "type", "owner");
                    });
            values.put(field, value(entry, field));
        }
        return values;
    }

    private Object value(Entry entry, String field) {
        return switch (field) {
            case "creditLimit", "expectedRevenue" ->
                BigDecimal.valueOf(asking.random().nextInt(40) * 500L);
            case "employees" -> BigDecimal.valueOf(asking.random().nextInt(9) * 10L);
            case "rating" -> asking.pick(List.of("hot", "warm", "cold"));
            case "type" -> asking.pick(List.of("phone", "appointment", "task"));
            case "owner" ->
                "" + world.id("user", asking.pick(world.company.users()).id());
            case "team" ->
                "" + world.id("team", asking.pick(world.company.teams()).id());
            case "partner" -> "" + asking.pick(List.copyOf(world.all("account"))).id;
            case "parent" -> "" + older(entry).id;
            case "name" -> String.format("บริษัท %04d x%d %s", entry.number, number++, entry.token(field));
            case "subject" -> String.format("นัด %04d x%d %s", entry.number, number++, entry.token(field));
            default -> "word" + number++ + " " + entry.token(field);
        };
    }

    /** Groups of companies make no rings: only the first one is tried to be put below itself. */
    private Entry older(Entry entry) {
        List<Entry> older = world.all("account").stream()
                .filter(other -> other.number < entry.number || other == entry && entry.number == 1)
                .toList();
        return asking.pick(older);
    }

    private int expected(Eye eye, Entry entry, Map<String, Object> values, boolean stale) {
        if (!eye.reads(entry)) {
            return 404;
        }
        if (!eye.may(entry, "update")) {
            return 403;
        }
        if (stale) {
            return 412;
        }
        boolean givesAway = List.of("owner", "team").stream()
                .anyMatch(field -> changes(entry, field, values) && eye.writes(entry.entity, field));
        if (givesAway && !eye.may(entry, "assign")) {
            return 403;
        }
        return refused(eye, entry, values).isEmpty() ? 200 : 422;
    }

    private long number(Object user) {
        return world.company.users().stream()
                .map(RandomCompany.User::id)
                .filter(number -> String.valueOf(user).equals("" + world.id("user", number)))
                .findFirst()
                .orElse(0L);
    }

    private static boolean changes(Entry entry, String field, Map<String, Object> values) {
        return values.containsKey(field) && !Values.plain(values.get(field)).equals(Values.id(entry.value(field)));
    }

    /** The fields that must be named as refused. */
    private Set<String> refused(Eye eye, Entry entry, Map<String, Object> values) {
        Set<String> rights = new TreeSet<>();
        for (String field : values.keySet()) {
            boolean hidden = !eye.sees(entry.entity, field);
            if (hidden || changes(entry, field, values) && !eye.writes(entry.entity, field)) {
                rights.add(field);
            }
        }
        Set<String> all = new TreeSet<>(rights);
        for (String field : List.of("partner", "parent")) {
            if (changes(entry, field, values)
                    && !rights.contains(field)
                    && !eye.reads(world.entry(new Plain.Ref("account", Plain.number(values.get(field)), "")))) {
                all.add(field);
            }
        }
        boolean belowItself = ("" + entry.id).equals(values.get("parent"));
        if (belowItself && changes(entry, "parent", values) && !rights.contains("parent")) {
            all.add("parent");
        }
        if (rights.isEmpty() && changes(entry, "owner", values) && world.hasLeft(number(values.get("owner")))) {
            all.add("owner");
        }
        boolean closed = entry.entity.equals("opportunity") && Boolean.FALSE.equals(entry.value("open"));
        if (closed && rights.isEmpty()) {
            LOCKED.stream().filter(field -> changes(entry, field, values)).forEach(all::add);
        }
        return all;
    }
}
