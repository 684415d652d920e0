package org.salacrm.rest.record;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.RecycleBin;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;

/** Deleted records, and the way back. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class RecycleBinTopic implements Topic {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final RecycleBin bin;
    private final Records records;

    @Activate
    public RecycleBinTopic(@Reference RecycleBin bin, @Reference Records records) {
        this.bin = bin;
        this.records = records;
    }

    @Override
    public String name() {
        return "recycle-bin";
    }

    @GET
    public Response list(@Context HttpServletRequest request) {
        return Slices.json(bin.entries(wish(request)), entry -> new Shape()
                .id("id", entry.id())
                .with("entity", entry.entity())
                .with("label", entry.label())
                .with("at", entry.at())
                .with("by", Slices.person(entry.by())));
    }

    /** What is looked for, as an address says it. */
    private static RecycleBin.Wish wish(HttpServletRequest request) {
        String by = word(request, "by");
        return new RecycleBin.Wish(
                word(request, "text"),
                word(request, "entity"),
                by.isEmpty() ? 0 : Wire.id("user", by),
                day(request, "from"),
                day(request, "until"),
                word(request, "after"));
    }

    private static String word(HttpServletRequest request, String name) {
        String given = request.getParameter(name);
        return given == null ? "" : given;
    }

    private static Optional<LocalDate> day(HttpServletRequest request, String name) {
        String given = word(request, name);
        try {
            Optional<LocalDate> day = given.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(given));
            if (day.filter(one -> one.getYear() < FIRST_YEAR || one.getYear() > LAST_YEAR)
                    .isEmpty()) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw new RefusedException(400, "value.wrong", Map.of("name", name));
        }
        throw new RefusedException(400, "value.wrong", Map.of("name", name));
    }

    @POST
    @Path("{id}/restore")
    public Response restore(@PathParam("id") String id) {
        Records.Saved saved = records.restore(Wire.id("recycle-bin", id));
        return Answers.json(new Shape().with("entity", saved.entity()).id("id", saved.id()));
    }
}
