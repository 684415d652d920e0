package org.salacrm.shell.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.salacrm.api.backup.Backups;
import org.salacrm.shell.Summaries;

/** Writes the whole installation into one file while everybody works. */
@Service
@Command(scope = "crm", name = "backup", description = "Writes all data into one file while everybody works")
public class BackupCommand extends CrmCommand {
    @Reference
    Backups backups;

    @Argument(name = "file", description = "a new file, or a folder in which it gets a name", required = true)
    String file;

    @Override
    String run() {
        return Summaries.sentence("Written", backups.write(file(file)));
    }
}
