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

/** What was done to a record. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public final class HistoryPart implements RecordPart {
    private final History history;
    private final Happenings happenings;

    @Activate
    public HistoryPart(@Reference History history, @Reference Happenings happenings) {
        this.history = history;
        this.happenings = happenings;
    }

    @Override
    public String name() {
        return "history";
    }

    @GET
    public Response history(
            @PathParam("entity") String entity,
            @PathParam("id") String id,
            @QueryParam("after") @DefaultValue("") String after) {
        return Slices.json(history.of(entity, Wire.id(entity, id), after), entry -> happenings.entry(entity, entry));
    }
}
