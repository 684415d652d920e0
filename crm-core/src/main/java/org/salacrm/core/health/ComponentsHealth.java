package org.salacrm.core.health;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.salacrm.api.health.HealthCheck;
import org.salacrm.api.module.CrmModule;

/** Tells which parts of the product wait for something that is not there; while one does, the product is not ready. */
@Component
public final class ComponentsHealth implements HealthCheck {
    private final ServiceComponentRuntime runtime;
    private final Bundle[] bundles;

    @Activate
    public ComponentsHealth(BundleContext context, @Reference ServiceComponentRuntime runtime) {
        this.runtime = runtime;
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
        Collection<ComponentDescriptionDTO> all = runtime.getComponentDescriptionDTOs(bundles);
        Map<String, Set<String>> missing = new TreeMap<>();
        Set<String> comeWithOthers = new HashSet<>();
        for (ComponentDescriptionDTO component : all) {
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(component)) {
                List<String> wanted = interfaces(component, configuration);
                boolean waits = configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
                if (waits && wanted.stream().noneMatch(w -> w.startsWith(CrmModule.class.getName()))) {
                    comeWithOthers.addAll(List.of(component.serviceInterfaces));
                    missing.computeIfAbsent(component.name, key -> new TreeSet<>())
                            .addAll(wanted);
                }
            }
        }
        // Only the first links of each chain: who waits for somebody who waits is no news.
        missing.values().forEach(waitsFor -> waitsFor.removeAll(comeWithOthers));
        missing.values().removeIf(Set::isEmpty);
        return comeWithOthers.isEmpty() && missing.isEmpty() ? Optional.empty() : Optional.of(describe(missing));
    }

    private static String describe(Map<String, Set<String>> missing) {
        if (missing.isEmpty()) {
            return "components wait for each other in a circle";
        }
        StringBuilder text = new StringBuilder();
        missing.forEach((component, waitsFor) -> text.append(text.isEmpty() ? "" : "; ")
                .append(component)
                .append(" waits for ")
                .append(String.join(", ", waitsFor)));
        return text.toString();
    }

    private static List<String> interfaces(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        Set<String> names = new HashSet<>();
        for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
            names.add(reference.name);
        }
        return Arrays.stream(component.references)
                .filter(reference -> names.contains(reference.name))
                .map(ComponentsHealth::wanted)
                .toList();
    }

    private static String wanted(ReferenceDTO reference) {
        boolean any = reference.target == null || reference.target.isEmpty() || "(*)".equals(reference.target);
        return any ? reference.interfaceName : reference.interfaceName + reference.target;
    }
}
