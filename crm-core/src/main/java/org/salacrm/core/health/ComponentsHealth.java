package org.salacrm.core.health;

import java.util.Arrays;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.salacrm.api.health.HealthCheck;
import org.salacrm.api.module.CrmModule;

/** While a part of the product waits for something that is not there, the product is not ready. */
@Component
public final class ComponentsHealth implements HealthCheck {
    private final WaitingComponents components;
    private final Bundle[] bundles;

    @Activate
    public ComponentsHealth(BundleContext context, @Reference ServiceComponentRuntime runtime) {
        this.components = new WaitingComponents(runtime);
        // The product's own bundles are there from the start; modules come and go and are nobody's condition.
        this.bundles = Arrays.stream(context.getBundles())
                .filter(bundle -> String.valueOf(bundle.getSymbolicName()).startsWith("crm-"))
                .toArray(Bundle[]::new);
    }

    @Override
    public String name() {
        return "components";
    }

    @Override
    public Optional<String> trouble() {
        return components.among(CrmModule.class, bundles);
    }
}
