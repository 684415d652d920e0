package org.salacrm.shell.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.salacrm.api.backup.Backups;
import org.salacrm.shell.Summaries;

/** Puts a backup in the place of this installation. */
@Service
@Command(scope = "crm", name = "restore", description = "Puts a backup in the place of what this installation holds")
public class RestoreCommand extends CrmCommand {
    @Reference
    Backups backups;

    @Argument(name = "file", description = "the backup", required = true)
    String file;

    @Option(name = "--replace", description = "although somebody has worked with this installation")
    boolean replace;

    @Override
    String run() {
        return Summaries.sentence("Restored", backups.restore(file(file), replace));
    }
}
