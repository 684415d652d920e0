package org.salacrm.core.module;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.salacrm.api.record.NoRoomException;
import org.salacrm.core.store.FullDisk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The module files at hand: those the distribution ships, which are never written, and those the installation has
 * taken in, which lie in its data folder.
 */
final class ModuleLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleLibrary.class);

    private final Path shipped;
    private final Path taken;
    private final Path unpacked;
    /** Files already read, by path, size and time. */
    private final Map<String, Optional<ModuleFile>> read = new ConcurrentHashMap<>();

    /**
     * @param shipped folder of the distribution, need not exist
     * @param data the installation's data folder
     */
    ModuleLibrary(Path shipped, Path data) {
        this.shipped = shipped;
        this.taken = data.resolve("modules");
        this.unpacked = data.resolve("modules").resolve("unpacked");
    }

    /** All files, the newest version of each module first; of one version the file that came last. */
    List<ModuleFile> all() {
        List<ModuleFile> files = new ArrayList<>();
        for (Path folder : List.of(taken, shipped)) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> entries = Files.list(folder)) {
                    entries.filter(p -> p.toString().endsWith(".kar"))
                            .sorted(Comparator.comparing(ModuleLibrary::time).reversed())
                            .forEach(p -> at(p).ifPresent(files::add));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        files.sort(Comparator.comparing(ModuleFile::version).reversed());
        return files;
    }

    Optional<ModuleFile> newest(String id) {
        return all().stream().filter(f -> f.id().equals(id)).findFirst();
    }

    /** The file with exactly this content. */
    Optional<ModuleFile> exactly(String id, String hash) {
        return all().stream()
                .filter(f -> f.id().equals(id) && f.hash().equals(hash))
                .findFirst();
    }

    /** Takes a file in. @throws RefusedModuleException when it is no module's file */
    ModuleFile take(InputStream kar) {
        try {
            Files.createDirectories(taken);
            Path copy = Files.createTempFile(taken, "incoming", ".part");
            try {
                Content.write(kar, copy);
                ModuleFile file = ModuleFile.read(copy);
                Path place = taken.resolve(file.id() + "-" + file.folder() + ".kar");
                Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return ModuleFile.read(place);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            if (FullDisk.is(e, taken)) {
                throw new NoRoomException(e);
            }
            throw new UncheckedIOException("a module's file cannot be kept", e);
        }
    }

    /** Throws a file away that was taken in. */
    void forget(ModuleFile file) {
        try {
            Files.deleteIfExists(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException("a module's file cannot be thrown away", e);
        }
    }

    /** The bundles of a file as files of their own, in the order of the KAR. */
    List<Path> unpack(ModuleFile file) {
        Path folder = unpacked.resolve(file.id()).resolve(file.folder());
        List<Path> bundles = new ArrayList<>();
        try (ZipFile kar = new ZipFile(file.path().toFile())) {
            Files.createDirectories(folder);
            for (String entry : file.bundles()) {
                Path bundle = folder.resolve(entry.substring(entry.lastIndexOf('/') + 1));
                if (!Files.exists(bundle)) {
                    Path part = Files.createTempFile(folder, "unpack", ".part");
                    Content.write(kar.getInputStream(kar.getEntry(entry)), part);
                    Files.move(part, bundle, StandardCopyOption.ATOMIC_MOVE);
                }
                bundles.add(bundle);
            }
            return bundles;
        } catch (IOException e) {
            if (FullDisk.is(e, unpacked)) {
                throw new NoRoomException(e);
            }
            throw new UncheckedIOException("module " + file.id() + " cannot be unpacked", e);
        }
    }

    private Optional<ModuleFile> at(Path path) {
        return read.computeIfAbsent(path + "@" + time(path), key -> {
            try {
                return Optional.of(ModuleFile.read(path));
            } catch (RefusedModuleException e) {
                LOG.warn("{} is no module's file: {}", path.getFileName(), e.getMessage());
                return Optional.empty();
            }
        });
    }

    private static FileTime time(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
