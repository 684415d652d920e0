package org.salacrm.rest.file;

import java.io.InputStream;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.file.Files;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Headers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.record.Wire;

/**
 * Hands files out to be saved, never to be run in the product's own name. Only what is a PDF by its content is shown in
 * a frame when asked for; a picture shows as an image whatever this says.
 */
@Component
@Path("/")
public final class FilesTopic implements Topic {
    private static final String PDF = "application/pdf";

    private final Files files;

    @Activate
    public FilesTopic(@Reference Files files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "files";
    }

    @GET
    @Path("{id}")
    public Response download(
            @PathParam("id") String id, @QueryParam("show") boolean show, @Context HttpServletResponse response) {
        long number = Wire.id("file", id);
        Files.Stored file = files.find(number).orElseThrow(() -> new AbsentRecordException("file", number));
        StreamingOutput body = out -> {
            try (InputStream in = files.open(number)) {
                in.transferTo(out);
            }
        };
        boolean shown = show && file.type().equals(PDF);
        if (shown) {
            Headers.allowFrame(response);
        }
        return Response.ok(body, file.type().isEmpty() ? "application/octet-stream" : file.type())
                .header("Content-Length", file.size())
                .header(
                        "Content-Disposition",
                        (shown ? "inline" : "attachment") + "; filename*=UTF-8''" + Headers.encoded(file.name()))
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id) {
        files.remove(Wire.id("file", id));
        return Answers.nothing();
    }
}
