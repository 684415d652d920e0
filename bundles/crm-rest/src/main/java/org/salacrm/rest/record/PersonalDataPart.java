package org.salacrm.rest.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.privacy.PersonalData;
import org.salacrm.rest.Answers;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;

/** Everything known of a person as one file, what would become of it were he erased, and erasing him. */
@Component
public final class PersonalDataPart implements RecordPart {
    private final PersonalData data;
    private final Jobs jobs;

    @Activate
    public PersonalDataPart(@Reference PersonalData data, @Reference Jobs jobs) {
        this.data = data;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "personal-data";
    }

    @GET
    public Response file(@PathParam("entity") String entity, @PathParam("id") String record) {
        PersonalData.Collected known = data.of(entity, Wire.id(entity, record));
        StreamingOutput file = known::to;
        return Response.ok(file, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + entity + "-" + record + ".zip\"")
                .build();
    }

    @GET
    @Path("erasure")
    @Produces(MediaType.APPLICATION_JSON)
    public Response fates(@PathParam("entity") String entity, @PathParam("id") String record) {
        List<Shape> fates = data.fates(entity, Wire.id(entity, record)).stream()
                .map(fate -> new Shape()
                        .with("entity", fate.entity())
                        .with("records", fate.records())
                        .with("way", fate.way())
                        .some("why", fate.why()))
                .toList();
        return Answers.json(new Shape().with("fates", fates));
    }

    @POST
    @Path("erasure")
    @Produces(MediaType.APPLICATION_JSON)
    public Response erase(@PathParam("entity") String entity, @PathParam("id") String record, InputStream body)
            throws IOException {
        Object reason = Json.object(body).getOrDefault("reason", "");
        String id = Long.toString(Wire.id(entity, record));
        return Answers.job(jobs.start("erase", Map.of("entity", entity, "id", id, "reason", reason)));
    }
}
