package org.salacrm.shell.command;

import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.salacrm.api.action.ActionInput;
import org.salacrm.api.action.ActionResult;
import org.salacrm.api.action.Actions;
import org.salacrm.api.record.Records;

/** Lets somebody in who forgot his password, also the only administrator. */
@Service
@Command(scope = "crm", name = "password", description = "Gives a user a new password, which he must change")
public class PasswordCommand extends SystemCommand {
    @Reference
    Actions actions;

    @Argument(name = "login", description = "what he signs in with", required = true)
    String login;

    @Override
    String runAsSystem() {
        ActionResult result =
                actions.run("reset-password", new ActionInput("user", user(login), Records.ANY_VERSION, Map.of()));
        return messages.format("en", result.messageKey(), result.values());
    }
}
