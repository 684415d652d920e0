package org.salacrm.itest.torture.witness;

import java.util.List;
import org.salacrm.api.module.CrmModule;

/** The front door of the module that only listens. */
public final class WitnessModule implements CrmModule {

    @Override
    public String id() {
        return "witness";
    }

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }
}
