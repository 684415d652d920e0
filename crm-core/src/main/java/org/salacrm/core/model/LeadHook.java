package org.salacrm.core.model;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.RecordHook;

/** Names a lead of which only the company is known, and keeps whether it still waits to be looked at. */
@Component
public class LeadHook implements RecordHook {
    private final PickLists pickLists;

    @Activate
    public LeadHook(@Reference PickLists pickLists) {
        this.pickLists = pickLists;
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
            change.set("open", pickLists.get("leadStatus").phase(status).equals("open"));
        }
    }
}
