package org.salacrm.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.api.record.NoRoomException;
import org.salacrm.core.store.FullDisk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Contents in the data folder, each under the hash of what it holds: {@code files/3f/a1/3fa1…}; never overwritten. */
final class ContentStore {
    private static final Logger LOG = LoggerFactory.getLogger(ContentStore.class);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int PIECE = 64 * 1024;

    private final Path folder;
    private final Clock clock;

    ContentStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** A content that is kept. */
    record Content(String hash, long size, String type) {}

    /**
     * Writes a content so that it survives a power cut, or leaves nothing.
     *
     * @param most largest size in bytes
     */
    Content keep(InputStream in, long most) {
        Path temp = null;
        try {
            Path incoming = Files.createDirectories(folder.resolve("incoming"));
            temp = Files.createTempFile(incoming, "upload", "");
            MessageDigest digest = sha256();
            byte[] head = new byte[ContentType.HEAD];
            long size = write(new DigestInputStream(in, digest), temp, head, most);
            String hash = HexFormat.of().formatHex(digest.digest());
            Path place = place(hash);
            if (!Files.exists(place)) {
                Files.createDirectories(place.getParent());
                Files.move(temp, place, StandardCopyOption.ATOMIC_MOVE);
                force(place.getParent());
            } else {
                Files.setLastModifiedTime(place, FileTime.from(clock.instant())); // somebody needs it anew
            }
            byte[] seen = Arrays.copyOf(head, (int) Math.min(size, head.length));
            return new Content(hash, size, ContentType.of(seen));
        } catch (IOException e) {
            throw FullDisk.is(e, folder) ? new NoRoomException(e) : new UncheckedIOException(e);
        } finally {
            delete(temp);
        }
    }

    InputStream open(String hash) {
        try {
            return Files.newInputStream(place(hash));
        } catch (NoSuchFileException e) {
            throw new ConflictException("conflict.file.lost", Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a content off the disk, unless somebody kept it anew since a moment. */
    void remove(String hash, Instant unlessSince) {
        Path place = place(hash);
        try {
            if (Files.exists(place)
                    && !Files.getLastModifiedTime(place).toInstant().isAfter(unlessSince)) {
                Files.delete(place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long write(InputStream in, Path temp, byte[] head, long most) throws IOException {
        long size = 0;
        try (FileChannel channel = FileChannel.open(temp, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            byte[] piece = new byte[PIECE];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                if (size < head.length) {
                    System.arraycopy(piece, 0, head, (int) size, (int) Math.min(n, head.length - size));
                }
                size += n;
                if (size > most) {
                    throw new InvalidRecordException(
                            List.of(new Refusal("file", "invalid.file.size", Map.of("max", Math.max(1, most >> 20)))));
                }
                out.write(piece, 0, n);
            }
            channel.force(true);
        }
        if (size == 0) {
            throw new InvalidRecordException("file", "invalid.file.empty");
        }
        return size;
    }

    private Path place(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("no hash of a content");
        }
        return folder.resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
    }

    /** The name in its folder must be on the disk as well; systems that cannot do this do it by themselves. */
    private static void force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("{} cannot be forced to the disk", directory, e);
        }
    }

    private static void delete(Path temp) {
        if (temp != null) {
            try {
                Files.deleteIfExists(temp);
            } catch (IOException e) {
                temp.toFile().deleteOnExit();
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
