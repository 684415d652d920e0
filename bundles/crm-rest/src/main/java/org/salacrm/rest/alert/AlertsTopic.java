package org.salacrm.rest.alert;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.alert.AlertChoices;
import org.salacrm.api.alert.Alerts;
import org.salacrm.api.alert.Invitations;
import org.salacrm.api.record.Slice;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;
import org.salacrm.rest.record.Wire;

/** What the user was told, his answers, and how he wishes to be told. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class AlertsTopic implements Topic {
    private static final int MOST = 1000;

    private final Alerts alerts;
    private final AlertChoices choices;
    private final Invitations invitations;

    @Activate
    public AlertsTopic(@Reference Alerts alerts, @Reference AlertChoices choices, @Reference Invitations invitations) {
        this.alerts = alerts;
        this.choices = choices;
        this.invitations = invitations;
    }

    @Override
    public String name() {
        return "alerts";
    }

    @GET
    public Response list(
            @QueryParam("which") @DefaultValue("all") String which,
            @QueryParam("after") @DefaultValue("") String after) {
        Slice<Alerts.Alert> slice = alerts.list(which, after);
        return Answers.json(new Shape()
                .with("unread", alerts.unread())
                .with("alerts", slice.items().stream().map(AlertShapes::of).toList())
                .with("next", slice.next()));
    }

    /** Marks those named, or all. */
    @POST
    @Path("read")
    public Response read(InputStream body) throws IOException {
        Map<String, Object> given = Json.object(body);
        boolean all = is(given, "all", false);
        if (!all && !given.containsKey("ids")) {
            throw new RefusedException(400, "value.wrong", Map.of("name", "ids"));
        }
        Set<Long> ids = ids(given);
        boolean read = is(given, "read", true);
        if (all || !ids.isEmpty()) {
            alerts.read(all ? Set.of() : ids, read);
        }
        return Answers.nothing();
    }

    @POST
    @Path("snooze")
    public Response snooze(InputStream body) throws IOException {
        Map<String, Object> given = Json.object(body);
        alerts.snooze(ids(given), instant(given.get("until")));
        return Answers.nothing();
    }

    /** The caller's answer to an invitation. */
    @POST
    @Path("invitations/{activity}")
    public Response answer(@PathParam("activity") String activity, InputStream body) throws IOException {
        Object answer = Json.object(body).get("answer");
        invitations.answer(Wire.id("activity", activity), String.valueOf(answer));
        return Answers.nothing();
    }

    @GET
    @Path("choice")
    public Response choice() {
        return Answers.json(AlertShapes.of(choices.mine()));
    }

    @PUT
    @Path("choice")
    public Response choose(InputStream body) throws IOException {
        choices.mine(Json.object(body));
        return choice();
    }

    @GET
    @Path("choice/company")
    public Response companyChoice() {
        return Answers.json(AlertShapes.of(choices.company()));
    }

    @PUT
    @Path("choice/company")
    public Response chooseForCompany(InputStream body) throws IOException {
        choices.company(Json.object(body));
        return companyChoice();
    }

    private static boolean is(Map<String, Object> given, String name, boolean usual) {
        if (!(given.getOrDefault(name, usual) instanceof Boolean said)) {
            throw new RefusedException(400, "value.wrong", Map.of("name", name));
        }
        return said;
    }

    private static Set<Long> ids(Map<String, Object> given) {
        Object ids = given.getOrDefault("ids", List.of());
        if (!(ids instanceof List<?> list)
                || list.size() > MOST
                || !list.stream().allMatch(String.class::isInstance)) {
            throw new RefusedException(400, "value.wrong", Map.of("name", "ids"));
        }
        return list.stream().map(id -> Wire.id((String) id)).collect(Collectors.toSet());
    }

    private static Instant instant(Object value) {
        try {
            return Instant.parse(String.valueOf(value));
        } catch (DateTimeParseException e) {
            throw new RefusedException(400, "value.wrong", Map.of("name", "until"));
        }
    }
}
