package org.salacrm.core.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.apache.karaf.features.Repository;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the bundles of a module in and takes them out, as a feature of their own whose bundles are plain files: nothing
 * is looked up anywhere, and no bundle of the core is ever refreshed.
 */
final class FeatureSwap {
    private static final Logger LOG = LoggerFactory.getLogger(FeatureSwap.class);
    private static final EnumSet<Option> QUIETLY =
            EnumSet.of(Option.NoAutoRefreshBundles, Option.NoAutoRefreshManagedBundles, Option.NoAutoManageBundles);
    private static final String PREFIX = "sala-module-";

    private final FeaturesService features;
    private final BundleContext context;

    FeatureSwap(FeaturesService features, BundleContext context) {
        this.features = features;
        this.context = context;
    }

    /** @param bundles the unpacked bundles of the file, in one folder */
    void install(ModuleFile file, List<Path> bundles) {
        Path description = describe(file, bundles);
        try {
            URI repository = description.toUri();
            features.addRepository(repository);
            features.installFeatures(Set.of(name(file.id()) + "/" + file.version()), QUIETLY);
        } catch (Exception e) { // outermost: FeaturesService declares nothing narrower
            throw new IllegalStateException("the bundles of module " + file.id() + " cannot be started", e);
        }
    }

    /** Takes every version of the module out; does nothing when none is in. */
    void uninstall(String id) {
        try {
            Set<String> installed = new HashSet<>();
            for (Feature feature : features.listInstalledFeatures()) {
                if (feature.getName().equals(name(id))) {
                    installed.add(feature.getName() + "/" + feature.getVersion());
                }
            }
            if (!installed.isEmpty()) {
                features.uninstallFeatures(installed, QUIETLY);
            }
            for (Repository repository : features.listRepositories()) {
                if (repository.getName().startsWith(name(id) + "-")) {
                    features.removeRepository(repository.getURI());
                }
            }
        } catch (Exception e) { // outermost: FeaturesService declares nothing narrower
            throw new IllegalStateException("the bundles of module " + id + " cannot be stopped", e);
        }
    }

    /** Ids of the modules whose bundles are in, whatever the database says. */
    Set<String> installed() {
        try {
            Set<String> ids = new HashSet<>();
            for (Feature feature : features.listInstalledFeatures()) {
                if (feature.getName().startsWith(PREFIX)) {
                    ids.add(feature.getName().substring(PREFIX.length()));
                }
            }
            return ids;
        } catch (Exception e) { // outermost: FeaturesService declares nothing narrower
            throw new IllegalStateException("cannot tell which modules are in", e);
        }
    }

    /** Whether exactly this file's bundles are in. */
    boolean isInstalled(ModuleFile file) {
        try {
            boolean known = false;
            for (Repository repository : features.listRepositories()) {
                known |= repository.getName().equals(repositoryName(file));
            }
            Feature feature =
                    known ? features.getFeature(name(file.id()), file.version().toString()) : null;
            return feature != null && features.isInstalled(feature);
        } catch (Exception e) { // outermost: FeaturesService declares nothing narrower
            LOG.warn("cannot tell whether module {} is in", file.id(), e);
            return false;
        }
    }

    /** Bundles of the product itself that the file brings too; it must bring none. */
    List<String> clashes(List<Path> bundles) {
        List<String> clashes = new ArrayList<>();
        for (Path bundle : bundles) {
            String name = BundleHeaders.symbolicName(bundle);
            for (org.osgi.framework.Bundle here : context.getBundles()) {
                boolean ours = here.getHeaders("").get(ModuleFile.HEADER) == null;
                if (ours && name.equals(here.getSymbolicName())) {
                    clashes.add(name);
                }
            }
        }
        return clashes;
    }

    private static Path describe(ModuleFile file, List<Path> bundles) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<features name=\"")
                .append(repositoryName(file))
                .append("\" xmlns=\"http://karaf.apache.org/xmlns/features/v1.6.0\">\n  <feature name=\"")
                .append(name(file.id()))
                .append("\" version=\"")
                .append(file.version())
                .append("\">\n");
        bundles.forEach(b ->
                xml.append("    <bundle start-level=\"60\">").append(b.toUri()).append("</bundle>\n"));
        xml.append("  </feature>\n</features>\n");
        Path description = bundles.get(0).resolveSibling("features.xml");
        try {
            return Files.write(description, xml.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String id) {
        return PREFIX + id;
    }

    private static String repositoryName(ModuleFile file) {
        return name(file.id()) + "-" + file.folder();
    }
}
