package org.salacrm.core.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.module.CrmModule;

/** The texts that active modules bring in {@code CRM-INF/}: definitions and messages. */
@Component(service = ModuleTexts.class)
public class ModuleTexts {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ServiceReference<CrmModule>> modules;

    private final Reuse<ServiceReference<CrmModule>, List<ModuleText>> read = new Reuse<>(ModuleTexts::read);
    private volatile Picture picture = new Picture(List.of(), List.of());

    @Activate
    public ModuleTexts() {
        this.modules = List.of();
    }

    /** For use without a framework. */
    public ModuleTexts(List<ModuleText> texts) {
        this.modules = List.of();
        this.picture = new Picture(modules, List.copyOf(texts));
    }

    /**
     * A file of a module.
     *
     * @param file module and name, as in {@code org.salacrm.sfa/sales.yaml}
     */
    public record ModuleText(String file, String text) {}

    private record Picture(List<ServiceReference<CrmModule>> modules, List<ModuleText> texts) {}

    /** All files, by module and name; the same list until a module comes or goes. */
    public List<ModuleText> all() {
        Picture now = picture;
        return now.modules() == modules ? now.texts() : redraw();
    }

    private synchronized List<ModuleText> redraw() {
        List<ServiceReference<CrmModule>> now = modules;
        if (picture.modules() != now) {
            List<ServiceReference<CrmModule>> byName =
                    now.stream().sorted(Comparator.comparing(ModuleTexts::name)).toList();
            picture = new Picture(
                    now, read.of(byName).values().stream().flatMap(List::stream).toList());
        }
        return picture.texts();
    }

    /** A module that just left has no bundle any more. */
    private static String name(ServiceReference<CrmModule> module) {
        Bundle bundle = module.getBundle();
        return bundle == null ? "" : bundle.getSymbolicName();
    }

    private static List<ModuleText> read(ServiceReference<CrmModule> module) {
        Bundle bundle = module.getBundle();
        var entries = bundle == null ? null : bundle.findEntries("CRM-INF", "*.*", true);
        return entries == null
                ? List.of()
                : Collections.list(entries).stream()
                        .filter(url -> url.getPath().matches(".*\\.(yaml|properties)"))
                        .sorted(Comparator.comparing(URL::getPath))
                        .map(url -> new ModuleText(bundle.getSymbolicName() + "/" + name(url), text(url)))
                        .toList();
    }

    private static String name(URL url) {
        return url.getPath().substring(url.getPath().indexOf("CRM-INF/") + "CRM-INF/".length());
    }

    private static String text(URL url) {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + url, e);
        }
    }
}
