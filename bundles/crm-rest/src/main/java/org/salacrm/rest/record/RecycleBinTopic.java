package org.salacrm.rest.record;

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
import org.salacrm.api.record.Records;
import org.salacrm.api.record.RecycleBin;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Shape;

/** Deleted records, and the way back. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class RecycleBinTopic implements Topic {
    private final RecycleBin bin;
    private final Records records;

    @Activate
    public RecycleBinTopic(@Reference RecycleBin bin, @Reference Records records) {
        this.bin = bin;
        this.records = records;
    }

    @Override
    public String name() {
        return "recycle-bin";
    }

    @GET
    public Response list(@QueryParam("after") @DefaultValue("") String after) {
        return Slices.json(bin.entries(after), entry -> new Shape()
                .id("id", entry.id())
                .with("entity", entry.entity())
                .with("label", entry.label())
                .with("at", entry.at())
                .with("by", Slices.person(entry.by())));
    }

    @POST
    @Path("{id}/restore")
    public Response restore(@PathParam("id") String id) {
        Records.Saved saved = records.restore(Wire.id("recycle-bin", id));
        return Answers.json(new Shape().with("entity", saved.entity()).id("id", saved.id()));
    }
}
