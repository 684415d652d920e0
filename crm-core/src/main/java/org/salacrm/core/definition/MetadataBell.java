package org.salacrm.core.definition;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.event.Live;
import org.salacrm.api.module.CrmModule;

/**
 * Tells open browsers when a module has come or gone: a component with a greedy static reference is made anew each
 * time the set of modules changes.
 */
@Component(service = MetadataBell.class, immediate = true)
public class MetadataBell {

    @Activate
    public MetadataBell(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<CrmModule> modules,
            @Reference Live live,
            @Reference Clock clock) {
        live.tell(new Live.Message("metadata", 0, Map.of("version", String.valueOf(clock.millis()))));
    }
}
