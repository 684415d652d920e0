package org.salacrm.shell.command;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.salacrm.api.message.Messages;
import org.salacrm.shell.Refused;

/** A command: prints what it did, or why not. */
abstract class CrmCommand implements Action {
    @Reference
    Session session;

    @Reference
    Messages messages;

    /** @return what is printed */
    abstract String run();

    @Override
    public Object execute() {
        session.getConsole().println(Refused.told(messages, this::run));
        return null;
    }

    /** A file as the person names it, from where he stands. */
    Path file(String name) {
        return session.currentDir().resolve(name).normalize();
    }
}
