package org.salacrm.core.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.osgi.framework.Version;
import org.salacrm.core.backup.DataFolder.Content;

/** A backup to be restored. What is opened is whole: every entry has been compared with its checksum. */
final class BackupFile implements AutoCloseable {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * @param product version of this product
     * @throws RefusedBackupException for a file that is damaged, no backup, or of a newer version
     */
    static BackupFile open(Path file, Version product) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new RefusedBackupException("backup.absent", Map.of("file", file));
        }
        ZipFile zip = null;
        boolean whole = false;
        try {
            zip = new ZipFile(file.toFile());
            BackupFile backup = new BackupFile(zip, manifest(zip, product));
            backup.verify();
            whole = true;
            return backup;
        } catch (ZipException | EOFException | JsonProcessingException | IllegalArgumentException e) {
            throw RefusedBackupException.damaged(e.getMessage());
        } finally {
            if (zip != null && !whole) {
                zip.close();
            }
        }
    }

    private static Manifest manifest(ZipFile zip, Version product) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new RefusedBackupException("backup.none", Map.of("file", zip.getName()));
        }
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if (sum.getValue() != entry.getCrc()) {
            throw RefusedBackupException.damaged(Manifest.ENTRY);
        }
        JsonNode tree = JSON.readTree(bytes);
        String writer = tree.path("product").asText();
        if (tree.path("format").asInt() != Manifest.FORMAT || product.compareTo(Version.parseVersion(writer)) < 0) {
            throw new RefusedBackupException("backup.newer", Map.of("theirs", writer, "ours", product));
        }
        return JSON.treeToValue(tree, Manifest.class);
    }

    private void verify() throws IOException {
        Set<String> missing = new HashSet<>(manifest.modules().keySet());
        manifest.tables().forEach(rows -> missing.add(rows.entry()));
        long[] files = {0};
        visit(name -> !name.equals(Manifest.ENTRY), (name, content) -> {
            String sum = Checksum.of(content);
            if (!missing.remove(name)) {
                files[0]++;
            }
            if (!isRight(name, sum)) {
                throw RefusedBackupException.damaged(name);
            }
        });
        if (!missing.isEmpty() || files[0] != manifest.files()) {
            throw RefusedBackupException.damaged(missing);
        }
    }

    private boolean isRight(String name, String sum) {
        if (DataFolder.FILE.matcher(name).matches()) {
            String hash = name.substring(name.lastIndexOf('/') + 1);
            return hash.equals(sum) || manifest.damaged().contains(hash);
        }
        if (DataFolder.MODULE.matcher(name).matches()) {
            return sum.equals(manifest.modules().get(name));
        }
        return manifest.tables().stream()
                .anyMatch(rows -> rows.entry().equals(name) && rows.sha256().equals(sum));
    }

    Manifest manifest() {
        return manifest;
    }

    /** The rows of a table; the caller closes them. */
    InputStream rows(Manifest.Rows table) throws IOException {
        return zip.getInputStream(zip.getEntry(table.entry()));
    }

    /** Reads entries, in the order in which they were written. */
    void visit(Predicate<String> wanted, Content content) throws IOException {
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (wanted.test(entry.getName())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    content.read(entry.getName(), in);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
