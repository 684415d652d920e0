package org.salacrm.itest.rights;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Search over everything. It may know of a change a little later, so what is found must be right and need not be all;
 * that all is found others test.
 */
final class SearchDoor implements Door {
    private static final int LEAST_LETTERS = 3;
    private final Asking asking;

    SearchDoor(Asking asking) {
        this.asking = asking;
    }

    @Override
    public void ask(Colleague who) {
        String entity = asking.pick(World.KINDS).entity();
        Entry wanted = asking.entry(who, entity);
        boolean own = entity.equals("account") && asking.random().nextBoolean();
        Object value = wanted.value(own ? "hint" : World.title(entity));
        String text = value == null ? "" : value.toString();
        int from = asking.random().nextInt(text.length() / 2 + 1);
        String piece = text.substring(from);
        if (piece.length() < LEAST_LETTERS) {
            return;
        }
        String address =
                "/api/search?limit=50&entities=" + entity + "&q=" + URLEncoder.encode(piece, StandardCharsets.UTF_8);
        Colleague.Answer answer = who.get("search", address);
        if (!answer.is(200)) {
            asking.findings().differ(who + " searches " + piece + ": " + answer);
            return;
        }
        for (Object group : Plain.list(answer.get("groups"))) {
            for (Object hit : Plain.list(Plain.map(group).get("hits"))) {
                check(who, entity, piece, Plain.map(hit));
            }
        }
    }

    private void check(Colleague who, String entity, String piece, Map<String, Object> hit) {
        Plain.Ref ref = new Plain.Ref(entity, Plain.number(hit.get("id")), "");
        Entry entry = asking.world().entry(ref);
        String what = who + " finds " + entity + " " + hit + " by " + piece;
        if (entry == null || !who.eye.reads(entry)) {
            asking.findings().differ(what + ", which he may not read");
            return;
        }
        String field = Plain.text(hit, "field");
        asking.findings().same(what, who.eye.value(entry, field), hit.get("value"));
    }
}
