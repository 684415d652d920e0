package org.salacrm.itest.rights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salacrm.api.security.Verb;

/** Contacts on a sheet beside the customers of one's own file: offered and begun for those who may import them. */
final class SheetDoor implements Door {
    private static final Path BOOK = Path.of("../examples/import/customers-and-contacts-th.xlsx");
    private static final String CONTACTS = "ผู้ติดต่อ";
    private final Asking asking;
    private final Findings findings;

    SheetDoor(Asking asking) {
        this.asking = asking;
        this.findings = asking.findings();
    }

    @Override
    public void ask(Colleague who) {
        String what = who + " imports a sheet of customers";
        Colleague.Answer file = who.upload("sheet", "account", BOOK);
        findings.same(what, who.eye.has("account", Verb.IMPORT) ? 201 : 403, file.status());
        if (!file.is(201)) {
            return;
        }
        String path = "/api/imports/" + file.get("id") + "/sheets";
        Colleague other = asking.staff().get();
        if (!other.eye.isAdministrator() && !other.eye.user.equals(who.eye.user)) {
            String strange = other + " sees the sheets of " + who;
            findings.same(strange, 404, other.get("sheet", path).status());
            findings.same(strange, 404, take(other, path, CONTACTS).status());
        }
        List<Object> offered = new ArrayList<>();
        Plain.list(who.get("sheet", path).get("items"))
                .forEach(item -> offered.add(Plain.map(item).get("entity")));
        offered.stream()
                .filter(entity -> !who.eye.has(entity.toString(), Verb.IMPORT))
                .forEach(entity -> findings.differ(what + "\n    is offered " + entity));
        if (who.eye.has("contact", Verb.IMPORT)) {
            findings.same(what + " and is offered the other", List.of("contact"), offered);
        }
        Colleague.Answer begun = take(who, path, CONTACTS);
        findings.same(what + " and goes on", offered.isEmpty() ? 422 : 201, begun.status());
        if (begun.is(201)) {
            findings.same(what + " and goes on", offered.get(0), begun.get("entity"));
        }
    }

    private static Colleague.Answer take(Colleague who, String path, String sheet) {
        return who.send("sheet", "POST", path, Map.of("sheet", sheet));
    }
}
