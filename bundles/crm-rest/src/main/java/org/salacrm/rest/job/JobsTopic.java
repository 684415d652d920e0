package org.salacrm.rest.job;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.export.Exports;
import org.salacrm.api.job.JobState;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Call;
import org.salacrm.rest.Headers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.record.ExportPart;
import org.salacrm.rest.record.Wire;

/** Work in the background: how far it is, and stopping it. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class JobsTopic implements Topic {
    private static final int RECENT = 50;

    private final Jobs jobs;
    private final JobShapes shapes;
    private final Exports exports;

    @Activate
    public JobsTopic(@Reference Jobs jobs, @Reference JobShapes shapes, @Reference Exports exports) {
        this.exports = exports;
        this.jobs = jobs;
        this.shapes = shapes;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @GET
    public Response recent(@QueryParam("of") String of, @Context HttpServletRequest request) {
        String language = Call.of(request).language();
        List<Shape> recent = jobs.recent("all".equals(of), RECENT).stream()
                .map(job -> shapes.of(job, language))
                .toList();
        return Answers.json(Map.of("items", recent));
    }

    @GET
    @Path("{id}")
    public Response job(@PathParam("id") String id, @Context HttpServletRequest request) {
        return Answers.json(shapes.of(find(id), Call.of(request).language()));
    }

    @DELETE
    @Path("{id}")
    public Response cancel(@PathParam("id") String id) {
        jobs.cancel(find(id).id());
        return Answers.nothing();
    }

    /** What a job has written; nobody but who started it, and administrators, find the job. */
    @GET
    @Path("{id}/file")
    public Response file(@PathParam("id") String id) {
        JobState job = find(id);
        String file = String.valueOf(job.result().getOrDefault("file", ""));
        InputStream written = (file.isEmpty() ? Optional.<InputStream>empty() : exports.written(file))
                .orElseThrow(() -> new AbsentRecordException("job", job.id()));
        StreamingOutput body = out -> {
            try (written) {
                written.transferTo(out);
            }
        };
        String name = String.valueOf(job.result().get("name"));
        String type = ExportPart.TYPES.getOrDefault(
                name.substring(name.lastIndexOf('.') + 1), MediaType.APPLICATION_OCTET_STREAM);
        return Response.ok(body, type)
                .header("Content-Disposition", Headers.attachment(name))
                .build();
    }

    private JobState find(String id) {
        long number = Wire.id("job", id);
        return jobs.find(number).orElseThrow(() -> new AbsentRecordException("job", number));
    }
}
