package org.salacrm.core.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Changes backups in the way somebody would who knows their format. */
final class Zips {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    static Zips of(Path file) throws IOException {
        Zips zip = new Zips();
        try (ZipFile in = new ZipFile(file.toFile())) {
            for (ZipEntry entry : in.stream().toList()) {
                zip.entries.put(entry.getName(), in.getInputStream(entry).readAllBytes());
            }
        }
        return zip;
    }

    Zips with(String entry, String content) {
        entries.put(entry, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Zips without(String entry) {
        entries.remove(entry);
        return this;
    }

    Zips changed(String entry, UnaryOperator<String> change) {
        return with(entry, change.apply(new String(entries.get(entry), StandardCharsets.UTF_8)));
    }

    /** Changes the rows of a table and makes the manifest agree with them. */
    Zips rows(String table, UnaryOperator<String> change) throws IOException {
        String entry = "tables/" + table + ".json";
        String before = Checksum.of(new ByteArrayInputStream(entries.get(entry)));
        changed(entry, change);
        String after = Checksum.of(new ByteArrayInputStream(entries.get(entry)));
        return changed(Manifest.ENTRY, manifest -> manifest.replace(before, after));
    }

    Path to(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
