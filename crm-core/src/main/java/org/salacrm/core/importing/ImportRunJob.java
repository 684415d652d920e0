package org.salacrm.core.importing;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.job.JobKind;

/** The job that imports the rows of a file. */
@Component(service = JobKind.class)
public class ImportRunJob extends ImportWork {

    @Activate
    public ImportRunJob(@Reference ImportServices services) {
        super(RUN, services);
    }
}
