package org.salacrm.core.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.salacrm.core.store.Database.Vendor;

/** Writes the rows of a database and the files beside it into one zip, row by row, whatever their number. */
final class BackupWriter implements AutoCloseable {
    /** Who is signed in, which processes run, and what the target's own migration writes. */
    static final Set<String> LEFT_OUT =
            Set.of("core_session", "core_node", "core_lease", "core_schema", "crmchangelog", "crmchangeloglock");

    private static final int FETCH = 500;
    private static final JsonFactory JSON = new JsonFactory().setRootValueSeparator(null);

    private final ZipOutputStream zip;
    private final DataFolder folder;
    private final List<Manifest.Rows> tables = new ArrayList<>();
    private final Map<String, String> modules = new TreeMap<>();
    private final Set<String> damaged = new TreeSet<>();
    private long files;

    BackupWriter(OutputStream out, DataFolder folder) {
        this.folder = folder;
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        // Whoever works meanwhile needs the processor more than the disk needs the room.
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** All rows of a database that stands still. */
    void rows(Connection snapshot) throws SQLException, IOException {
        Map<String, Table> all = Table.all(snapshot);
        if (!all.containsKey(Changelogs.TABLE)) {
            throw new RefusedBackupException("backup.nothing", Map.of());
        }
        for (Table table : all.values()) {
            if (!LEFT_OUT.contains(table.name())) {
                tables.add(rows(snapshot, table));
            }
        }
    }

    /** To be called after the rows: files are only ever added, each before the row that names it. */
    void files() throws IOException {
        folder.visit((name, file) -> {
            String sum = copy(name, file);
            if (DataFolder.MODULE.matcher(name).matches()) {
                modules.put(name, sum);
            } else {
                files++;
                String hash = file.getFileName().toString();
                if (!hash.equals(sum)) {
                    damaged.add(hash);
                }
            }
        });
    }

    /** The last entry. */
    Manifest manifest(String product, Instant now, Vendor vendor) throws IOException {
        Manifest manifest =
                new Manifest(Manifest.FORMAT, product, now.toString(), vendor.name(), tables, modules, files, damaged);
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.finish();
        return manifest;
    }

    private Manifest.Rows rows(Connection snapshot, Table table) throws SQLException, IOException {
        MessageDigest digest = Checksum.digest();
        Manifest.Rows empty = new Manifest.Rows(table, 0, "");
        zip.putNextEntry(new ZipEntry(empty.entry()));
        long count = 0;
        // A writer, and not UTF-8 at once: half a character in a text must not make a backup impossible.
        try (JsonGenerator json = JSON.createGenerator(new OutputStreamWriter(entry(digest), StandardCharsets.UTF_8));
                Statement statement = snapshot.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery(table.select())) {
                for (; row.next(); count++) {
                    json.writeStartArray();
                    int at = 1;
                    for (Column column : table.columns()) {
                        column.write(row, at++, json);
                    }
                    json.writeEndArray();
                    json.writeRaw('\n');
                }
            }
        }
        zip.closeEntry();
        return new Manifest.Rows(table, count, Checksum.of(digest));
    }

    private OutputStream entry(MessageDigest digest) {
        return new DigestOutputStream(WholeFile.unclosed(zip), digest);
    }

    private String copy(String name, Path file) throws IOException {
        MessageDigest digest = Checksum.digest();
        zip.putNextEntry(new ZipEntry(name));
        try (OutputStream out = entry(digest)) {
            Files.copy(file, out);
        }
        zip.closeEntry();
        return Checksum.of(digest);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
