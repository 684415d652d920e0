package org.salacrm.core.module;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.module.Modules;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Rights;
import org.salacrm.core.module.ModuleRows.ModuleRow;

/** The modules at hand and their states, as the database and the files say; changes run as jobs. */
@Component
public class InstalledModules implements Modules {
    static final String PERMISSION = "module.install";

    private final ModuleChanges changes;
    private final Jobs jobs;
    private final Callers callers;
    private final Rights rights;

    @Activate
    public InstalledModules(
            @Reference ModuleChanges changes,
            @Reference Jobs jobs,
            @Reference Callers callers,
            @Reference Rights rights) {
        this.changes = changes;
        this.jobs = jobs;
        this.callers = callers;
        this.rights = rights;
    }

    @Override
    public List<Info> all() {
        Map<String, ModuleRow> rows = changes.rows().all();
        Map<String, Info> all = new LinkedHashMap<>();
        for (ModuleFile file : changes.library().all()) {
            all.computeIfAbsent(file.id(), id -> info(file, Optional.ofNullable(rows.get(id))));
        }
        return all.values().stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
    }

    private static Info info(ModuleFile newest, Optional<ModuleRow> row) {
        String installed = row.map(ModuleRow::version).orElse("");
        State state = row.map(ModuleRow::state).orElse(State.AVAILABLE);
        boolean newer = !installed.isEmpty()
                && (newest.version().compareTo(Version.parseVersion(installed)) > 0
                        || !newest.hash().equals(row.get().hash()));
        return new Info(
                newest.id(),
                newest.label(),
                newest.description(),
                installed,
                state == State.INSTALLED && newer ? State.UPGRADABLE : state,
                newest.version().toString(),
                row.map(ModuleRow::message).orElse(""),
                row.map(ModuleRow::reason).orElse(""));
    }

    @Override
    public Optional<Info> bringing(String entity) {
        return changes.library().all().stream()
                .filter(file -> file.entities().contains(entity))
                .findFirst()
                .map(file -> info(file, changes.rows().find(file.id())));
    }

    @Override
    public long install(String id) {
        mayChange();
        if (changes.library().newest(id).isEmpty()) {
            throw new RefusedModuleException("module.absent", Map.of("module", id));
        }
        return jobs.start(ModuleJobs.INSTALL, Map.of("module", id));
    }

    @Override
    public long uninstall(String id) {
        mayChange();
        if (changes.rows().find(id).filter(row -> !row.hash().isEmpty()).isEmpty()) {
            throw new RefusedModuleException("module.notInstalled", Map.of("module", id));
        }
        return jobs.start(ModuleJobs.UNINSTALL, Map.of("module", id));
    }

    @Override
    public String upload(String fileName, InputStream kar) {
        mayChange();
        return changes.take(kar).id();
    }

    private void mayChange() {
        if (!rights.permitted(callers.current(), PERMISSION)) {
            throw new ForbiddenException("module", "install");
        }
    }
}
