package org.salacrm.shell.command;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Rights.Decision;
import org.salacrm.shell.Refused;

/** Says why somebody may do something with a record, or not. */
@Service
@Command(scope = "crm", name = "why", description = "Says why a user may do something with a record, or not")
public class WhyCommand extends SystemCommand {
    @Reference
    Rights rights;

    @Argument(index = 0, name = "login", description = "who", required = true)
    String login;

    @Argument(index = 1, name = "verb", description = "read, update, delete …", required = true)
    String verb;

    @Argument(index = 2, name = "entity", description = "account, opportunity …", required = true)
    String entity;

    @Argument(index = 3, name = "id", description = "id of the record", required = true)
    long id;

    @Override
    String runAsSystem() {
        Caller caller = callers.find(user(login)).orElseThrow(() -> new Refused(login + " is out of use"));
        Decision decision = rights.why(caller, entity, id, verb);
        return decision.reasons().stream()
                .map(reason -> "  "
                        + messages.format(
                                "en",
                                "why." + reason.rule() + (reason.grants() ? ".yes" : ".no"),
                                Map.of("subject", reason.subject())))
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        (decision.allowed() ? "allowed" : "not allowed") + System.lineSeparator(),
                        ""));
    }
}
