package org.salacrm.core.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.record.InvalidRecordException;

/** Refuses rows of a pick list that nobody could choose from later. */
final class PickListCheck {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST = 200;
    private static final int LONGEST_PHASE = 40;

    private PickListCheck() {}

    /** @param states each word is a state of a life cycle, which cannot do without its phase */
    static void check(PickList list, boolean states) {
        List<InvalidRecordException.Refusal> refusals = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < list.items().size(); i++) {
            PickList.Item item = list.items().get(i);
            String place = "items[" + i + "].";
            refuse(refusals, !CODE.matcher(item.code()).matches(), place + "code", "invalid.code");
            refuse(refusals, !codes.add(item.code()), place + "code", "invalid.unique");
            label(refusals, item.label().th(), place + "label.th");
            label(refusals, item.label().en(), place + "label.en");
            if (!Shape.words("Item.tone").contains(item.tone())) {
                refusals.addAll(InvalidRecordException.noChoice(place + "tone", item.tone())
                        .refusals());
            }
            refuse(refusals, states && item.phase().isBlank(), place + "phase", "invalid.phase");
            tooLong(refusals, item.phase(), LONGEST_PHASE, place + "phase");
            boolean beyond = item.percent()
                    .filter(p -> p.signum() < 0 || p.compareTo(HUNDRED) > 0)
                    .isPresent();
            refuse(refusals, beyond, place + "percent", "invalid.percent");
        }
        if (!refusals.isEmpty()) {
            throw new InvalidRecordException(refusals);
        }
    }

    private static void label(List<InvalidRecordException.Refusal> refusals, String label, String place) {
        refuse(refusals, label.isBlank(), place, "invalid.required");
        tooLong(refusals, label, LONGEST, place);
    }

    private static void tooLong(List<InvalidRecordException.Refusal> refusals, String text, int max, String place) {
        if (text.length() > max) {
            refusals.addAll(InvalidRecordException.tooLong(place, max).refusals());
        }
    }

    private static void refuse(
            List<InvalidRecordException.Refusal> refusals, boolean wrong, String field, String messageKey) {
        if (wrong) {
            refusals.add(new InvalidRecordException.Refusal(field, messageKey, Map.of()));
        }
    }
}
