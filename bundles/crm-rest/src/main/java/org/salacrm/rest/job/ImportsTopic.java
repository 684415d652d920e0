package org.salacrm.rest.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.importing.FormerImports;
import org.salacrm.api.importing.ImportChecks;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.ImportTemplates;
import org.salacrm.api.importing.Imports;
import org.salacrm.api.importing.JoinedSheets;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Call;
import org.salacrm.rest.Topic;
import org.salacrm.rest.file.Upload;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.record.Wire;
import org.salacrm.rest.session.OwnSettings;

/** Bringing files of customer data in, step by step. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportsTopic implements Topic {
    private static final int PROBLEMS = 100;
    private static final int RECENT = 20;
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;
    private final ImportChecks checks;
    private final FormerImports former;
    private final ImportTemplates templates;
    private final JoinedSheets sheets;
    private final ImportShapes shapes;
    private final CheckShapes checkShapes;
    private final OwnSettings settings;

    @Activate
    public ImportsTopic(
            @Reference Imports imports,
            @Reference ImportChecks checks,
            @Reference FormerImports former,
            @Reference ImportTemplates templates,
            @Reference JoinedSheets sheets,
            @Reference ImportShapes shapes,
            @Reference CheckShapes checkShapes,
            @Reference OwnSettings settings) {
        this.former = former;
        this.templates = templates;
        this.sheets = sheets;
        this.imports = imports;
        this.checks = checks;
        this.shapes = shapes;
        this.checkShapes = checkShapes;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "imports";
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(MultipartBody form) {
        Upload file = Upload.of(form);
        return Answers.created(shapes.of(imports.upload(Upload.text(form, "entity"), file.name(), file.content())));
    }

    @GET
    public Response recent() {
        return Answers.json(new Shape()
                .with("items", former.recent(RECENT).stream().map(shapes::of).toList()));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return Answers.json(shapes.of(imports.get(number(id))));
    }

    @PATCH
    @Path("{id}")
    public Response change(@PathParam("id") String id, InputStream body) throws IOException {
        ImportState changed = imports.change(number(id), shapes.change(Json.object(body)));
        return Answers.json(shapes.of(changed));
    }

    @POST
    @Path("{id}/check")
    public Response check(@PathParam("id") String id) {
        return Answers.job(imports.check(number(id)));
    }

    @POST
    @Path("{id}/run")
    public Response run(@PathParam("id") String id) {
        return Answers.job(imports.run(number(id)));
    }

    /** Other sheets of the file whose rows belong to those of this one. */
    @GET
    @Path("{id}/sheets")
    public Response sheets(@PathParam("id") String id) {
        return Answers.json(new Shape()
                .with("items", sheets.of(number(id)).stream().map(shapes::of).toList()));
    }

    @POST
    @Path("{id}/sheets")
    public Response takeSheet(@PathParam("id") String id, InputStream body) throws IOException {
        String sheet = String.valueOf(Json.object(body).get("sheet"));
        return Answers.created(shapes.of(sheets.take(number(id), sheet)));
    }

    /** A workbook to be filled in. */
    @GET
    @Path("template/{entity}.xlsx")
    @Produces(WORKBOOK)
    public Response template(@PathParam("entity") String entity) {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream(); // what refuses it must not come behind a 200
        templates.write(entity, workbook);
        return Response.ok(workbook.toByteArray(), WORKBOOK)
                .header("Content-Disposition", "attachment; filename=\"" + entity + ".xlsx\"")
                .build();
    }

    @GET
    @Path("{id}/problems")
    public Response problems(
            @PathParam("id") String id,
            @QueryParam("severity") @DefaultValue("") String severity,
            @QueryParam("after") @DefaultValue("") String after,
            @Context HttpServletRequest request) {
        Imports.ProblemPage page = imports.problems(number(id), severity.equals("error"), after, PROBLEMS);
        Call call = Call.of(request);
        return Answers.json(shapes.of(page, call.language(), settings.countsInBuddhistEra(call.session())));
    }

    @GET
    @Path("{id}/rows")
    public Response rows(
            @PathParam("id") String id,
            @QueryParam("show") @DefaultValue("") String show,
            @QueryParam("after") @DefaultValue("0") long after,
            @Context HttpServletRequest request) {
        return Answers.json(checkShapes.of(checks.rows(number(id), show, after, PROBLEMS), said(request)));
    }

    @POST
    @Path("{id}/cells")
    public Response fix(@PathParam("id") String id, InputStream body, @Context HttpServletRequest request)
            throws IOException {
        return Answers.json(checkShapes.of(checks.fix(number(id), checkShapes.fix(Json.object(body))), said(request)));
    }

    @DELETE
    @Path("{id}/cells")
    public Response takeBack(@PathParam("id") String id, InputStream body, @Context HttpServletRequest request)
            throws IOException {
        return Answers.json(
                checkShapes.of(checks.takeBack(number(id), checkShapes.fix(Json.object(body))), said(request)));
    }

    @POST
    @Path("{id}/choices")
    public Response decide(@PathParam("id") String id, InputStream body, @Context HttpServletRequest request)
            throws IOException {
        return Answers.json(
                checkShapes.of(checks.decide(number(id), checkShapes.choice(Json.object(body))), said(request)));
    }

    private CheckShapes.Reader said(HttpServletRequest request) {
        Call call = Call.of(request);
        return new CheckShapes.Reader(call.language(), settings.countsInBuddhistEra(call.session()));
    }

    @GET
    @Path("{id}/failed.{type: csv|xlsx}")
    @Produces({"text/csv; charset=utf-8", WORKBOOK})
    public Response failed(@PathParam("id") String id, @PathParam("type") String type) {
        long number = imports.get(number(id)).id();
        StreamingOutput body = out -> imports.failed(number, type, out);
        return Response.ok(body, type.equals("csv") ? "text/csv; charset=utf-8" : WORKBOOK)
                .header("Content-Disposition", "attachment; filename=\"failed-" + number + "." + type + "\"")
                .build();
    }

    private static long number(String id) {
        return Wire.id("import", id);
    }
}
