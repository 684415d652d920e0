package org.salacrm.core.model;

import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;

/** When somebody is reminded of an anniversary: what it says itself, else what its kind says, else as usual. */
@Component(service = AnniversaryRules.class)
public final class AnniversaryRules {
    private final Queries queries;

    @Activate
    public AnniversaryRules(@Reference Queries queries) {
        this.queries = queries;
    }

    /** The days of each kind for which the company has a rule; {@link AlertDays#USUAL} is meant for the others. */
    public Map<String, AlertDays> alertDays() {
        Map<String, AlertDays> days = new HashMap<>();
        queries.each(Query.of("anniversaryRule", "kind", "alertDays"), row -> {
            Object text = row.values().get(1);
            days.put(row.values().get(0).toString(), text == null ? AlertDays.USUAL : AlertDays.parse(text.toString()));
        });
        return days;
    }
}
