package org.salacrm.sfa;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.query.Queries;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.RecordHook;

/** Keeps what an opportunity says about money, chance and time true to itself with every save. */
@Component
public class OpportunityHook implements RecordHook {
    private final ProductLines lines;
    private final Forecast forecast;
    private final Closing closing;

    @Activate
    public OpportunityHook(@Reference Queries queries, @Reference PickLists pickLists, @Reference Clock clock) {
        this.lines = new ProductLines(queries);
        this.forecast = new Forecast(pickLists);
        this.closing = new Closing(pickLists, clock);
    }

    @Override
    public String entity() {
        return "opportunity";
    }

    @Override
    public void before(Change change) {
        if (change.kind() != Change.Kind.DELETE) {
            lines.price(change);
            forecast.revenue(change);
            forecast.probability(change);
            closing.follow(change);
        }
    }
}
