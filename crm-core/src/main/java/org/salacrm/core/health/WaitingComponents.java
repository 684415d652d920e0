package org.salacrm.core.health;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Tells which parts of bundles wait for something that is not there. */
public final class WaitingComponents {
    private final ServiceComponentRuntime runtime;

    public WaitingComponents(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * Who waits, and for what.
     *
     * @param rightly a service, those who wait for which are no trouble
     */
    public Optional<String> among(Class<?> rightly, Bundle... bundles) {
        Map<String, Set<String>> missing = new TreeMap<>();
        Set<String> comeWithOthers = new HashSet<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundles)) {
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(component)) {
                List<String> wanted = interfaces(component, configuration);
                boolean waits = configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
                if (waits && wanted.stream().noneMatch(w -> w.startsWith(rightly.getName()))) {
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

    /** Whether the components of a bundle are known at all: they are made known shortly after its start. */
    public boolean knows(Bundle bundle) {
        return !runtime.getComponentDescriptionDTOs(bundle).isEmpty();
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
                .map(WaitingComponents::wanted)
                .toList();
    }

    private static String wanted(ReferenceDTO reference) {
        boolean any = reference.target == null || reference.target.isEmpty() || "(*)".equals(reference.target);
        return any ? reference.interfaceName : reference.interfaceName + reference.target;
    }
}
