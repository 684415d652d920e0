package org.salacrm.core.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.api.record.RecordHook;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Sees that the rule for a kind of anniversaries can be followed. */
@Component
public class AnniversaryRuleHook implements RecordHook {
    private final Sql sql;

    @Activate
    public AnniversaryRuleHook(@Reference Tx tx) {
        this.sql = new Sql(tx);
    }

    @Override
    public String entity() {
        return "anniversaryRule";
    }

    @Override
    public void before(Change change) {
        if (change.kind() != Change.Kind.DELETE) {
            tidyAlertDays(change);
            checkGreeting(change);
        }
    }

    private void checkGreeting(Change change) {
        Optional<Long> template = change.value("template").map(Long.class::cast);
        if (template.isEmpty() && change.value("automatic").equals(Optional.of(true))) {
            throw new InvalidRecordException("template", "invalid.required");
        }
        if (change.changed("template") && template.isPresent()) {
            sql.first("select entity from core_mail_template where id = ?", row -> row.getString(1), template.get())
                    .filter("anniversary"::equals)
                    .orElseThrow(() -> new InvalidRecordException("template", "anniversaryRule.template.other"));
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
