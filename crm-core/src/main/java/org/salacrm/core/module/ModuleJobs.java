package org.salacrm.core.module;

import java.util.Map;
import org.salacrm.api.job.JobKind;

/** A job that changes a module. */
class ModuleJobs implements JobKind {
    static final String INSTALL = "module.install";
    static final String UNINSTALL = "module.uninstall";

    private final String kind;
    private final ModuleChanges changes;

    ModuleJobs(String kind, ModuleChanges changes) {
        this.kind = kind;
        this.changes = changes;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Map<String, Object> run(Map<String, Object> parameters, Progress progress) {
        String id = String.valueOf(parameters.get("module"));
        if (kind.equals(UNINSTALL)) {
            changes.uninstall(id);
        } else {
            changes.install(changes.library()
                    .newest(id)
                    .orElseThrow(() -> new RefusedModuleException("module.absent", Map.of("module", id))));
        }
        return Map.of("module", id);
    }
}
