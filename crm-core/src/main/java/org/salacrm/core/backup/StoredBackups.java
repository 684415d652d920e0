package org.salacrm.core.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.backup.Backups;
import org.salacrm.core.store.DatabaseGate;
import org.salacrm.core.store.DatabaseSettings;
import org.salacrm.core.store.FullDisk;
import org.salacrm.core.store.StoreBusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Backups as zip files. It works beside the product and needs nothing of it but the place of its data. */
@Component(configurationPid = "org.salacrm.database", configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class StoredBackups implements Backups {
    private static final Logger LOG = LoggerFactory.getLogger(StoredBackups.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

    private final DatabaseSettings settings;
    private final Closing closing;
    private final Clock clock;
    private final Version product;
    private final DataFolder folder;

    /** Has work done while nobody has the database open. */
    interface Closing {
        void closed(DatabaseGate.Work work) throws SQLException, IOException;
    }

    @Activate
    public StoredBackups(
            BundleContext context,
            @Reference DatabaseGate gate,
            @Reference Clock clock,
            Map<String, Object> configuration) {
        this(
                DatabaseSettings.from(configuration),
                gate::closed,
                clock,
                context.getBundle().getVersion(),
                Path.of(System.getProperty("sala.data", "data")));
    }

    StoredBackups(DatabaseSettings settings, Closing closing, Clock clock, Version product, Path data) {
        this.settings = settings;
        this.closing = closing;
        this.clock = clock;
        this.product = numbers(product);
        this.folder = new DataFolder(data);
    }

    /** A build is not newer than another one of its version. */
    private static Version numbers(Version version) {
        return new Version(version.getMajor(), version.getMinor(), version.getMicro());
    }

    @Override
    public synchronized Summary write(Path place) {
        Path file = Files.isDirectory(place)
                ? place.resolve("sala-" + NAME.format(clock.instant()) + ".zip").toAbsolutePath()
                : place.toAbsolutePath();
        if (!Files.isDirectory(file.getParent())) {
            throw new RefusedBackupException("backup.place", Map.of("file", file));
        }
        if (Files.exists(file)) {
            throw new RefusedBackupException("backup.exists", Map.of("file", file));
        }
        return orRefuse(file, () -> {
            Manifest manifest = WholeFile.<Manifest, SQLException>write(file, this::write);
            return told("written", manifest.summary(file));
        });
    }

    private Manifest write(OutputStream out) throws SQLException, IOException {
        // Not the machine's own folder for such things: another installation may be at its backup there.
        Path temporary = folder.data().resolve("tmp/backup");
        try (Snapshot snapshot = Snapshot.of(settings, temporary);
                BackupWriter writer = new BackupWriter(out, folder)) {
            writer.rows(snapshot.connection());
            writer.files();
            return writer.manifest(product.toString(), clock.instant(), settings.vendor());
        }
    }

    @Override
    public synchronized Summary restore(Path file, boolean replace) {
        return orRefuse(file, () -> {
            try (BackupFile backup = BackupFile.open(file, product);
                    Aside aside = Aside.of(settings)) {
                boolean used = aside.isUsed();
                if (used && !replace) {
                    throw new RefusedBackupException("backup.used", Map.of("database", settings));
                }
                new Filling(backup, aside).run();
                List<Path> placed = folder.place(backup);
                boolean done = false;
                try {
                    closing.closed(() -> aside.takePlace(used ? "before_" + NAME.format(clock.instant()) : ""));
                    done = true;
                } finally {
                    if (!done) {
                        DataFolder.remove(placed);
                    }
                }
                return told("restored", backup.manifest().summary(file));
            }
        });
    }

    private static Summary told(String what, Summary summary) {
        LOG.info("Backup {}: {}", what, summary);
        return summary;
    }

    /** What is done with a file. */
    private interface Work {
        Summary run() throws SQLException, IOException;
    }

    private Summary orRefuse(Path file, Work work) {
        try {
            return work.run();
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw new RefusedBackupException("backup.place", Map.of("file", file), e);
        } catch (SQLException | IOException | IllegalStateException e) {
            LOG.warn("Backup {} was neither written nor restored", file, e);
            if (FullDisk.is(e, file.toAbsolutePath().getParent(), folder.data())) {
                throw new RefusedBackupException("backup.disk", Map.of("file", file), e);
            }
            StoreBusyException.from(e).ifPresent(busy -> {
                throw busy;
            });
            throw new RefusedBackupException("backup.failed", Map.of("reason", String.valueOf(e.getMessage())), e);
        }
    }
}
