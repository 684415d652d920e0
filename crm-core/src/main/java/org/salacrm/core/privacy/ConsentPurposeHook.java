package org.salacrm.core.privacy;

import org.osgi.service.component.annotations.Component;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.RecordHook;

/** Counts the versions of the words that people agree to. */
@Component
public final class ConsentPurposeHook implements RecordHook {

    @Override
    public String entity() {
        return "consentPurpose";
    }

    @Override
    public void before(Change change) {
        boolean others = change.changed("text") || change.changed("textEn");
        if (change.kind() == Change.Kind.UPDATE && others) {
            int version = change.old("textVersion").map(Integer.class::cast).orElse(0);
            change.set("textVersion", version + 1);
        }
    }
}
