package org.salacrm.rest.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.calendar.Series;
import org.salacrm.api.calendar.Series.Time;
import org.salacrm.api.record.Records.Saved;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;
import org.salacrm.rest.record.Wire;

/** Single times of activities that come back. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class SeriesTopic implements Topic {
    private final Series series;

    @Activate
    public SeriesTopic(@Reference Series series) {
        this.series = series;
    }

    @Override
    public String name() {
        return "series";
    }

    @PATCH
    @Path("{id}/{day}")
    public Response change(
            @PathParam("id") String id,
            @PathParam("day") String day,
            @QueryParam("onwards") @DefaultValue("false") boolean onwards,
            @HeaderParam("If-Match") String ifMatch,
            InputStream body)
            throws IOException {
        Map<String, Object> values = Wire.values(Json.object(body));
        Saved saved = series.change(time(id, day, onwards, ifMatch), values);
        return Answers.json(
                new Shape().with("entity", saved.entity()).id("id", saved.id()).with("version", saved.version()));
    }

    @DELETE
    @Path("{id}/{day}")
    public Response drop(
            @PathParam("id") String id,
            @PathParam("day") String day,
            @QueryParam("onwards") @DefaultValue("false") boolean onwards,
            @HeaderParam("If-Match") String ifMatch) {
        series.drop(time(id, day, onwards, ifMatch));
        return Answers.nothing();
    }

    private static Time time(String id, String day, boolean onwards, String ifMatch) {
        try {
            return new Time(Wire.id("activity", id), Wire.version(ifMatch), LocalDate.parse(day), onwards);
        } catch (DateTimeParseException e) {
            throw new RefusedException(400, "value.wrong", Map.of("name", "day"));
        }
    }
}
