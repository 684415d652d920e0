package org.salacrm.itest.rights;

import java.util.List;
import java.util.Map;
import org.salacrm.api.security.Verb;

/** Rows of a file: each is made or changed as if it had been typed in, and finds only what its reader may read. */
final class ImportDoor implements Door {
    private final Asking asking;
    private final Findings findings;
    private final World world;
    private long number = 8000;

    ImportDoor(Asking asking) {
        this.asking = asking;
        this.findings = asking.findings();
        this.world = asking.world();
    }

    @Override
    public void ask(Colleague who) {
        number++;
        Entry known = asking.entry(who, "account");
        boolean makes = asking.random().nextBoolean();
        String name = makes ? "ใหม่ " + number + " §account" + number + ".name§" : known.value("name") + "";
        String remark = "read " + number;
        String what = who + (makes ? " imports a new account " : " imports " + known + " as ") + number;
        who.hears(name);
        Colleague.Answer file = who.attach(
                "import",
                "/api/imports",
                Map.of("entity", "account"),
                "rows.csv",
                "name,remark\n" + name + "," + remark + "\n");
        findings.same(what, who.eye.has("account", Verb.IMPORT) ? 201 : 403, file.status());
        if (file.is(201)) {
            String path = "/api/imports/" + file.get("id");
            Map<String, Object> mode = makes ? Map.of("mode", "create") : Map.of("mode", "update", "key", "name");
            findings.same(what, 200, who.send("import", "PATCH", path, mode).status());
            boolean done = makes ? mayMake(who.eye) : mayChange(who.eye, known);
            int one = done ? 1 : 0;
            Map<String, Object> expected =
                    Map.of("created", makes ? one : 0, "updated", makes ? 0 : one, "failed", 1 - one);
            findings.same(what, expected, run(who, path));
            world.look(known);
            findings.same(what, done && !makes, remark.equals(known.value("remark")));
            if (done && makes) {
                world.add("account", number, id(name));
            }
        }
    }

    private static boolean mayMake(Eye eye) {
        return eye.has("account", Verb.CREATE) && eye.writes("account", "name") && eye.writes("account", "remark");
    }

    private static boolean mayChange(Eye eye, Entry entry) {
        boolean finds = eye.reads(entry) && eye.sees("account", "name");
        return finds && eye.may(entry, Verb.UPDATE) && eye.writes("account", "remark");
    }

    private Map<String, Object> run(Colleague who, String path) {
        Object job = who.send("import", "POST", path + "/run", null).get("job");
        Map<String, Object> result = Plain.map(who.ended(job).get("result"));
        return Map.of(
                "created", count(result, "created"),
                "updated", count(result, "updated"),
                "failed", count(result, "failed"));
    }

    private static int count(Map<String, Object> result, String key) {
        return result.get(key) instanceof Number number ? number.intValue() : -1;
    }

    private long id(String name) {
        Map<String, Object> filter = Map.of("field", "name", "op", "=", "value", name);
        return world.admin
                .query("account", Map.of("fields", List.of(), "filter", filter))
                .at("/items/0/id")
                .asLong();
    }
}
