package org.salacrm.core.demo;

import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Wakes the made-up company where it was asked for with {@code sala.demo=true}; elsewhere nothing of it is loaded. */
@Component(service = DemoSwitch.class, immediate = true)
public class DemoSwitch {

    @Activate
    public DemoSwitch(ComponentContext context) {
        if (Boolean.parseBoolean(context.getBundleContext().getProperty("sala.demo"))) {
            context.enableComponent(DemoCompany.class.getName());
            context.enableComponent(DemoDeals.class.getName());
        }
    }
}
