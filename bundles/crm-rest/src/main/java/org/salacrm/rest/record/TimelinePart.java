package org.salacrm.rest.record;

import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.ws.rs.GET;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.History;
import org.salacrm.rest.json.Columns;

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
    public Response timeline(@PathParam("entity") String entity, @PathParam("id") String id, @Context UriInfo address) {
        return Slices.json(history.timeline(entity, Wire.id(entity, id), wish(address)), happenings::happening);
    }

    private static History.Wish wish(UriInfo address) {
        MultivaluedMap<String, String> asked = address.getQueryParameters();
        Function<String, String> value = name -> Objects.requireNonNullElse(asked.getFirst(name), "");
        String person = value.apply("person");
        return new History.Wish(
                value.apply("after"),
                Set.copyOf(Columns.list(value.apply("kinds"))),
                person.isEmpty() ? 0 : Wire.id("user", person),
                value.apply("text"));
    }
}
