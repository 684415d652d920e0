package org.salacrm.core.model;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.RecordHook;

/** Names a lead of which only the company is known, and keeps whether it still waits or when it was qualified. */
@Component
public class LeadHook implements RecordHook {
    private final PickLists pickLists;
    private final Clock clock;

    @Activate
    public LeadHook(@Reference PickLists pickLists, @Reference Clock clock) {
        this.pickLists = pickLists;
        this.clock = clock;
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
}
