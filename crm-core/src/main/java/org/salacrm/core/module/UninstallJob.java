package org.salacrm.core.module;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.job.JobKind;

/** The job that takes a module out and keeps its data. */
@Component(service = JobKind.class)
public class UninstallJob extends ModuleJobs {

    @Activate
    public UninstallJob(@Reference ModuleChanges changes) {
        super(UNINSTALL, changes);
    }
}
