package org.salacrm.shell.command;

import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the modules. */
@Service
@Command(scope = "crm", name = "modules", description = "Lists the modules that are installed or can be")
public class ModulesCommand extends ModuleCommand {

    @Override
    String runAsSystem() {
        return modules.all().stream()
                .map(module -> line(module)
                        + (module.message().isEmpty()
                                ? ""
                                : "  " + messages.text(module.message()).en()))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
