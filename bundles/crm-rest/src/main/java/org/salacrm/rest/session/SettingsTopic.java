package org.salacrm.rest.session;

import java.io.IOException;
import java.io.InputStream;
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

    @Activate
    public SettingsTopic(@Reference OwnSettings settings, @Reference CompanySettings company) {
        this.settings = settings;
        this.company = company;
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
        return Answers.json(settings.change(Call.of(request).session(), Json.object(body)));
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
