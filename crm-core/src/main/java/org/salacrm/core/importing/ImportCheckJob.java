package org.salacrm.core.importing;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.job.JobKind;

/** The job that checks every row of a file and writes nothing. */
@Component(service = JobKind.class)
public class ImportCheckJob extends ImportWork {

    @Activate
    public ImportCheckJob(@Reference ImportServices services) {
        super(CHECK, services);
    }
}
