package org.salacrm.core.export;

import java.io.InputStream;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.export.Exports;
import org.salacrm.api.job.Jobs;

/** The door to exports: at once, or by a job whose file waits to be fetched. */
@Component
public final class StoredExports implements Exports {
    private final ListExports lists;
    private final Jobs jobs;
    private final ExportFiles files;

    @Activate
    public StoredExports(@Reference ListExports lists, @Reference Jobs jobs, @Reference ExportFiles files) {
        this.lists = lists;
        this.jobs = jobs;
        this.files = files;
    }

    @Override
    public Writing prepare(Wish wish) {
        return lists.prepare(wish);
    }

    @Override
    public long start(Wish wish) {
        lists.prepare(wish); // a refusal is told to the person, not to the job
        return jobs.start(ExportJob.KIND, ExportJob.parameters(wish));
    }

    @Override
    public Optional<InputStream> written(String file) {
        return files.open(file);
    }
}
