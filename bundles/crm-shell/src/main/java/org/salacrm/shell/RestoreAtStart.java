package org.salacrm.shell;

import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.backup.Backups;
import org.salacrm.api.message.Messages;

/** {@code bin/sala restore}: a process that restores a backup before anything opens the database, and ends. */
@Component(service = RestoreAtStart.class, immediate = true)
public final class RestoreAtStart {
    private final Backups backups;
    private final Messages messages;

    @Activate
    public RestoreAtStart(@Reference Backups backups, @Reference Messages messages) {
        this.backups = backups;
        this.messages = messages;
        String file = System.getProperty("sala.restore", "");
        if (!file.isEmpty()) {
            new Thread(() -> System.exit(restore(Path.of(file))), "sala-restore").start();
        }
    }

    /** @return what the process ends with */
    private int restore(Path file) {
        try {
            boolean replace = Boolean.getBoolean("sala.restore.replace");
            System.out.println(
                    Refused.told(messages, () -> Summaries.sentence("Restored", backups.restore(file, replace))));
            return 0;
        } catch (Refused e) {
            System.err.println("sala: " + e.getMessage());
            return 1;
        }
    }
}
