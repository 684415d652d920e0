package org.salacrm.rest.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.Notes;
import org.salacrm.rest.Answers;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;

/** Notes kept with a record. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public final class NotesPart implements RecordPart {
    private final Notes notes;

    @Activate
    public NotesPart(@Reference Notes notes) {
        this.notes = notes;
    }

    @Override
    public String name() {
        return "notes";
    }

    @GET
    public Response list(
            @PathParam("entity") String entity,
            @PathParam("id") String id,
            @QueryParam("after") @DefaultValue("") String after) {
        return Slices.json(notes.of(entity, Wire.id(entity, id), after), NotesPart::shape);
    }

    @POST
    public Response add(@PathParam("entity") String entity, @PathParam("id") String id, InputStream body)
            throws IOException {
        if (!(Json.object(body).get("text") instanceof String text)) {
            throw new RefusedException(400, "value.text", Map.of("name", "text"));
        }
        return Answers.created(shape(notes.add(entity, Wire.id(entity, id), text)));
    }

    private static Shape shape(Notes.Note note) {
        return new Shape()
                .id("id", note.id())
                .with("text", note.text())
                .with("at", note.at())
                .with("by", Slices.person(note.by()));
    }
}
