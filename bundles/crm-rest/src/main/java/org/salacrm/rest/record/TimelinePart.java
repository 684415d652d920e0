package org.salacrm.rest.record;

import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.History;

/** What happened and will happen around a record. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public final class TimelinePart implements RecordPart {
    private final History history;
    private final Happenings happenings;

    @Activate
    public TimelinePart(@Reference History history, @Reference Happenings happenings) {
        this.history = history;
        this.happenings = happenings;
    }

    @Override
    public String name() {
        return "timeline";
    }

    @GET
    public Response timeline(
            @PathParam("entity") String entity,
            @PathParam("id") String id,
            @QueryParam("after") @DefaultValue("") String after) {
        return Slices.json(history.timeline(entity, Wire.id(entity, id), after), happenings::happening);
    }
}
