package org.salacrm.sfa;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;

/** Keeps what is to be known of the end of a deal, and forgets it when the deal is opened again. */
final class Closing {
    private static final String OPEN = "open";
    private static final String WON = "won";
    private static final List<String> OF_WON = List.of("wonAmount", "wonReason");
    private static final List<String> OF_LOST = List.of("lostValue", "lostReason", "lostCompetitor");

    private final PickLists pickLists;
    private final Clock clock;

    Closing(PickLists pickLists, Clock clock) {
        this.pickLists = pickLists;
        this.clock = clock;
    }

    void follow(Change change) {
        if (change.kind() != Change.Kind.CREATE && !change.changed("stage")) {
            return;
        }
        String stage = (String) change.value("stage").orElse("");
        String phase = pickLists.get("opportunityStage").phase(stage);
        change.set("open", phase.equals(OPEN));
        if (phase.equals(OPEN)) {
            reopened(change);
        } else if (phase.equals(WON)) {
            closed(change, "wonAmount", OF_LOST);
        } else {
            namesTheWinner(change);
            closed(change, "lostValue", OF_WON);
        }
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
        String reason = (String) change.value("lostReason").orElse("");
        boolean taken = pickLists.get("lostReason").phase(reason).equals("competitor");
        if (!taken || change.value("lostCompetitor").isPresent()) {
            return;
        }
        List<Map<String, Object>> rivals = rivals(change);
        if (rivals.size() != 1) {
            throw new InvalidRecordException("lostCompetitor", "opportunity.lostCompetitor.required");
        }
        change.set("lostCompetitor", rivals.get(0).get("competitor"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rivals(Change change) {
        return (List<Map<String, Object>>) change.value("competitors").orElse(List.of());
    }
}
