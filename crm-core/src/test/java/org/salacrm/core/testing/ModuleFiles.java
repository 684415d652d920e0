package org.salacrm.core.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.salacrm.api.definition.Definition;
import org.salacrm.api.module.CrmModule;
import org.salacrm.core.definition.DefinitionReader;

/** What a module brings in its folder {@code CRM-INF}, read from where its classes lie. */
public final class ModuleFiles {
    private final Map<String, String> texts = new TreeMap<>();
    private final Manifest manifest = new Manifest();

    public ModuleFiles(CrmModule module) {
        try {
            URI place = module.getClass()
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path classes = Path.of(place);
            if (Files.isDirectory(classes)) {
                read(classes);
            } else {
                try (var jar = FileSystems.newFileSystem(classes)) {
                    read(jar.getPath("/"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(Path bundle) throws IOException {
        try (InputStream in = Files.newInputStream(bundle.resolve("META-INF/MANIFEST.MF"))) {
            manifest.read(in);
        }
        try (Stream<Path> files = Files.list(bundle.resolve("CRM-INF"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
    }

    public Attributes manifest() {
        return manifest.getMainAttributes();
    }

    public <D extends Definition> List<D> definitions(Class<D> kind) {
        List<D> all = new ArrayList<>();
        texts.forEach((file, text) -> {
            if (file.endsWith(".yaml")) {
                DefinitionReader.read(file, text).stream()
                        .map(DefinitionReader.Read::definition)
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .forEach(all::add);
            }
        });
        return all;
    }

    /** The words of one language: {@code th} or {@code en}. */
    Map<String, String> words(String language) {
        Map<String, String> words = new TreeMap<>();
        texts.forEach((file, text) -> {
            if (file.endsWith("_" + language + ".properties")) {
                Properties properties = new Properties();
                try {
                    properties.load(new StringReader(text));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                properties.forEach((key, word) -> words.put((String) key, (String) word));
            }
        });
        return words;
    }
}
