package org.salacrm.shell.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.salacrm.shell.Refused;

/** Installs a module, of the distribution or from a file. */
@Service
@Command(scope = "crm", name = "install", description = "Installs a module, or its newest version")
public class InstallCommand extends ModuleCommand {
    @Argument(name = "module", description = "id of a module, or its file (.kar)", required = true)
    String module;

    @Override
    String runAsSystem() {
        String id = module.endsWith(".kar") ? upload(file(module)) : module;
        await(modules.install(id));
        return line(module(id));
    }

    private String upload(Path file) {
        try (InputStream kar = Files.newInputStream(file)) {
            return modules.upload(file.getFileName().toString(), kar);
        } catch (IOException e) {
            throw new Refused(file + " cannot be read");
        }
    }
}
