package org.salacrm.sfa;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;

/**
 * What a deal will probably bring: the revenue is the sum of its products unless somebody typed another, the
 * probability is that of its stage unless somebody typed another and said why.
 */
final class Forecast {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final PickLists pickLists;

    Forecast(PickLists pickLists) {
        this.pickLists = pickLists;
    }

    void revenue(Change change) {
        boolean touched = change.kind() == Change.Kind.CREATE
                || change.changed("products")
                || change.changed("expectedRevenue")
                || change.changed("revenueTyped");
        if (!touched || ProductLines.of(change).isEmpty()) {
            return;
        }
        BigDecimal total = ProductLines.total(change);
        boolean another = change.changed("expectedRevenue")
                && number(change, "expectedRevenue")
                        .map(typed -> typed.compareTo(total) != 0)
                        .orElse(false);
        if (another && !change.changed("revenueTyped")) {
            change.set("revenueTyped", true);
        }
        if (!change.value("revenueTyped").equals(Optional.of(true))) {
            change.set("expectedRevenue", total);
        }
    }

    void probability(Change change) {
        boolean typed =
                change.changed("probability") && change.value("probability").isPresent();
        boolean moved = change.kind() == Change.Kind.CREATE || change.changed("stage");
        Optional<BigDecimal> usual = stage(change).flatMap(PickList.Item::percent);
        if (!typed && (moved || change.value("probability").isEmpty())) {
            change.set("probability", usual.orElse(null));
            change.set("probabilityReason", null);
        } else if (typed) {
            explained(change, usual);
        }
        change.set("weightedRevenue", weighted(change));
    }

    private static void explained(Change change, Optional<BigDecimal> usual) {
        boolean same = usual.isPresent()
                && number(change, "probability")
                        .filter(p -> p.compareTo(usual.get()) == 0)
                        .isPresent();
        if (same) {
            change.set("probabilityReason", null);
        } else if (change.value("probabilityReason").isEmpty()) {
            throw new InvalidRecordException("probabilityReason", "opportunity.probability.reason");
        }
    }

    private Optional<PickList.Item> stage(Change change) {
        return change.value("stage")
                .flatMap(code -> pickLists.get("opportunityStage").item((String) code));
    }

    private static BigDecimal weighted(Change change) {
        Optional<BigDecimal> revenue = number(change, "expectedRevenue");
        Optional<BigDecimal> probability = number(change, "probability");
        return revenue.isEmpty() || probability.isEmpty()
                ? null
                : revenue.get().multiply(probability.get()).divide(HUNDRED, 2, RoundingMode.HALF_UP);
    }

    private static Optional<BigDecimal> number(Change change, String field) {
        return change.value(field).map(BigDecimal.class::cast);
    }
}
