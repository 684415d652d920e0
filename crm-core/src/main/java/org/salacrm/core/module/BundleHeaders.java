package org.salacrm.core.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** Headers of a bundle's file that is not installed. */
final class BundleHeaders {

    private BundleHeaders() {}

    static String symbolicName(Path bundle) {
        try (JarFile jar = new JarFile(bundle.toFile())) {
            String header = jar.getManifest() == null
                    ? null
                    : jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
            if (header == null) {
                throw new RefusedModuleException("module.file.noBundle");
            }
            return header.split(";")[0].strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
