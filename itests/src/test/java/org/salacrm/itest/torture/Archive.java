package org.salacrm.itest.torture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The entries of a zip, jar or kar, to be changed and written again. */
final class Archive {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    static Archive read(Path file) {
        try {
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Archive read(byte[] bytes) {
        Archive archive = new Archive();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    archive.entries.put(entry.getName(), in.readAllBytes());
                }
            }
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Archive put(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    Archive put(String name, String text) {
        return put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The class as it was compiled. */
    Archive put(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        try (var in = type.getClassLoader().getResourceAsStream(name)) {
            return put(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Archive text(String name, UnaryOperator<String> change) {
        return put(name, change.apply(new String(entries.get(name), StandardCharsets.UTF_8)));
    }

    /** @param value null: without the header */
    Archive header(String name, String value) {
        try {
            Manifest manifest = entries.containsKey(MANIFEST)
                    ? new Manifest(new ByteArrayInputStream(entries.get(MANIFEST)))
                    : new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            if (value == null) {
                manifest.getMainAttributes().remove(new Attributes.Name(name));
            } else {
                manifest.getMainAttributes().putValue(name, value);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            manifest.write(out);
            return put(MANIFEST, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one entry whose name ends so. */
    String entry(String end) {
        return entries.keySet().stream()
                .filter(name -> name.endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    byte[] content(String name) {
        return entries.get(name);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Path write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
