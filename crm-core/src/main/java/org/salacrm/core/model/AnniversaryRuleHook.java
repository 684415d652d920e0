package org.salacrm.core.model;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.api.record.RecordHook;

/** Sees that the rule for a kind of anniversaries can be followed. */
@Component
public class AnniversaryRuleHook implements RecordHook {

    @Override
    public String entity() {
        return "anniversaryRule";
    }

    @Override
    public void before(Change change) {
        if (change.kind() != Change.Kind.DELETE) {
            tidyAlertDays(change);
        }
    }

    /** Brings the days into the order and form that {@link AlertDays} reads. */
    static void tidyAlertDays(Change change) {
        change.value("alertDays").map(Object::toString).ifPresent(text -> {
            try {
                change.set("alertDays", AlertDays.parse(text).toString());
            } catch (IllegalArgumentException e) {
                throw new InvalidRecordException(List.of(
                        new Refusal("alertDays", "anniversary.alertDays.wrong", Map.of("max", AlertDays.MOST))));
            }
        });
    }
}
