package org.salacrm.rest.openapi;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Answers.Tagged;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Shape;

/** The description of the whole interface as it is now, for tools and other programs. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiTopic implements Topic {
    private final RecordSchemas schemas;

    @Activate
    public OpenApiTopic(@Reference RecordSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public String name() {
        return "openapi.json";
    }

    @GET
    public Response description(@HeaderParam("If-None-Match") String known) {
        Shape paths = new Shape();
        FixedPaths.write(paths);
        schemas.paths(paths);
        Shape all = FixedPaths.schemas();
        all.putAll(schemas.schemas());
        Shape security = new Shape()
                .with(
                        "session",
                        new Shape().with("type", "apiKey").with("in", "cookie").with("name", "SALA_SESSION"))
                .with(
                        "csrf",
                        new Shape().with("type", "apiKey").with("in", "header").with("name", "X-CSRF-Token"));
        Shape document = new Shape()
                .with("openapi", "3.0.3")
                .with("info", new Shape().with("title", "Sala CRM").with("version", "1"))
                .with("servers", List.of(new Shape().with("url", "/api")))
                .with("paths", paths)
                .with("components", new Shape().with("schemas", all).with("securitySchemes", security))
                .with("security", List.of(new Shape().with("session", List.of()).with("csrf", List.of())));
        return Answers.tagged(Tagged.of(document), known);
    }
}
