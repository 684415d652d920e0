package org.salacrm.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.osgi.framework.Bundle;

/**
 * The tables that a bundle wants, as its header says: {@code CRM-Schema: db/sfa.xml;unit=sfa}.
 *
 * @param unit the persistence unit that waits for these tables
 * @param changelog path of the changelog in the bundle
 * @param files all files of the changelog's folder by path
 */
public record SchemaSource(String unit, String changelog, SortedMap<String, URL> files) {
    public static final String HEADER = "CRM-Schema";

    public SchemaSource {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Of an installed bundle; empty when it wants no tables. */
    public static Optional<SchemaSource> of(Bundle bundle) {
        return Optional.ofNullable(bundle.getHeaders("").get(HEADER)).map(header -> {
            String changelog = changelog(header);
            SortedMap<String, URL> files = new TreeMap<>();
            List<URL> entries = Collections.list(bundle.findEntries(folder(changelog), "*", true));
            entries.forEach(url -> files.put(url.getPath().replaceFirst("^/", ""), url));
            return new SchemaSource(unit(header), changelog, files);
        });
    }

    /** Of a bundle's file that is not installed yet; empty when it wants no tables. */
    public static Optional<SchemaSource> of(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            String header = jar.getManifest().getMainAttributes().getValue(HEADER);
            if (header == null) {
                return Optional.empty();
            }
            String changelog = changelog(header);
            SortedMap<String, URL> files = new TreeMap<>();
            jar.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(folder(changelog) + "/"))
                    .forEach(entry -> files.put(entry.getName(), entryUrl(file, entry.getName())));
            return Optional.of(new SchemaSource(unit(header), changelog, files));
        } catch (IOException e) {
            throw new UncheckedIOException("Not a bundle: " + file, e);
        }
    }

    /** Of folders on the class path, for running without a container. */
    public static SchemaSource of(String unit, String changelog, Map<String, URL> files) {
        return new SchemaSource(unit, changelog, new TreeMap<>(files));
    }

    /** Equal for equal files: what has been applied once need not be looked at again. */
    String fingerprint() {
        MessageDigest digest = sha256();
        files.forEach((path, url) -> {
            digest.update(path.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            try (InputStream in = url.openStream()) {
                digest.update(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static URL entryUrl(Path file, String entry) {
        try {
            return URI.create("jar:" + file.toUri() + "!/" + entry).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String changelog(String header) {
        return header.split(";")[0].strip();
    }

    private static String folder(String changelog) {
        return changelog.substring(0, changelog.lastIndexOf('/'));
    }

    private static String unit(String header) {
        for (String part : header.split(";")) {
            if (part.strip().startsWith("unit=")) {
                return part.strip().substring("unit=".length());
            }
        }
        throw new IllegalArgumentException(HEADER + " names no unit: " + header);
    }
}
