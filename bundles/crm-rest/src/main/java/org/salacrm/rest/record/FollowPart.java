package org.salacrm.rest.record;

import javax.ws.rs.DELETE;
import javax.ws.rs.PUT;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.alert.Follows;
import org.salacrm.rest.Answers;

/** The caller follows a record, or stops doing so. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public final class FollowPart implements RecordPart {
    private final Follows follows;

    @Activate
    public FollowPart(@Reference Follows follows) {
        this.follows = follows;
    }

    @Override
    public String name() {
        return "follow";
    }

    @PUT
    public Response begin(@PathParam("entity") String entity, @PathParam("id") String id) {
        return set(entity, id, true);
    }

    @DELETE
    public Response end(@PathParam("entity") String entity, @PathParam("id") String id) {
        return set(entity, id, false);
    }

    private Response set(String entity, String id, boolean on) {
        follows.set(entity, Wire.id(entity, id), on);
        return Answers.nothing();
    }
}
