package org.salacrm.shell.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.salacrm.shell.Refused;

/** Puts the newest version of a module in the place of the installed one. */
@Service
@Command(scope = "crm", name = "upgrade", description = "Upgrades an installed module to its newest version")
public class UpgradeCommand extends ModuleCommand {
    @Argument(name = "module", description = "id of the module", required = true)
    String module;

    @Override
    String runAsSystem() {
        if (module(module).version().isEmpty()) {
            throw new Refused("The module " + module + " is not installed");
        }
        await(modules.install(module));
        return line(module(module));
    }
}
