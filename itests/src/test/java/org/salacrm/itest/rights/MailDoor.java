package org.salacrm.itest.rights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A template in which everything stands that a kind of record has, and the receivers known of one. */
final class MailDoor implements Door {
    private static final Map<String, List<String>> PLACES = Map.of(
            "account", List.of("name", "remark", "parent.name", "parent.remark"),
            "opportunity", List.of("name", "nextStep", "account.name", "account.remark", "partner.remark"),
            "activity", List.of("subject", "description", "account.remark"));

    private final Asking asking;
    private final Map<String, String> templates = new HashMap<>();

    MailDoor(Asking asking) {
        this.asking = asking;
    }

    @Override
    public void ask(Colleague who) {
        Entry entry = asking.entry(who);
        String about = "?entity=" + entry.entity + "&id=" + entry.id;
        Colleague.Answer filled = who.get("mail", "/api/mail/filled/" + template(entry.entity) + about);
        boolean reads = who.eye.reads(entry);
        asking.findings().same(who + " fills in " + entry, reads ? 200 : 404, filled.status());
        if (reads) {
            String expected = PLACES.get(entry.entity).stream()
                    .map(path -> Objects.toString(who.eye.value(entry, path), ""))
                    .collect(Collectors.joining("|"));
            asking.findings().same(who + " fills in " + entry, expected, filled.get("body"));
        }
        who.get("mail", "/api/mail/draft" + about);
    }

    /** Made by the administrator, whose rights do not count when it is filled in. */
    private String template(String entity) {
        return templates.computeIfAbsent(entity, kind -> {
            String body =
                    PLACES.get(kind).stream().map(path -> "{{" + path + "}}").collect(Collectors.joining("|"));
            return asking.world()
                    .admin
                    .create("mailTemplate", Map.of("name", kind, "entity", kind, "subject", "x", "body", body))
                    .get("id")
                    .asText();
        });
    }
}
