package org.salacrm.shell;

import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.backup.Backups;
import org.salacrm.api.message.Messages;

/**
 * {@code bin/sala backup} and {@code bin/sala restore} while Sala does not run: a process that does this alone, before
 * anything opens the database, and ends.
 */
@Component(service = Alone.class, immediate = true)
public final class Alone {
    private final Backups backups;
    private final Messages messages;

    @Activate
    public Alone(@Reference Backups backups, @Reference Messages messages) {
        this.backups = backups;
        this.messages = messages;
        String command = System.getProperty("sala.alone", "");
        if (!command.isEmpty()) {
            new Thread(() -> System.exit(run(command)), "sala-alone").start();
        }
    }

    /** @return what the process ends with */
    private int run(String command) {
        try {
            System.out.println(Refused.told(messages, () -> work(command)));
            return 0;
        } catch (Refused e) {
            System.err.println("sala: " + e.getMessage());
            return 1;
        }
    }

    private String work(String command) {
        Path file = Path.of(System.getProperty("sala.alone.file"));
        return switch (command) {
            case "backup" -> Summaries.sentence("Written", backups.write(file));
            case "restore" ->
                Summaries.sentence("Restored", backups.restore(file, Boolean.getBoolean("sala.alone.replace")));
            default -> throw new Refused("unknown command " + command);
        };
    }
}
