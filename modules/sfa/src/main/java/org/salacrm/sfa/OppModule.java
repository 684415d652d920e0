package org.salacrm.sfa;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.salacrm.api.module.CrmModule;

/** Sales force automation: the deals a sales team works on, from first contact to their end. */
@Component
@SatisfyingConditionTarget("(osgi.condition.id=org.salacrm.module.sfa)")
public class OppModule implements CrmModule {

    @Override
    public String id() {
        return "sfa";
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(
                Opportunity.class, OpportunityProduct.class, OpportunityContact.class, OpportunityCompetitor.class);
    }

    @Override
    public List<String> permissions() {
        return List.of("opportunity.reopen");
    }
}
