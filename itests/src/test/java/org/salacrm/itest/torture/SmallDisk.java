package org.salacrm.itest.torture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.salacrm.itest.TestPostgres;

/**
 * A disk of a few megabytes that only whoever enters it sees; it lies in the folder where all data of the tests lie and
 * goes with the test. Linux lets every user have one, unless the machine forbids it.
 */
final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 64 << 10;

    private final Path place = TestPostgres.folder("small-disk").getParent();
    private final Process holder;

    SmallDisk(int megabytes) {
        try {
            holder = new ProcessBuilder(
                            "unshare",
                            "-rm",
                            "sh",
                            "-c",
                            "mount -t tmpfs -o size=" + megabytes + "m tmpfs " + place + " && echo ready && exec cat")
                    .redirectErrorStream(true)
                    .start();
            byte[] said = holder.getInputStream().readNBytes("ready".length());
            if (!new String(said, StandardCharsets.UTF_8).equals("ready")) {
                throw new IllegalStateException("no small disk: " + new String(said, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a command that sees the disk. */
    List<String> within() {
        return List.of("nsenter", "-t", Long.toString(holder.pid()), "-U", "-m", "--preserve-credentials");
    }

    /** The path under which somebody outside sees what those within see under theirs. */
    Path seen(Path within) {
        return Path.of("/proc/" + holder.pid() + "/root" + within);
    }

    /** Copies a folder from outside to the same place within. */
    void bring(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            Files.createDirectories(seen(folder.getParent()));
            for (Path file : all.toList()) {
                Files.copy(file, seen(file), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves that many bytes free and no more. */
    void fill(long left) {
        Path filler = seen(place.resolve("filler"));
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] block = new byte[BLOCK];
            while (seen(place).toFile().getUsableSpace() > left) {
                out.write(block, 0, (int) Math.min(BLOCK, seen(place).toFile().getUsableSpace() - left));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void free() {
        try {
            Files.deleteIfExists(seen(place.resolve("filler")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        holder.destroyForcibly();
    }
}
