package org.salacrm.shell.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Takes a module out; its data stays. */
@Service
@Command(scope = "crm", name = "uninstall", description = "Takes a module out and keeps its data")
public class UninstallCommand extends ModuleCommand {
    @Argument(name = "module", description = "id of the module", required = true)
    String module;

    @Override
    String runAsSystem() {
        await(modules.uninstall(module));
        return line(module(module));
    }
}
