package org.salacrm.core.action;

import java.util.Locale;
import org.osgi.service.component.annotations.Component;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.RecordHook;
import org.salacrm.api.security.ForbiddenException;

/** What a record went through is written by the product alone: nobody makes it up or takes it away. */
@Component
public class StageChangeHook implements RecordHook {
    private static final String ENTITY = "stageChange";

    @Override
    public String entity() {
        return ENTITY;
    }

    @Override
    public void before(Change change) {
        throw new ForbiddenException(ENTITY, change.kind().name().toLowerCase(Locale.ROOT));
    }
}
