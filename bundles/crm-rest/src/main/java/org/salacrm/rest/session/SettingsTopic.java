package org.salacrm.rest.session;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.event.Live;
import org.salacrm.api.security.Sessions.Session;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Call;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Json;

/** The user's own settings, and the company's. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class SettingsTopic implements Topic {
    private final OwnSettings settings;
    private final CompanySettings company;
    private final Live live;

    @Activate
    public SettingsTopic(@Reference OwnSettings settings, @Reference CompanySettings company, @Reference Live live) {
        this.settings = settings;
        this.company = company;
        this.live = live;
    }

    @Override
    public String name() {
        return "settings";
    }

    @GET
    public Response get(@Context HttpServletRequest request) {
        return Answers.json(settings.of(Call.of(request).session()));
    }

    @PUT
    public Response change(@Context HttpServletRequest request, InputStream body) throws IOException {
        Session session = Call.of(request).session();
        Object changed = settings.change(session, Json.object(body));
        live.tell(new Live.Message("settings", session.caller().user(), Map.of()));
        return Answers.json(changed);
    }

    @GET
    @Path("company")
    public Response ofCompany() {
        return Answers.json(company.all());
    }

    @PUT
    @Path("company")
    public Response changeCompany(InputStream body) throws IOException {
        return Answers.json(company.change(Json.object(body)));
    }
}
