package org.salacrm.itest.rights;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.salacrm.api.security.Verb;

/** Customers made one and two again: nobody takes part of what he may not delete, change or read. */
final class MergeDoor implements Door {
    private static final String MERGE = "/api/records/account/merge";

    /** Where other records, or the customers themselves, name a customer. */
    private static final Map<String, List<String>> NAMED = Map.of(
            "account",
            List.of("parent"),
            "opportunity",
            List.of("account", "partner"),
            "activity",
            List.of("account", "regarding"));

    private final Asking asking;
    private final Findings findings;
    private final World world;

    MergeDoor(Asking asking) {
        this.asking = asking;
        this.findings = asking.findings();
        this.world = asking.world();
    }

    @Override
    public void ask(Colleague who) {
        Entry stays = asking.entry(who, "account");
        Entry goes = asking.entry(who, "account");
        if (stays != goes) {
            propose(who, stays, goes);
            merge(who, stays, goes);
        }
    }

    private static Map<String, Object> records(Entry stays, Entry goes, int version) {
        return Map.of("records", List.of(Map.of("id", "" + stays.id, "version", version), Map.of("id", "" + goes.id)));
    }

    private void propose(Colleague who, Entry stays, Entry goes) {
        String what = who + " asks what merging " + goes + " into " + stays + " would do";
        Colleague.Answer answer = who.send("merge", "POST", MERGE + "/proposal", records(stays, goes, stays.version()));
        boolean reads = who.eye.reads(stays) && who.eye.reads(goes);
        findings.same(what, reads ? 200 : 404, answer.status());
        if (answer.is(200)) {
            Plain.map(answer.get("values")).keySet().stream()
                    .filter(field -> !who.eye.writes("account", field))
                    .forEach(field -> findings.differ(what + "\n    proposes " + field + ", which he may not write"));
            Map<String, Object> told = Plain.map(answer.get("moves"));
            told.keySet().retainAll(NAMED.keySet());
            findings.same(what, moves(who.eye, goes), told);
        }
    }

    /** How many records that he reads name a customer where he sees it. */
    private Map<String, Object> moves(Eye eye, Entry goes) {
        Map<String, Object> moves = new TreeMap<>();
        NAMED.forEach((entity, fields) -> {
            long count = eye.all(entity).stream()
                    .filter(entry -> fields.stream().anyMatch(field -> names(eye.value(entry, field), goes)))
                    .count();
            if (count > 0) {
                moves.put(entity, Plain.number(BigDecimal.valueOf(count)));
            }
        });
        return moves;
    }

    private static boolean names(Object value, Entry entry) {
        return value instanceof Plain.Ref ref && ref.entity().equals(entry.entity) && ref.id() == entry.id;
    }

    private void merge(Colleague who, Entry stays, Entry goes) {
        boolean stale = asking.random().nextInt(8) == 0;
        boolean reads = who.eye.reads(stays) && who.eye.reads(goes);
        boolean may = who.eye.may(goes, Verb.DELETE) && who.eye.may(stays, Verb.UPDATE);
        String what = who + " merges " + goes + " into " + stays;
        Set<Entry> touched = touched(goes);
        List<Map<String, Object>> before = pictures(touched, stays, goes);
        Colleague.Answer answer =
                who.send("merge", "POST", MERGE, records(stays, goes, stays.version() + (stale ? 7 : 0)));
        findings.same(what, !reads ? 404 : stale ? 412 : may ? 200 : 403, answer.status());
        if (answer.is(200)) {
            findings.same(what, "" + stays.id, String.valueOf(answer.get("id")));
            // What they were meanwhile, their history tells also when it is taken back.
            touched.stream().filter(entry -> entry != goes).forEach(world::look);
            old(who, stays, goes);
            undo(who, stays, goes, String.valueOf(answer.get("merge")));
            touched.forEach(world::look);
            findings.same(what + " and takes it back", before, pictures(touched, stays, goes));
        }
    }

    /** An old link leads only those further who may read where to. */
    private void old(Colleague who, Entry stays, Entry goes) {
        Colleague other = asking.staff().get();
        findings.same(
                other + " follows the link to " + goes + ", which became " + stays,
                other.eye.reads(stays) ? 200 : 404,
                other.get("merge", "/api/merges/account/" + goes.id).status());
        findings.same(
                who + " reads what he merged",
                404,
                who.get("merge", goes.path()).status());
    }

    private void undo(Colleague who, Entry stays, Entry goes, String merge) {
        String path = "/api/merges/" + merge + "/undo";
        Colleague other = asking.staff().get();
        if (!other.eye.isAdministrator() && !other.eye.user.equals(who.eye.user)) {
            findings.same(
                    other + " takes back what " + who + " merged",
                    404,
                    other.send("merge", "POST", path, Map.of()).status());
        }
        boolean may = who.eye.has("account", Verb.CREATE);
        Colleague.Answer back = who.send("merge", "POST", path, Map.of());
        findings.same(who + " takes back that " + goes + " is " + stays, may ? 200 : 403, back.status());
        if (back.is(200)) {
            findings.same(who + " takes back " + goes, List.of(), back.get("changed"));
        } else {
            world.admin.ok("POST", path, Map.of());
        }
    }

    private Set<Entry> touched(Entry goes) {
        Set<Entry> touched = new HashSet<>();
        NAMED.forEach((entity, fields) -> world.all(entity).stream()
                .filter(entry -> entry.isThere() && fields.stream().anyMatch(field -> names(entry.value(field), goes)))
                .forEach(touched::add));
        return touched;
    }

    /** All that is known of them but what counts and dates changes. */
    private static List<Map<String, Object>> pictures(Set<Entry> touched, Entry stays, Entry goes) {
        touched.add(stays);
        touched.add(goes);
        List<Map<String, Object>> pictures = new ArrayList<>();
        touched.stream().sorted((a, b) -> Long.compare(a.id, b.id)).forEach(entry -> {
            Map<String, Object> picture = new TreeMap<>();
            entry.fields().stream()
                    .filter(field -> !field.equals("version") && !field.startsWith("modified"))
                    .forEach(field -> picture.put(field, Values.id(entry.value(field))));
            pictures.add(picture);
        });
        return pictures;
    }
}
