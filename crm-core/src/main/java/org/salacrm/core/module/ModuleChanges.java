package org.salacrm.core.module;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.module.Modules.State;
import org.salacrm.core.module.ModuleRows.ModuleRow;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.Migration;
import org.salacrm.core.store.SchemaSource;
import org.salacrm.core.store.Tx;
import org.salacrm.core.store.UnitUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs, upgrades and removes modules on the running system, whichever way they come, one at a time. Tables are
 * brought up to date while the old version still works; then the gate closes, running work ends, the bundles change
 * places, and the gate opens. What does not come up within its time makes room for what was there before.
 */
@Component(service = ModuleChanges.class)
public class ModuleChanges {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleChanges.class);
    private static final Duration RUNNING_WORK = Duration.ofSeconds(5);
    private static final Duration COMING_UP = Duration.ofSeconds(30);

    private final ModuleLibrary library;
    private final ModuleRows rows;
    private final EntityTypes types;
    private final ModuleGate gate;
    private final FeatureSwap swap;
    private final Presence presence;
    private final Database database;
    private final UnitUse use;

    @Activate
    public ModuleChanges(
            BundleContext context,
            @Reference Tx tx,
            @Reference Database database,
            @Reference UnitUse use,
            @Reference FeaturesService features,
            @Reference EntityTypes types,
            @Reference ModuleGate gate) {
        this.library = new ModuleLibrary(
                Path.of(System.getProperty("karaf.home", "."), "modules"),
                Path.of(System.getProperty("sala.data", "data")));
        this.rows = new ModuleRows(tx);
        this.types = types;
        this.gate = gate;
        this.swap = new FeatureSwap(features, context);
        this.presence = new Presence(context);
        this.database = database;
        this.use = use;
    }

    ModuleLibrary library() {
        return library;
    }

    ModuleRows rows() {
        return rows;
    }

    /** Takes a file in, to be installed now or later. @throws RefusedModuleException when it never could be */
    ModuleFile take(InputStream kar) {
        ModuleFile file = library.take(kar);
        try {
            unpackOwn(file);
            return file;
        } catch (RefusedModuleException e) {
            library.forget(file);
            throw e;
        }
    }

    /** Installs the file, or puts it in the place of the version that is in. */
    synchronized void install(ModuleFile file) {
        ModuleRow before = rows.find(file.id()).orElse(new ModuleRow(file.id(), State.AVAILABLE, "", "", "", ""));
        if (before.hash().equals(file.hash()) && swap.isInstalled(file)) {
            return;
        }
        boolean isIn = !before.hash().isEmpty();
        rows.save(before.in(isIn ? State.UPGRADING : State.INSTALLING));
        Optional<ModuleFile> old =
                library.exactly(file.id(), before.hash()).filter(o -> !o.hash().equals(file.hash()));
        State ifRefused = old.isPresent() ? State.INSTALLED : isIn ? State.FAILED : State.AVAILABLE;
        List<Path> bundles = prepare(file, before, ifRefused);
        try {
            exchange(file, bundles);
            rows.save(new ModuleRow(file.id(), State.INSTALLED, file.version().toString(), file.hash(), "", ""));
            LOG.info("Module {} {} is in", file.id(), file.version());
        } catch (IllegalStateException e) {
            LOG.warn("Module {} {} did not come up and makes room for what was there", file.id(), file.version());
            putBack(file, old);
            rows.save(before.failed(old.isPresent() ? State.INSTALLED : State.FAILED, "module.notUp", e.getMessage()));
            throw new RefusedModuleException("module.notUp", e);
        }
    }

    /** Hides the module and takes its bundles out; its tables and rows stay. */
    synchronized void uninstall(String id) {
        ModuleRow before = rows.find(id).orElseThrow(() -> new RefusedModuleException("module.absent"));
        rows.save(before.in(State.REMOVING));
        gate.close(id);
        try {
            use.awaitIdle(id, RUNNING_WORK);
            swap.uninstall(id);
            rows.save(new ModuleRow(id, State.AVAILABLE, "", "", "", ""));
            LOG.info("Module {} is out; its data stays", id);
        } catch (IllegalStateException e) {
            rows.save(before.failed(State.INSTALLED, "module.notOut", e.getMessage()));
            throw new RefusedModuleException("module.notOut", e);
        } finally {
            gate.open(id);
        }
    }

    /** Everything that can be done, and refused, while the old version works. */
    private List<Path> prepare(ModuleFile file, ModuleRow before, State ifRefused) {
        try {
            List<Path> bundles = unpackOwn(file);
            requireNone("module.entity", file.clashes(types));
            for (Path bundle : bundles) {
                SchemaSource.of(bundle).ifPresent(source -> new Migration(database).apply(source));
            }
            return bundles;
        } catch (RefusedModuleException e) {
            rows.save(before.failed(
                    ifRefused, e.messageKey(), Objects.toString(e.values().get("reason"), "")));
            throw e;
        } catch (IllegalStateException | UncheckedIOException e) {
            rows.save(before.failed(ifRefused, "module.refused", e.getMessage()));
            throw new RefusedModuleException("module.refused", e);
        }
    }

    /** @throws RefusedModuleException when a bundle is none, or is one of the product itself */
    private List<Path> unpackOwn(ModuleFile file) {
        List<Path> bundles = library.unpack(file);
        requireNone("module.core", swap.clashes(bundles));
        return bundles;
    }

    private static void requireNone(String messageKey, List<String> clashes) {
        if (!clashes.isEmpty()) {
            throw new RefusedModuleException(messageKey, Map.of("reason", String.join(", ", clashes)));
        }
    }

    private void exchange(ModuleFile file, List<Path> bundles) {
        gate.close(file.id());
        try {
            use.awaitIdle(file.id(), RUNNING_WORK);
            swap.uninstall(file.id());
            swap.install(file, bundles);
        } finally {
            gate.open(file.id());
        }
        presence.await(file, bundles, COMING_UP);
    }

    private void putBack(ModuleFile failed, Optional<ModuleFile> old) {
        try {
            if (old.isPresent()) {
                exchange(old.get(), library.unpack(old.get()));
            } else {
                takeOut(failed.id());
            }
        } catch (IllegalStateException e) {
            LOG.error("Module {} could not be put back", failed.id(), e);
        }
    }

    private void takeOut(String id) {
        gate.close(id);
        try {
            swap.uninstall(id);
        } finally {
            gate.open(id);
        }
    }

    /** Takes out what the database knows nothing of: it may be another one than before. */
    synchronized void takeOutUnwanted() {
        Set<String> unwanted = swap.installed();
        rows.all().values().stream().filter(row -> !row.hash().isEmpty()).forEach(row -> unwanted.remove(row.id()));
        unwanted.forEach(swap::uninstall);
    }

    /** Brings in what the database says is installed: after a start, a cleared cache, a new distribution. */
    synchronized void bringIn(String id) {
        rows.find(id).filter(row -> !row.hash().isEmpty()).ifPresent(this::bringIn);
    }

    private void bringIn(ModuleRow row) {
        String id = row.id();
        Optional<ModuleFile> file = library.exactly(id, row.hash()).or(() -> library.newest(id));
        if (file.isEmpty()) {
            rows.save(row.failed(State.FAILED, "module.fileGone", row.version()));
        } else if (!swap.isInstalled(file.get())) {
            swap.uninstall(id);
            install(file.get());
        } else {
            presence.await(file.get(), library.unpack(file.get()), COMING_UP);
            if (row.state() != State.INSTALLED) {
                rows.save(row.in(State.INSTALLED));
            }
        }
    }
}
