package org.salacrm.rest.job;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.job.JobState;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.Sentences;

/** Jobs as answers and events show them. */
@Component(service = JobShapes.class)
public final class JobShapes {
    private final Sentences sentences;

    @Activate
    public JobShapes(@Reference Sentences sentences) {
        this.sentences = sentences;
    }

    public Shape of(JobState job, String language) {
        Shape shape = new Shape()
                .id("id", job.id())
                .with("kind", job.kind())
                .with("label", sentences.text("job." + job.kind() + ".label"))
                .id("user", job.user())
                .with("state", job.state())
                .with("done", job.done());
        if (job.total() > 0) {
            shape.with("total", job.total());
        }
        shape.some("result", job.result());
        if (!job.messageKey().isEmpty()) {
            shape.with("message", sentences.format(language, job.messageKey(), job.result()));
        }
        return shape.with("startedAt", job.startedAt());
    }
}
