package org.salacrm.core.event;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.event.Live;
import org.salacrm.api.module.CrmModule;

/** Tells open browsers that a module came or went, so that menus and screens follow without a reload. */
@Component(service = ModuleNews.class, immediate = true)
public class ModuleNews {
    private final Live live;

    @Activate
    public ModuleNews(@Reference Live live) {
        this.live = live;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addModule(CrmModule module) {
        live.tell(new Live.Message("metadata", 0, Map.of("module", module.id())));
    }

    public void removeModule(CrmModule module) {
        live.tell(new Live.Message("metadata", 0, Map.of("module", module.id())));
    }
}
