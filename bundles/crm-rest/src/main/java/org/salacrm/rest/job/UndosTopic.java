package org.salacrm.rest.job;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.Consumes;
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
import org.salacrm.api.job.Undos;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.record.Happenings;
import org.salacrm.rest.record.Wire;

/** Taking back what was done to many records: how it stands, what was left, and putting that back all the same. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class UndosTopic implements Topic {
    private static final int PIECE = 100;

    private final Undos undos;
    private final Happenings happenings;

    @Activate
    public UndosTopic(@Reference Undos undos, @Reference Happenings happenings) {
        this.undos = undos;
        this.happenings = happenings;
    }

    @Override
    public String name() {
        return "undos";
    }

    @GET
    @Path("{id}")
    public Response state(@PathParam("id") String id) {
        Undos.State state = undos.get(number(id));
        return Answers.json(new Shape()
                .id("id", state.undo())
                .with("until", state.until())
                .with("steps", state.steps())
                .with("undone", state.undone()));
    }

    @GET
    @Path("{id}/left")
    public Response left(@PathParam("id") String id, @QueryParam("after") @DefaultValue("0") String after) {
        List<Undos.Left> left = undos.left(number(id), Wire.id("undo", after), PIECE + 1);
        List<Undos.Left> piece = left.subList(0, Math.min(PIECE, left.size()));
        Shape shape = new Shape().with("items", piece.stream().map(this::shape).toList());
        return Answers.json(
                left.size() > PIECE ? shape.id("next", piece.get(PIECE - 1).step()) : shape);
    }

    private Shape shape(Undos.Left left) {
        return new Shape()
                .id("step", left.step())
                .with("entity", left.entity())
                .id("record", left.record())
                .with("label", left.label())
                .with("verb", left.verb())
                .some("by", left.by().map(by -> new Shape().id("id", by.id()).with("label", by.label())))
                .some("at", left.at())
                .with(
                        "fields",
                        left.fields().stream()
                                .map(field -> happenings.left(left.entity(), field))
                                .toList());
    }

    @POST
    @Path("{id}")
    public Response start(@PathParam("id") String id) {
        return Answers.job(undos.start(number(id)));
    }

    @POST
    @Path("{id}/insist")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response insist(@PathParam("id") String id, InputStream body) throws IOException {
        List<Undos.Choice> choices = new ArrayList<>();
        if (Json.object(body).get("items") instanceof List<?> items) {
            items.forEach(item -> choices.add(choice(item)));
        }
        return Answers.job(undos.insist(number(id), choices));
    }

    private static Undos.Choice choice(Object item) {
        Map<?, ?> given = item instanceof Map<?, ?> map ? map : Map.of();
        Set<String> fields = new LinkedHashSet<>();
        if (given.get("fields") instanceof List<?> names) {
            names.forEach(name -> fields.add(String.valueOf(name)));
        }
        return new Undos.Choice(Wire.id("undo", String.valueOf(given.get("step"))), fields);
    }

    private static long number(String id) {
        return Wire.id("undo", id);
    }
}
