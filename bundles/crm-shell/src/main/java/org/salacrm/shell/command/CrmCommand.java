package org.salacrm.shell.command;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.salacrm.api.message.Messages;
import org.salacrm.shell.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A command: prints what it did, or why not. */
abstract class CrmCommand implements Action {
    private static final Logger LOG = LoggerFactory.getLogger(CrmCommand.class);

    @Reference
    Session session;

    @Reference
    Messages messages;

    /** @return what is printed */
    abstract String run();

    /** @throws CommandException when it was refused: the console shows its message and logs no stack trace for it */
    @Override
    public Object execute() throws CommandException {
        try {
            session.getConsole().println(Refused.told(messages, this::run));
            return null;
        } catch (Refused e) {
            LOG.info("{} was refused: {}", getClass().getSimpleName(), e.getMessage());
            throw new CommandException(e.getMessage(), e.getMessage());
        }
    }

    /** A file as the person names it, from where he stands. */
    Path file(String name) {
        return session.currentDir().resolve(name).normalize();
    }
}
