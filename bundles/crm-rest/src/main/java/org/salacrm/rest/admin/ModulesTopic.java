package org.salacrm.rest.admin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.module.Modules;
import org.salacrm.api.security.Callers;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.file.Upload;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;
import org.salacrm.rest.problem.Sentences;

/** The modules of the installation: what there is, and bringing it in and out. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ModulesTopic implements Topic {
    private final Modules modules;
    private final Callers callers;
    private final Sentences sentences;

    @Activate
    public ModulesTopic(@Reference Modules modules, @Reference Callers callers, @Reference Sentences sentences) {
        this.modules = modules;
        this.callers = callers;
        this.sentences = sentences;
    }

    @Override
    public String name() {
        return "modules";
    }

    @GET
    public Response list() {
        List<Shape> all = modules.all().stream().map(this::shape).toList();
        return Answers.json(all);
    }

    @POST
    @Path("{id}/install")
    public Response install(@PathParam("id") String id) {
        return Answers.job(modules.install(known(id)));
    }

    @POST
    @Path("{id}/uninstall")
    public Response uninstall(@PathParam("id") String id) {
        return Answers.job(modules.uninstall(known(id)));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(MultipartBody form) {
        Upload file = Upload.of(form);
        String id = modules.upload(file.name(), file.content());
        return Answers.created(Map.of("id", id));
    }

    private String known(String id) {
        return modules.all().stream()
                .map(Modules.Info::id)
                .filter(id::equals)
                .findFirst()
                .orElseThrow(() -> new RefusedException(404, "address.unknown"));
    }

    private Shape shape(Modules.Info module) {
        String message = module.message().isEmpty()
                ? ""
                : sentences.format(callers.current().language(), module.message(), Map.of("reason", module.reason()));
        return new Shape()
                .with("id", module.id())
                .with("label", module.label())
                .with("description", module.description())
                .with("version", module.version())
                .with("state", module.state().name().toLowerCase(Locale.ROOT))
                .some("newest", module.newest())
                .some("message", message);
    }
}
