package org.salacrm.core.module;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.osgi.framework.Version;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.message.Text;

/**
 * A module's file: a KAR whose bundles lie below {@code repository/}, one of which names the module in its header
 * {@code CRM-Module}.
 *
 * @param path the KAR
 * @param id of the module
 * @param version of the bundle that names it
 * @param label of the module in both languages
 * @param description what it is for, in both languages
 * @param entities names of the entities it brings, as its header lists them
 * @param bundles entries of the KAR
 * @param hash of the KAR's content, hexadecimal
 */
record ModuleFile(
        Path path,
        String id,
        Version version,
        Text label,
        Text description,
        Set<String> entities,
        List<String> bundles,
        String hash) {
    static final String HEADER = "CRM-Module";
    static final String ENTITIES = "CRM-Entities";
    private static final long MOST_BYTES = 200L << 20;

    /** Unique for its content: the version, and the start of the hash for builds of one version. */
    String folder() {
        return version + "-" + hash.substring(0, 12);
    }

    /** Its entities that somebody else has already, each with whose they are. */
    List<String> clashes(EntityTypes types) {
        return entities.stream()
                .sorted()
                .flatMap(name -> types.find(name).stream())
                .filter(type -> !type.module().equals(id))
                .map(type -> type.name() + " (" + type.module() + ")")
                .toList();
    }

    /** @throws RefusedModuleException when it is no module's file */
    static ModuleFile read(Path path) {
        try (ZipFile kar = new ZipFile(path.toFile())) {
            List<? extends ZipEntry> bundles = kar.stream()
                    .filter(e ->
                            e.getName().startsWith("repository/") && e.getName().endsWith(".jar"))
                    .toList();
            if (bundles.stream().mapToLong(ZipEntry::getSize).sum() > MOST_BYTES) {
                throw new RefusedModuleException("module.file.large");
            }
            for (ZipEntry entry : bundles) {
                Found found = look(kar, entry);
                if (!found.id().isEmpty()) {
                    List<String> names = bundles.stream().map(ZipEntry::getName).toList();
                    return found.file(path, names, Content.sha256(path));
                }
            }
            throw new RefusedModuleException("module.file.noModule");
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedModuleException("module.file.damaged", e);
        }
    }

    /** What a bundle says of itself. */
    private record Found(String id, Version version, Set<String> entities, Properties th, Properties en) {

        ModuleFile file(Path path, List<String> bundles, String hash) {
            return new ModuleFile(path, id, version, text("label"), text("description"), entities, bundles, hash);
        }

        private Text text(String what) {
            String key = "module." + id + "." + what;
            return new Text(th.getProperty(key, id), en.getProperty(key, id));
        }
    }

    private static Found look(ZipFile kar, ZipEntry entry) throws IOException {
        Path copy = Content.temporary(kar.getInputStream(entry));
        try (JarFile jar = new JarFile(copy.toFile())) {
            Manifest manifest = jar.getManifest();
            String id = manifest == null ? null : manifest.getMainAttributes().getValue(HEADER);
            if (id == null) {
                return new Found("", Version.emptyVersion, Set.of(), new Properties(), new Properties());
            }
            if (!id.matches("[a-z][a-z0-9-]{1,39}")) {
                throw new RefusedModuleException("module.file.noModule");
            }
            String entities = manifest.getMainAttributes().getValue(ENTITIES);
            return new Found(
                    id,
                    Version.parseVersion(manifest.getMainAttributes().getValue("Bundle-Version")),
                    entities == null ? Set.of() : new HashSet<>(List.of(entities.split("\\s*,\\s*"))),
                    words(jar, "CRM-INF/messages_th.properties"),
                    words(jar, "CRM-INF/messages_en.properties"));
        } finally {
            java.nio.file.Files.deleteIfExists(copy);
        }
    }

    private static Properties words(JarFile jar, String name) throws IOException {
        Properties words = new Properties();
        ZipEntry entry = jar.getEntry(name);
        if (entry != null) {
            try (InputStream in = jar.getInputStream(entry)) {
                words.load(new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        return words;
    }
}
