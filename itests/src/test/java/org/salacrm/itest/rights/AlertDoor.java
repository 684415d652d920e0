package org.salacrm.itest.rights;

import java.util.Map;
import java.util.Objects;

/** What somebody was told: only of records that he may read now, under the name that he may see. */
final class AlertDoor implements Door {
    private final Asking asking;

    AlertDoor(Asking asking) {
        this.asking = asking;
    }

    @Override
    public void ask(Colleague who) {
        Colleague.Answer answer = who.get("alerts", "/api/alerts");
        if (!answer.is(200)) {
            asking.findings().differ(who + " asks for his alerts: " + answer);
            return;
        }
        for (Object item : Plain.list(answer.get("alerts"))) {
            check(who, Plain.map(item));
        }
    }

    private void check(Colleague who, Map<String, Object> alert) {
        Plain.Ref record = (Plain.Ref) alert.get("record");
        String entity = record.entity();
        Entry entry = asking.world().entry(record);
        if (entry == null || !who.eye.reads(entry)) {
            asking.findings().differ(who + " is told of what he may not read: " + alert);
            return;
        }
        Object title = Objects.requireNonNullElse(who.eye.value(entry, World.title(entity)), "");
        asking.findings().same(who + " is told of " + entity + " " + entry.id, title, record.label());
    }
}
