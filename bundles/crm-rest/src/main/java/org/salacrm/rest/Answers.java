package org.salacrm.rest;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32C;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.salacrm.rest.json.Json;

/** The kinds of answers that topics give. */
public final class Answers {

    private Answers() {}

    public static Response json(Object value) {
        return Response.ok(Json.bytes(value), MediaType.APPLICATION_JSON_TYPE).build();
    }

    public static Response created(Object value) {
        return Response.status(201)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.bytes(value))
                .build();
    }

    public static Response nothing() {
        return Response.noContent().build();
    }

    /** A job does it. */
    public static Response job(long job) {
        return Response.status(202)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.bytes(Map.of("job", Long.toString(job))))
                .build();
    }

    /** The body with its tag, or 304 when the client has it already. */
    public static Response tagged(Tagged body, String ifNoneMatch) {
        Response.ResponseBuilder answer = body.tag().equals(ifNoneMatch)
                ? Response.notModified()
                : Response.ok(body.json(), MediaType.APPLICATION_JSON_TYPE);
        return answer.header("ETag", body.tag())
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    /** JSON with the tag by which a client asks whether it changed. */
    public record Tagged(byte[] json, String tag) {

        public static Tagged of(Object value) {
            byte[] json = Json.bytes(value);
            CRC32C first = new CRC32C();
            first.update(json);
            return new Tagged(
                    json,
                    "\"" + Integer.toHexString(json.length) + "-" + Long.toHexString(first.getValue()) + "-"
                            + Integer.toHexString(new String(json, StandardCharsets.UTF_8).hashCode()) + "\"");
        }
    }
}
