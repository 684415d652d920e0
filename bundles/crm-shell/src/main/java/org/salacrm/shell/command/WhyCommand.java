package org.salacrm.shell.command;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Rights.Decision;
import org.salacrm.api.security.Verb;
import org.salacrm.shell.Refused;

/** Says why somebody may do something with a record, or not; of a field, why he may read it. */
@Service
@Command(scope = "crm", name = "why", description = "Says why a user may do something with a record or a field, or not")
public class WhyCommand extends SystemCommand {
    @Reference
    Rights rights;

    @Reference
    EntityTypes types;

    @Argument(index = 0, name = "login", description = "who", required = true)
    String login;

    @Argument(index = 1, name = "verb", description = "read, update, delete …", required = true)
    String verb;

    @Argument(index = 2, name = "what", description = "account …, or a field: account.creditDays", required = true)
    String what;

    @Argument(index = 3, name = "id", description = "id of the record; none for a field")
    Long id;

    @Override
    String runAsSystem() {
        Caller caller = callers.find(user(login)).orElseThrow(() -> new Refused(login + " is out of use"));
        Decision decision = decision(caller);
        return decision.reasons().stream()
                .map(reason -> "  "
                        + messages.format(
                                "en",
                                "why." + reason.rule() + (reason.grants() ? ".yes" : ".no"),
                                Map.of("subject", reason.subject().in("en"))))
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        (decision.allowed() ? "allowed" : "not allowed") + System.lineSeparator(),
                        ""));
    }

    private Decision decision(Caller caller) {
        String[] names = what.split("\\.", 2);
        EntityType type = types.find(names[0]).orElseThrow(() -> new Refused("There is no entity " + names[0]));
        if (names.length == 1) {
            if (id == null) {
                throw new Refused("Which " + names[0] + "? Its id is missing");
            }
            return rights.why(caller, names[0], id, verb);
        }
        if (type.field(names[1]).isEmpty()) {
            throw new Refused("There is no field " + what);
        }
        if (!verb.equals(Verb.READ)) {
            throw new Refused("Of a field only read is asked: the reasons say which roles let it be changed");
        }
        return rights.why(caller, names[0], names[1]);
    }
}
