package org.salacrm.rest.session;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.security.Sessions;
import org.salacrm.api.security.Sessions.Session;
import org.salacrm.api.security.SignInException;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Call;
import org.salacrm.rest.Topic;
import org.salacrm.rest.health.Neighbours;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.Problem;
import org.salacrm.rest.problem.Problems;
import org.salacrm.rest.problem.RefusedException;

/** Signing in, staying signed in and signing out. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionTopic implements Topic {
    private final Sessions sessions;
    private final Company company;
    private final Problems problems;

    @Activate
    public SessionTopic(@Reference Sessions sessions, @Reference Company company, @Reference Problems problems) {
        this.sessions = sessions;
        this.company = company;
        this.problems = problems;
    }

    @Override
    public String name() {
        return "session";
    }

    @GET
    public Response session(@Context HttpServletRequest request) {
        Call call = Call.of(request);
        return call.maybeSession().isPresent() ? Answers.json(shape(call.session())) : invitation(request);
    }

    /** Nobody is signed in: says what the sign-in page is drawn from. */
    private Response invitation(HttpServletRequest request) {
        Call call = Call.of(request);
        Problem plain = problems.of(new RefusedException(401, "session.none"), call.language());
        List<Shape> personas = (Neighbours.isHere(request) ? sessions.personas() : List.<Sessions.Persona>of())
                .stream()
                        .map(p -> new Shape()
                                .with("id", p.id())
                                .with("name", p.name())
                                .with("role", p.role()))
                        .toList();
        Shape more = new Shape()
                .with("languages", List.of("th", "en"))
                .with("company", new Shape().with("name", company.name()))
                .some("personas", personas);
        return Response.status(401)
                .type("application/problem+json")
                .entity(problems.body(Problems.with(plain, more), call.id()))
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signIn(@Context HttpServletRequest request, InputStream body) throws IOException {
        Map<String, Object> given = Json.object(body);
        Session session = sessions.signIn(text(given, "login"), text(given, "password"), request.getRemoteAddr());
        return begun(session, request);
    }

    @POST
    @Path("persona")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signInAs(@Context HttpServletRequest request, InputStream body) throws IOException {
        if (!Neighbours.isHere(request)) {
            throw new SignInException(Duration.ZERO);
        }
        String persona = text(Json.object(body), "persona");
        return begun(sessions.signInAs(persona, request.getRemoteAddr()), request);
    }

    @PUT
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response changePassword(@Context HttpServletRequest request, InputStream body) throws IOException {
        Map<String, Object> given = Json.object(body);
        String token = Call.of(request)
                .maybeSession()
                .map(Session::token)
                .orElseThrow(() -> new RefusedException(401, "session.none"));
        return begun(sessions.changePassword(token, text(given, "current"), text(given, "next")), request);
    }

    @DELETE
    public Response signOut(@Context HttpServletRequest request) {
        SessionCookie.of(request).ifPresent(sessions::end);
        return Response.noContent()
                .header("Set-Cookie", SessionCookie.drop(request))
                .header("Clear-Site-Data", "\"cache\"") // Back would show what the browser kept, unasked
                .build();
    }

    private static Response begun(Session session, HttpServletRequest request) {
        return Response.ok(Json.bytes(shape(session)))
                .header("Set-Cookie", SessionCookie.keep(session.token(), request))
                .build();
    }

    private static Shape shape(Session session) {
        Shape user = new Shape()
                .id("id", session.caller().user())
                .with("login", session.caller().login())
                .with("name", session.name());
        return new Shape()
                .with("user", user)
                .with("csrf", session.csrf())
                .with("mustChangePassword", session.mustChangePassword());
    }

    private static String text(Map<String, Object> body, String key) {
        if (body.get(key) instanceof String text) {
            return text;
        }
        throw new RefusedException(400, "value.text", Map.of("name", key));
    }
}
