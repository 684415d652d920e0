package org.salacrm.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.Test;

/** The manifest is the proof: a module sees the API of the product and nothing of its inside or of other modules. */
public class ModuleImportsIT {
    private static final List<String> ALLOWED = List.of(
            "org.salacrm.api.",
            "javax.persistence",
            "org.slf4j",
            "org.osgi.service.",
            "java.",
            "org.eclipse.persistence.");

    @Test
    public void modulesSeeOnlyTheApi() throws IOException {
        List<String> manifests = importsOfModules();
        assertThat(manifests).isNotEmpty();
        assertThat(manifests.stream()
                        .filter(name -> ALLOWED.stream().noneMatch(start -> (name + ".").startsWith(start))))
                .isEmpty();
    }

    private static List<String> importsOfModules() throws IOException {
        List<String> imports = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("sala.home"), "modules"))) {
            for (Path kar : files.toList()) {
                try (ZipFile zip = new ZipFile(kar.toFile())) {
                    for (ZipEntry entry : zip.stream()
                            .filter(file -> file.getName().endsWith(".jar"))
                            .toList()) {
                        imports.addAll(imports(zip, entry));
                    }
                }
            }
        }
        return imports;
    }

    private static List<String> imports(ZipFile zip, ZipEntry entry) throws IOException {
        try (JarInputStream jar = new JarInputStream(zip.getInputStream(entry))) {
            String header = jar.getManifest().getMainAttributes().getValue("Import-Package");
            // Without what stands in quotes, clauses are parted by commas and packages by what follows them.
            return Arrays.stream(header.replaceAll("\"[^\"]*\"", "").split(","))
                    .map(clause -> clause.split(";")[0].strip())
                    .toList();
        }
    }
}
