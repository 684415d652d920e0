package org.salacrm.rest.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/** Finds the client: the bundle whose header {@code Sala-Web} names the folder of its files. */
@Component(service = ClientBundle.class)
public final class ClientBundle implements BundleTrackerCustomizer<ClientFiles> {
    private static final String HEADER = "Sala-Web";
    private static final int USABLE = Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE;

    private final BundleTracker<ClientFiles> tracker;
    private volatile Optional<ClientFiles> files = Optional.empty();

    @Activate
    public ClientBundle(BundleContext context) {
        tracker = new BundleTracker<>(context, USABLE, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    Optional<ClientFiles> files() {
        return files;
    }

    @Override
    public ClientFiles addingBundle(Bundle bundle, BundleEvent event) {
        String folder = bundle.getHeaders("").get(HEADER);
        if (folder == null) {
            return null; // not tracked, as the interface has it
        }
        ClientFiles found = new ClientFiles(path -> content(bundle, folder + path));
        files = Optional.of(found);
        return found;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, ClientFiles tracked) {}

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, ClientFiles tracked) {
        if (files.filter(now -> now == tracked).isPresent()) {
            files = Optional.empty();
        }
    }

    private static Optional<byte[]> content(Bundle bundle, String path) {
        URL entry = bundle.getEntry(path);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = entry.openStream()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
