package org.salacrm.rest.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.ws.rs.DELETE;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.Notes;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Json;

/** One note: written anew or taken back by its author, kept in view by whoever may add to the record. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class NotesTopic implements Topic {
    private final Notes notes;

    @Activate
    public NotesTopic(@Reference Notes notes) {
        this.notes = notes;
    }

    @Override
    public String name() {
        return "notes";
    }

    @PATCH
    @Path("{id}")
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, InputStream body)
            throws IOException {
        long note = Wire.id("note", id);
        Map<String, Object> given = Json.object(body);
        if (given.get("pinned") instanceof Boolean on) {
            return Answers.json(NoteShapes.shape(notes.pin(note, on)));
        }
        NoteShapes.Written written = NoteShapes.Written.of(given);
        try {
            notes.change(note, Wire.optionalMoment(ifMatch), written.text(), written.mentioned());
        } catch (StaleRecordException e) {
            throw new StaleNoteException(NoteShapes.shape(notes.one(note)));
        }
        return Answers.json(NoteShapes.written(notes, note));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id) {
        notes.remove(Wire.id("note", id));
        return Answers.nothing();
    }
}
