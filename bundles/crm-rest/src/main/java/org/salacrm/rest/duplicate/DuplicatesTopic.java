package org.salacrm.rest.duplicate;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.duplicate.Duplicates;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;
import org.salacrm.rest.record.Wire;

/** Records that may be the same: while one is written, and over all that is there. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class DuplicatesTopic implements Topic {
    private static final int MOST_GROUPS = 100;
    private static final int MOST_SCORE = 100;

    private final Duplicates duplicates;

    @Activate
    public DuplicatesTopic(@Reference Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    @Override
    public String name() {
        return "duplicates";
    }

    @POST
    @Path("check")
    public Response check(InputStream body) throws IOException {
        Map<String, Object> asked = Json.object(body);
        long except = asked.get("id") == null ? 0 : Wire.id(String.valueOf(asked.get("id")));
        Map<String, Object> values = Wire.values(Json.object(asked.getOrDefault("values", Map.of())));
        return Answers.json(Map.of("matches", shapes(duplicates.check(entity(asked), except, values))));
    }

    @POST
    @Path("search")
    public Response search(InputStream body) throws IOException {
        Map<String, Object> asked = Json.object(body);
        return Answers.job(duplicates.search(entity(asked), texts(asked, "fields"), sharpness(asked)));
    }

    @GET
    @Path("{search}/groups")
    public Response groups(
            @PathParam("search") String search,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        requireLimit(limit);
        String place = after.isEmpty() ? "" : String.valueOf(Wire.id(after));
        Duplicates.Found found = duplicates.found(Wire.id("search", search), place, limit);
        List<Shape> groups = found.groups().stream()
                .map(group -> new Shape()
                        .with("score", group.score())
                        .with("reasons", group.reasons())
                        .with("records", shapes(group.records())))
                .toList();
        return Answers.json(new Shape()
                .with("entity", found.entity())
                .with("groups", groups)
                .with("next", found.next()));
    }

    @POST
    @Path("different")
    public Response different(InputStream body) throws IOException {
        Map<String, Object> asked = Json.object(body);
        duplicates.differ(
                entity(asked), texts(asked, "ids").stream().map(Wire::id).toList());
        return Answers.nothing();
    }

    @GET
    @Path("different")
    public Response judged(
            @QueryParam("entity") @DefaultValue("") String entity,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        requireLimit(limit);
        Duplicates.Judged judged = duplicates.judged(entity, after, limit);
        List<Shape> groups = judged.judgements().stream()
                .map(one -> new Shape().with("at", one.at()).with("records", shapes(one.records())))
                .toList();
        return Answers.json(new Shape().with("groups", groups).with("next", judged.next()));
    }

    @DELETE
    @Path("different")
    public Response same(
            @QueryParam("entity") @DefaultValue("") String entity, @QueryParam("ids") @DefaultValue("") String ids) {
        duplicates.resemble(entity, Stream.of(ids.split(",")).map(Wire::id).toList());
        return Answers.nothing();
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST_GROUPS) {
            throw new RefusedException(400, "value.wrong", Map.of("name", "limit"));
        }
    }

    private static int sharpness(Map<String, Object> asked) {
        Object given = asked.get("sharpness");
        if (given == null) {
            return -1;
        }
        if (given instanceof Integer least && least >= 0 && least <= MOST_SCORE) {
            return least;
        }
        throw new MalformedQueryException("sharpness", "must be a whole number from 0 to " + MOST_SCORE);
    }

    private static String entity(Map<String, Object> asked) {
        return String.valueOf(asked.getOrDefault("entity", ""));
    }

    private static List<String> texts(Map<String, Object> asked, String name) {
        Object given = asked.getOrDefault(name, List.of());
        if (given instanceof List<?> all) {
            return all.stream().map(String::valueOf).toList();
        }
        throw new MalformedQueryException(name, "must be a list");
    }

    /** What may not be read has no id and no title: only whom to ask. */
    private static List<Shape> shapes(List<Duplicates.Match> matches) {
        return matches.stream()
                .map(match -> {
                    Shape shape = new Shape().with("owner", match.owner());
                    if (match.score() > 0) {
                        shape.with("score", match.score()).with("reasons", match.reasons());
                    }
                    return match.id() == 0 ? shape : shape.id("id", match.id()).with("title", match.title());
                })
                .toList();
    }
}
