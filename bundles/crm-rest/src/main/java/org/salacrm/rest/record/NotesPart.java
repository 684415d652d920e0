package org.salacrm.rest.record;

import java.io.IOException;
import java.io.InputStream;
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
import org.salacrm.api.record.Slice;
import org.salacrm.rest.Answers;

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
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("pinned") boolean pinned) {
        long record = Wire.id(entity, id);
        Slice<Notes.Note> slice =
                pinned ? new Slice<>(notes.pinned(entity, record), "") : notes.of(entity, record, after);
        return Slices.json(slice, NoteShapes::shape);
    }

    @POST
    public Response add(@PathParam("entity") String entity, @PathParam("id") String id, InputStream body)
            throws IOException {
        NoteShapes.Written written = NoteShapes.Written.read(body);
        long record = Wire.id(entity, id);
        Notes.Note made = notes.add(entity, record, written.text(), written.mentioned());
        return Answers.created(NoteShapes.written(notes, made.id()));
    }
}
