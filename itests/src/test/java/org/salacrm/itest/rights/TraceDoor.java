package org.salacrm.itest.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** History, timeline, notes and files of a record. */
final class TraceDoor implements Door {
    private final Asking asking;
    private final Findings findings;
    private final World world;
    private int made;

    TraceDoor(Asking asking) {
        this.asking = asking;
        this.findings = asking.findings();
        this.world = asking.world();
    }

    @Override
    public void ask(Colleague who) {
        Entry entry = asking.entry(who);
        switch (asking.random().nextInt(5)) {
            case 0 -> history(who, entry);
            case 1 -> timeline(who, entry);
            case 2 -> notes(who, entry);
            case 3 -> attach(who, entry);
            default -> files(who, entry);
        }
    }

    /** All pieces of a list, empty when it was refused. */
    private List<Map<String, Object>> pieces(Colleague who, String door, Entry entry, String path) {
        List<Map<String, Object>> all = new ArrayList<>();
        Object next = "";
        while (next != null) {
            Colleague.Answer answer = who.get(door, path + (next.equals("") ? "" : "?after=" + next));
            findings.same(who + " " + path, who.eye.reads(entry) ? 200 : 404, answer.status());
            Plain.list(answer.get("items")).forEach(item -> all.add(Plain.map(item)));
            next = answer.get("next");
        }
        return all;
    }

    private List<Map<String, Object>> everything(String path) {
        List<Map<String, Object>> all = new ArrayList<>();
        Object next = "";
        while (next != null) {
            Map<String, Object> answer = Plain.map(Plain.read(world.admin
                    .get(path + (next.equals("") ? "" : "?after=" + next))
                    .toString()));
            Plain.list(answer.get("items")).forEach(item -> all.add(Plain.map(item)));
            next = answer.get("next");
        }
        return all;
    }

    private void history(Colleague who, Entry entry) {
        String path = entry.path() + "/history";
        List<Map<String, Object>> told = pieces(who, "history", entry, path);
        if (who.eye.reads(entry)) {
            List<Map<String, Object>> expected = everything(path).stream()
                    .map(item -> readable(who.eye, entry.entity, item))
                    .toList();
            findings.same(who + " " + path, expected, told);
        }
    }

    private static Map<String, Object> readable(Eye eye, String entity, Map<String, Object> item) {
        List<Object> changes = Plain.list(item.get("changes")).stream()
                .filter(change ->
                        eye.sees(entity, String.valueOf(Plain.map(change).get("field"))))
                .toList();
        Map<String, Object> seen = new TreeMap<>(item);
        if (item.containsKey("changes")) {
            seen.put("changes", changes);
        }
        return seen;
    }

    private void timeline(Colleague who, Entry entry) {
        String path = entry.path() + "/timeline";
        List<Map<String, Object>> told = pieces(who, "timeline", entry, path);
        if (!who.eye.reads(entry)) {
            return;
        }
        Map<String, Object> expected = new TreeMap<>();
        everything(path).stream()
                .filter(item -> !item.get("kind").equals("activity"))
                .forEach(item -> expected.put(key(item), readable(who.eye, entry.entity, item)));
        who.eye.all("activity").stream()
                .filter(activity -> isAbout(who.eye, activity, entry))
                .forEach(activity -> expected.put("activity" + activity.id, told(who.eye, activity)));
        Map<String, Object> answered = new TreeMap<>();
        told.forEach(item -> answered.put(key(item), item.get("kind").equals("activity") ? activity(item) : item));
        findings.same(who + " " + path, expected, answered);
        findings.same(who + " " + path + " without twins", answered.size(), told.size());
    }

    private static String key(Map<String, Object> item) {
        return item.get("kind").toString() + item.get("id");
    }

    private static boolean isAbout(Eye eye, Entry activity, Entry entry) {
        return leads(eye.value(activity, "regarding"), entry)
                || entry.entity.equals("account") && leads(eye.value(activity, "account"), entry);
    }

    private static boolean leads(Object value, Entry entry) {
        return value instanceof Plain.Ref ref && ref.id() == entry.id;
    }

