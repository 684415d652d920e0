package org.salacrm.core.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.RecordHook;
import org.salacrm.core.record.Traces;

/**
 * Leaves a trace where an activity stood that is deleted: with the customer, the contact and what it was about. What it
 * was is not said there, because not everybody who reads the customer could read it; the recycle bin tells it.
 */
@Component
public class RemovedActivities implements RecordHook {
    private static final String VERB = "remove-activity";

    private final Traces traces;

    @Activate
    public RemovedActivities(@Reference Traces traces) {
        this.traces = traces;
    }

    @Override
    public String entity() {
        return "activity";
    }

    @Override
    public void after(Change change) {
        if (change.kind() != Change.Kind.DELETE) {
            return;
        }
        Map<Long, String> places = new LinkedHashMap<>();
        place(places, (String) change.old("regardingType").orElse(""), change.old("regarding"));
        place(places, "account", change.old("account"));
        place(places, "contact", change.old("contact"));
        places.forEach((id, entity) -> traces.doneWhereItIs(entity, id, VERB));
    }

    private static void place(Map<Long, String> places, String entity, Optional<Object> id) {
        id.ifPresent(known -> places.put((Long) known, entity));
    }
}
