package org.salacrm.core.module;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.job.JobKind;

/** The job that installs or upgrades a module. */
@Component(service = JobKind.class)
public class InstallJob extends ModuleJobs {

    @Activate
    public InstallJob(@Reference ModuleChanges changes) {
        super(INSTALL, changes);
    }
}
