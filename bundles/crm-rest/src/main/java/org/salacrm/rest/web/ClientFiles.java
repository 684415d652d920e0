package org.salacrm.rest.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;

/** The files of the client, read once and kept with their compressed form. */
final class ClientFiles {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("woff", "font/woff"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("map", "application/json"));

    private final Function<String, Optional<byte[]>> source;
    private final Map<String, Optional<ClientFile>> read = new ConcurrentHashMap<>();

    /** @param source content of a file by its path, which begins with a slash */
    ClientFiles(Function<String, Optional<byte[]>> source) {
        this.source = source;
    }

    /**
     * A file of the client.
     *
     * @param gzip its compressed form, empty where that saves nothing
     */
    record ClientFile(String type, String tag, byte[] content, Optional<byte[]> gzip) {}

    Optional<ClientFile> find(String path) {
        boolean sound = path.startsWith("/") && !path.contains("..") && !path.contains("//") && !path.contains("\\");
        if (!sound || path.endsWith("/")) {
            return Optional.empty();
        }
        Optional<ClientFile> known = read.get(path);
        if (known != null) {
            return known;
        }
        Optional<ClientFile> found = source.apply(path).map(content -> file(path, content));
        if (found.isPresent()) {
            read.put(path, found); // what is absent is not kept: anybody can ask for any name
        }
        return found;
    }

    private ClientFile file(String path, byte[] content) {
        String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
        CRC32C sum = new CRC32C();
        sum.update(content);
        String tag = "\"" + Integer.toHexString(content.length) + "-" + Long.toHexString(sum.getValue()) + "\"";
        boolean text = type.startsWith("text/") || type.contains("json") || type.contains("svg");
        Optional<byte[]> gzip =
                text ? source.apply(path + ".gz").or(() -> Optional.of(compress(content))) : Optional.empty();
        return new ClientFile(type, tag, content, gzip.filter(z -> z.length < content.length));
    }

    private static byte[] compress(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
