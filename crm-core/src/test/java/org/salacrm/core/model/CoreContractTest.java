package org.salacrm.core.model;

import java.util.Set;
import org.salacrm.core.testing.ModuleContract;

public class CoreContractTest extends ModuleContract {

    public CoreContractTest() {
        super(new CoreModule(), "db/core.xml");
    }

    @Override
    protected Set<String> absent() {
        return Set.of("opportunity");
    }
}
