package org.salacrm.sfa;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;

/** Follows a deal from stage to stage: how long it stayed in each, and what is kept of its end. */
final class StagePath {
    private static final String OPEN = "open";
    private static final String WON = "won";
    private static final List<String> OF_WON = List.of("wonAmount", "wonReason");
    private static final List<String> OF_LOST = List.of("lostValue", "lostReason", "lostCompetitor");

    private final PickLists pickLists;
    private final Clock clock;

    StagePath(PickLists pickLists, Clock clock) {
        this.pickLists = pickLists;
        this.clock = clock;
    }

    void follow(Change change) {
        if (change.kind() != Change.Kind.CREATE && !change.changed("stage")) {
            return;
        }
        String stage = (String) change.value("stage").orElse("");
        String phase = pickLists
                .get("opportunityStage")
                .item(stage)
                .map(item -> item.phase())
                .orElse(OPEN);
        change.set("open", phase.equals(OPEN));
        if (phase.equals(OPEN)) {
            reopened(change);
        } else if (phase.equals(WON)) {
            closed(change, "wonAmount", OF_LOST);
        } else {
            namesTheWinner(change);
            closed(change, "lostValue", OF_WON);
        }
        change.set("stages", stays(change, stage));
    }

    private static void reopened(Change change) {
        OF_WON.forEach(field -> change.set(field, null));
        OF_LOST.forEach(field -> change.set(field, null));
        change.set("closedAt", null);
        change.set("closeNote", null);
    }

    private void closed(Change change, String amount, List<String> others) {
        others.forEach(field -> change.set(field, null));
        change.set("closedAt", clock.instant());
        if (change.value(amount).isEmpty()) {
            change.set(amount, change.value("expectedRevenue").orElse(null));
        }
    }

    /** A deal that a competitor took says which; where only one was in the race, it was this one. */
    private void namesTheWinner(Change change) {
        boolean taken = change.value("lostReason")
                .flatMap(code -> pickLists.get("lostReason").item((String) code))
                .filter(reason -> reason.phase().equals("competitor"))
                .isPresent();
        if (!taken || change.value("lostCompetitor").isPresent()) {
            return;
        }
        List<Map<String, Object>> rivals = parts(change, "competitors");
        if (rivals.size() != 1) {
            throw new InvalidRecordException("lostCompetitor", "opportunity.lostCompetitor.required");
        }
        change.set("lostCompetitor", rivals.get(0).get("competitor"));
    }

    private List<Map<String, Object>> stays(Change change, String stage) {
        Instant now = clock.instant();
        List<Map<String, Object>> stays = new ArrayList<>();
        for (Map<String, Object> stay : parts(change, "stages")) {
            Map<String, Object> kept = new LinkedHashMap<>(stay);
            kept.putIfAbsent("leftAt", now);
            stays.add(kept);
        }
        Map<String, Object> stay = new LinkedHashMap<>();
        stay.put("stage", stage);
        stay.put("enteredAt", now);
        if (change.caller().user() != 0) {
            stay.put("enteredBy", change.caller().user());
        }
        change.value("expectedRevenue").ifPresent(revenue -> stay.put("expectedRevenue", revenue));
        stays.add(stay);
        return stays;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parts(Change change, String field) {
        return (List<Map<String, Object>>) change.value(field).orElse(List.of());
    }
}
