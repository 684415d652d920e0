package org.salacrm.sfa;

import org.salacrm.core.testing.ModuleContract;

public class SfaContractTest extends ModuleContract {

    public SfaContractTest() {
        super(new OppModule(), "db/sfa.xml");
    }
}
