package org.salacrm.itest.rights;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a person, and erasing him: with the permission alone, and of those only whom one may read. Nobody
 * else is told anything, nothing of the person changes and nothing is begun.
 */
final class PersonDoor implements Door {
    private static final List<String> ERASED = List.of("บุคคลที่ลบข้อมูลแล้ว", "Erased person");
    private final Asking asking;
    private final Findings findings;
    private final World world;

    PersonDoor(Asking asking) {
        this.asking = asking;
        this.findings = asking.findings();
        this.world = asking.world();
    }

    @Override
    public void ask(Colleague who) {
        boolean person = asking.random().nextInt(6) > 0;
        Entry entry = asking.entry(who, person ? "contact" : "account");
        boolean permitted = World.PERSONAL.stream().anyMatch(p -> world.rules.permitted(who.eye.user, p));
        int expected = !person ? 400 : !permitted ? 403 : who.eye.reads(entry) ? 200 : 404;
        String path = entry.path() + "/personal-data";
        String what = who + " asks what is known of " + entry;
        findings.same(what, expected, who.get("person", path).status());
        Colleague.Answer fates = who.get("person", path + "/erasure");
        findings.same(what + " and what would become of it", expected, fates.status());
        if (fates.is(200)) {
            findings.same(what, List.of("contact"), fated(fates));
        }
        if (asking.random().nextInt(3) == 0) {
            erase(who, entry, path + "/erasure", expected);
        }
    }

    /** Nothing else here names people. */
    private static List<Object> fated(Colleague.Answer fates) {
        return Plain.list(fates.get("fates")).stream()
                .map(fate -> Plain.map(fate).get("entity"))
                .toList();
    }

    private void erase(Colleague who, Entry entry, String path, int seen) {
        boolean says = asking.random().nextInt(4) > 0;
        String what = who + (says ? " erases " : " erases without a word ") + entry;
        List<Object> jobs = jobs(who);
        Map<String, Object> before = picture(entry);
        Colleague.Answer answer = who.send("person", "POST", path, says ? Map.of("reason", "letter") : Map.of());
        findings.same(what, !says ? 422 : seen == 200 ? 202 : seen, answer.status());
        if (answer.is(202)) {
            findings.same(what, "done", who.ended(answer.get("job")).get("state"));
            world.look(entry);
            findings.same(what, true, ERASED.contains(entry.value("name")) && entry.value("remark") == null);
        } else {
            findings.same(what + " and begins nothing", jobs, jobs(who));
            world.look(entry);
            findings.same(what + " and changes nothing", before, picture(entry));
        }
    }

    private static List<Object> jobs(Colleague who) {
        return Plain.list(who.get("job", "/api/jobs").get("items")).stream()
                .map(job -> Plain.map(job).get("id"))
                .toList();
    }

    private static Map<String, Object> picture(Entry entry) {
        Map<String, Object> picture = new TreeMap<>();
        entry.fields().forEach(field -> picture.put(field, Values.id(entry.value(field))));
        return picture;
    }
}
