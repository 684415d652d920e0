package org.salacrm.itest.torture.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.salacrm.api.event.RecordEvent;
import org.salacrm.api.event.RecordListener;

/** Writes each event that it is told into a file of the data folder, before it says that it has heard it. */
public final class Witness implements RecordListener {
    private final Path file = Path.of(System.getProperty("sala.data"), "witness.txt");

    @Override
    public String name() {
        return "witness";
    }

    @Override
    public void on(List<RecordEvent> events) {
        try {
            Files.write(
                    file,
                    events.stream()
                            .map(event -> event.entity() + " " + event.id() + " " + event.version())
                            .toList(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