    private static List<Object> told(Eye eye, Entry activity) {
        Object due = eye.value(activity, "dueAt");
        Object description = eye.value(activity, "description");
        Object owner = eye.value(activity, "owner");
        List<Object> told = new ArrayList<>();
        told.add(due == null ? eye.value(activity, "createdAt") : due);
        told.add(word(eye.value(activity, "subject")));
        told.add((word(description) + "\n" + word(eye.value(activity, "result"))).strip());
        told.add(word(eye.value(activity, "type")));
        told.add(eye.value(activity, "status") != null);
        told.add(owner instanceof Plain.Ref ref ? ref.label() : "");
        return told;
    }

    private static List<Object> activity(Map<String, Object> item) {
        List<Object> told = new ArrayList<>();
        told.add(item.get("at"));
        told.add(word(item.get("label")));
        told.add(word(item.get("text")));
        told.add(word(item.get("icon")));
        told.add(item.containsKey("state"));
        told.add(word(Plain.map(item.get("by")).get("label")));
        return told;
    }

    private static String word(Object value) {
        return value == null ? "" : value.toString();
    }

    private void notes(Colleague who, Entry entry) {
        String path = entry.path() + "/notes";
        List<Map<String, Object>> told = pieces(who, "notes", entry, path);
        if (who.eye.reads(entry)) {
            findings.same(who + " " + path, everything(path), told);
        }
    }

    /** Who may append to a record or change it leaves notes and files. */
    private void attach(Colleague who, Entry entry) {
        boolean adds = who.eye.may(entry, "append") || who.eye.may(entry, "update");
        int expected = !who.eye.reads(entry) ? 404 : adds ? 201 : 403;
        Colleague.Answer note = who.send(
                "note", "POST", entry.path() + "/notes", Map.of("text", "new " + made++ + entry.token("note")));
        findings.same(who + " leaves a note at " + entry, expected, note.status());
        everything(entry.path() + "/notes").stream().limit(1).forEach(any -> touch(who, entry, any, adds));
        Colleague.Answer file =
                who.attach("attach", entry.path() + "/files", Map.of(), "new" + made++ + ".txt", "text");
        findings.same(who + " leaves a file at " + entry, expected, file.status());
        if (file.is(201) && asking.random().nextBoolean()) {
            Colleague.Answer gone = who.send("detach", "DELETE", "/api/files/" + file.get("id"), null);
            findings.same(who + " takes his file from " + entry, 204, gone.status());
        }
    }

    /** The author writes his note anew, and nobody else does; who adds to the record pins any. */
    private void touch(Colleague who, Entry entry, Map<String, Object> note, boolean adds) {
        String path = "/api/notes/" + note.get("id");
        String author = String.valueOf(Plain.map(note.get("by")).get("id"));
        boolean own = who.eye.isAdministrator() || author.equals("" + world.id("user", who.eye.user.id()));
        Colleague.Answer anew = who.send("note", "PATCH", path, Map.of("text", note.get("text")));
        int expected = !who.eye.reads(entry) ? 404 : adds && own ? 200 : 403;
        findings.same(who + " writes anew " + path, expected, anew.status());
        Colleague.Answer pinned = who.send("note", "PATCH", path, Map.of("pinned", false));
        findings.same(who + " lets go " + path, !who.eye.reads(entry) ? 404 : adds ? 200 : 403, pinned.status());
    }

    private void files(Colleague who, Entry entry) {
        String path = entry.path() + "/files";
        List<Map<String, Object>> all = everything(path);
        List<Map<String, Object>> told = pieces(who, "files", entry, path);
        if (who.eye.reads(entry)) {
            findings.same(who + " " + path, all, told);
        }
        Set<String> ids = new TreeSet<>();
        all.forEach(file -> ids.add("/api/files/" + file.get("id")));
        all.forEach(file -> Plain.list(file.get("versions"))
                .forEach(older -> ids.add("/api/files/" + Plain.map(older).get("id"))));
        for (String file : ids) {
            Colleague.Answer content = who.get("download", file);
            findings.same(who + " " + file, who.eye.reads(entry) ? 200 : 404, content.status());
            boolean removes = who.eye.may(entry, "append") || who.eye.may(entry, "update");
            if (!removes || !who.eye.reads(entry)) {
                Colleague.Answer gone = who.send("detach", "DELETE", file, null);
                findings.same(who + " takes " + file, who.eye.reads(entry) ? 403 : 404, gone.status());
            }
        }
    }
}
