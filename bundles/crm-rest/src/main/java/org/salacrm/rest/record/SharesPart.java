package org.salacrm.rest.record;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.security.Shares;
import org.salacrm.api.security.Shares.Grants;
import org.salacrm.api.security.Shares.Share;
import org.salacrm.rest.Answers;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;

/** With whom a record is shared. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public final class SharesPart implements RecordPart {
    private final Shares shares;

    @Activate
    public SharesPart(@Reference Shares shares) {
        this.shares = shares;
    }

    @Override
    public String name() {
        return "shares";
    }

    @GET
    public Response get(@PathParam("entity") String entity, @PathParam("id") String id) {
        return shown(shares.of(entity, Wire.id(entity, id)));
    }

    @PUT
    public Response put(@PathParam("entity") String entity, @PathParam("id") String id, InputStream body)
            throws IOException {
        if (!(Json.read(body) instanceof List<?> list)) {
            throw new RefusedException(400, "value.wrong", Map.of("name", "shares"));
        }
        List<Share> saved = shares.save(
                entity,
                Wire.id(entity, id),
                list.stream().map(SharesPart::share).toList());
        return shown(saved);
    }

    private static Response shown(List<Share> shares) {
        return Answers.json(shares.stream().map(SharesPart::shape).toList());
    }

    private static Shape shape(Share share) {
        Shape principal = new Shape()
                .with("kind", share.kind())
                .id("id", share.principal())
                .with("label", share.label());
        return new Shape()
                .with("principal", principal)
                .with("read", share.grants().read())
                .with("write", share.grants().write())
                .with("delete", share.grants().delete())
                .with("append", share.grants().append())
                .some("until", share.until());
    }

    private static Share share(Object value) {
        Map<String, Object> map = Json.object(value);
        Map<String, Object> principal = Json.object(map.get("principal"));
        Grants grants = new Grants(flag(map, "read"), flag(map, "write"), flag(map, "delete"), flag(map, "append"));
        return new Share(
                String.valueOf(principal.get("kind")),
                Wire.id(String.valueOf(principal.get("id"))),
                "",
                grants,
                until(map.get("until")));
    }

    private static boolean flag(Map<String, Object> map, String name) {
        return Boolean.TRUE.equals(map.get(name));
    }

    private static Optional<Instant> until(Object value) {
        try {
            return value == null || value.equals("")
                    ? Optional.empty()
                    : Optional.of(Instant.parse(String.valueOf(value)));
        } catch (DateTimeParseException e) {
            throw new RefusedException(400, "value.wrong", Map.of("name", "until"));
        }
    }
}
