package org.salacrm.core.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.Ids;

/** Lists written as files by a job, until somebody had the time to fetch them. */
@Component(service = ExportFiles.class)
public final class ExportFiles {
    private static final Duration KEPT = Duration.ofDays(3);
    private static final Pattern NAME = Pattern.compile("\\d{1,19}");

    private final Path folder;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public ExportFiles(@Reference Ids ids, @Reference Clock clock) {
        this(Path.of(System.getProperty("sala.data", "data"), "exports"), ids, clock);
    }

    ExportFiles(Path folder, Ids ids, Clock clock) {
        this.folder = folder;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new place for a file; what is older than anybody waits is removed meanwhile. */
    String make() throws IOException {
        Files.createDirectories(folder);
        Instant before = clock.instant().minus(KEPT);
        for (Path file : all()) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        }
        return String.valueOf(ids.next());
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    Path place(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no file of an export: " + name);
        }
        return folder.resolve(name);
    }

    Optional<InputStream> open(String name) {
        try {
            return Optional.of(Files.newInputStream(place(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
