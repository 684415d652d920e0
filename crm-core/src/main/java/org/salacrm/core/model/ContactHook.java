package org.salacrm.core.model;

import org.osgi.service.component.annotations.Component;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.RecordHook;

/** Keeps a contact's full name and its pieces in step, whichever of them was written. */
@Component
public class ContactHook implements RecordHook {

    @Override
    public String entity() {
        return "contact";
    }

    @Override
    public void before(Change change) {
        if (change.changed("firstName") || change.changed("lastName")) {
            String full = (text(change, "firstName") + " " + text(change, "lastName")).strip();
            if (!full.isEmpty()) {
                change.set("name", full);
            }
        } else if (change.changed("name") && change.value("name").isPresent()) {
            split(change);
        }
    }

    private static void split(Change change) {
        PersonName name = PersonName.of(text(change, "name"));
        change.set("name", name.full());
        change.set("firstName", name.first());
        change.set("lastName", name.last().isEmpty() ? null : name.last());
        if (!name.salutation().isEmpty() && change.value("salutation").isEmpty()) {
            change.set("salutation", name.salutation());
        }
    }

    private static String text(Change change, String field) {
        return change.value(field).map(String.class::cast).orElse("");
    }
}
