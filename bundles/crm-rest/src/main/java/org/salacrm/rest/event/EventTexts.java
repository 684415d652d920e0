package org.salacrm.rest.event;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.event.Live.Message;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.rest.job.JobShapes;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;

/** Messages as they go over the line. */
@Component(service = EventTexts.class)
public final class EventTexts {
    private final Callers callers;
    private final JobShapes shapes;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    @Activate
    public EventTexts(@Reference Callers callers, @Reference JobShapes shapes) {
        this.callers = callers;
        this.shapes = shapes;
    }

    /** For use without a framework. */
    public EventTexts(Callers callers, JobShapes shapes, Jobs jobs) {
        this(callers, shapes);
        this.jobs = jobs;
    }

    byte[] of(Message message, Caller caller) {
        Shape body = new Shape();
        body.putAll(message.body());
        if (EventGate.isOfRecord(message)) {
            body.remove("owner");
            body.remove("team");
            EventGate.number(body, "id").ifPresent(id -> body.id("id", id));
        }
        if (message.type().equals("job")) {
            EventGate.number(body, "id").flatMap(id -> job(id, caller)).ifPresent(job -> {
                body.clear();
                body.putAll(job);
            });
        }
        return line(message.type(), Json.text(body));
    }

    /** A job is told whole, in the words of whoever hears it. */
    private Optional<Shape> job(long id, Caller caller) {
        Jobs now = jobs;
        return now == null
                ? Optional.empty()
                : callers.as(caller, () -> now.find(id)).map(job -> shapes.of(job, caller.language()));
    }

    static byte[] line(String type, String json) {
        return ("event: " + type + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
