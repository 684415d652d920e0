package org.salacrm.shell.command;

import java.util.Locale;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.salacrm.api.module.Modules;
import org.salacrm.shell.Refused;

/** A command about modules. */
abstract class ModuleCommand extends SystemCommand {
    @Reference
    Modules modules;

    Modules.Info module(String id) {
        return modules.all().stream()
                .filter(module -> module.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused("There is no module " + id));
    }

    /** A line about a module as it is now. */
    static String line(Modules.Info module) {
        String state = module.state().name().toLowerCase(Locale.ROOT);
        boolean newer = !module.newest().isEmpty() && !module.newest().equals(module.version());
        return String.format(
                        Locale.ROOT,
                        "%-16s %-12s %-20s %s",
                        module.id(),
                        state,
                        module.version(),
                        newer ? "newest: " + module.newest() : "")
                .stripTrailing();
    }
}
