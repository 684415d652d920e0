package org.salacrm.core.model;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.RecordHook;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/**
 * Names a lead of which only the company is known, keeps whether it still waits or when it was qualified, and gives
 * what was done with it to the customer it became.
 */
@Component
public class LeadHook implements RecordHook {
    private final PickLists pickLists;
    private final Clock clock;
    private final Sql sql;

    @Activate
    public LeadHook(@Reference PickLists pickLists, @Reference Clock clock, @Reference Tx tx) {
        this.pickLists = pickLists;
        this.clock = clock;
        this.sql = new Sql(tx);
    }

    @Override
    public String entity() {
        return "lead";
    }

    @Override
    public void before(Change change) {
        if (change.kind() == Change.Kind.DELETE) {
            return;
        }
        if (change.value("name").isEmpty()) {
            change.value("company").ifPresent(company -> change.set("name", company));
        }
        if (change.kind() == Change.Kind.CREATE || change.changed("status")) {
            String status = (String) change.value("status").orElse("");
            String phase = pickLists.get("leadStatus").phase(status);
            change.set("open", phase.equals("open"));
            change.set("qualifiedAt", phase.equals("won") ? clock.instant() : null);
        }
    }

    /**
     * All its activities at once, also those the caller may not change: the customer follows from what they are about.
     * As nobody edited them, they keep their versions, so that no open form is out of date, and the lead's history
     * tells it for all. Those that were given another customer or contact keep it.
     */
    @Override
    public void after(Change change) {
        if (change.kind() != Change.Kind.UPDATE
                || change.value("account").isEmpty()
                || !(change.changed("account") || change.changed("contact"))) {
            return;
        }
        sql.update(
                "UPDATE core_activity SET account_id = ?, contact_id = COALESCE(contact_id, ?)"
                        + " WHERE regarding_id = ? AND regarding_type = 'lead'"
                        + " AND (account_id IS NULL OR account_id = ?)",
                change.value("account").get(),
                change.value("contact").orElse(null),
                change.id(),
                change.old("account").orElse(null));
    }
}
