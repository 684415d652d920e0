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
        return tagged(body, ifNoneMatch, MediaType.APPLICATION_JSON);
    }

    public static Response tagged(Tagged body, String ifNoneMatch, String type) {
        Response.ResponseBuilder answer =
                body.tag().equals(ifNoneMatch) ? Response.notModified() : Response.ok(body.bytes(), type);
        return answer.header("ETag", body.tag())
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    /** A body with the tag by which a client asks whether it changed. */
    public record Tagged(byte[] bytes, String tag) {

        public static Tagged of(Object value) {
            return of(Json.bytes(value));
        }

        public static Tagged of(byte[] bytes) {
            CRC32C first = new CRC32C();
            first.update(bytes);
            return new Tagged(
                    bytes,
                    "\"" + Integer.toHexString(bytes.length) + "-" + Long.toHexString(first.getValue()) + "-"
                            + Integer.toHexString(new String(bytes, StandardCharsets.UTF_8).hashCode()) + "\"");
        }
    }
}
