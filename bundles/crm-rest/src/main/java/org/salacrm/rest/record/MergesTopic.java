package org.salacrm.rest.record;

import java.util.OptionalLong;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Merges;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Shape;

/** What was merged: the way back, and where old links lead. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class MergesTopic implements Topic {
    private final Merges merges;

    @Activate
    public MergesTopic(@Reference Merges merges) {
        this.merges = merges;
    }

    @Override
    public String name() {
        return "merges";
    }

    @POST
    @Path("{id}/undo")
    public Response undo(@PathParam("id") String id) {
        return Answers.json(new Shape()
                .with(
                        "changed",
                        merges.undo(Wire.id("merge", id)).stream()
                                .map(one -> new Shape()
                                        .with("entity", one.entity())
                                        .id("id", one.id())
                                        .with("field", one.field()))
                                .toList()));
    }

    @GET
    public Response recent(@QueryParam("entity") @DefaultValue("") String entity, @QueryParam("id") String id) {
        return Answers.json(new Shape()
                .with(
                        "items",
                        merges.recent(entity, Wire.id(entity, String.valueOf(id))).stream()
                                .map(one -> new Shape()
                                        .id("merge", one.merge())
                                        .with("at", one.at())
                                        .with("went", one.went()))
                                .toList()));
    }

    @GET
    @Path("{entity}/{id}")
    public Response into(@PathParam("entity") String entity, @PathParam("id") String id) {
        long gone = Wire.id(entity, id);
        OptionalLong into = merges.into(entity, gone);
        return Answers.json(new Shape().id("id", into.orElseThrow(() -> new AbsentRecordException(entity, gone))));
    }
}
