package org.salacrm.rest.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.calendar.Feeds;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Answers.Tagged;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;

/** Calendars for other programs, by addresses that are secrets: beside signing in nothing else is open to everybody. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class FeedsTopic implements Topic {
    private static final String CALENDAR = "text/calendar; charset=utf-8";

    private final Feeds feeds;

    @Activate
    public FeedsTopic(@Reference Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public String name() {
        return "calendar-feeds";
    }

    @GET
    public Response own() {
        return Answers.json(feeds.own().stream()
                .map(feed -> new Shape()
                        .with("source", feed.source())
                        .with("mine", feed.mine())
                        .with("madeAt", feed.madeAt().toString()))
                .toList());
    }

    @PUT
    @Path("{source}")
    public Response renew(@PathParam("source") String source, InputStream body) throws IOException {
        boolean mine = Boolean.TRUE.equals(Json.object(body).get("mine"));
        return Answers.json(new Shape().with("path", "/api/calendar-feeds/" + feeds.renew(source, mine) + ".ics"));
    }

    @DELETE
    @Path("{source}")
    public Response withdraw(@PathParam("source") String source) {
        feeds.withdraw(source);
        return Answers.nothing();
    }

    @GET
    @Path("{secret}.ics")
    @Produces(CALENDAR)
    public Response calendar(@PathParam("secret") String secret, @HeaderParam("If-None-Match") String known) {
        byte[] calendar = feeds.calendar(secret)
                .orElseThrow(() -> new RefusedException(404, "http.404"))
                .getBytes(StandardCharsets.UTF_8);
        return Answers.tagged(Tagged.of(calendar), known, CALENDAR);
    }
}
