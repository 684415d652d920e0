package org.salacrm.rest.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.Records.Saved;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Starting;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Columns;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Rows;
import org.salacrm.rest.json.Shape;

/** Records of every entity: the same addresses whatever modules are installed. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class RecordsTopic implements Topic {
    private static final Set<String> PARTS = Set.of(
            "actions",
            "bulk",
            "export",
            "labels",
            "merge",
            "history",
            "timeline",
            "counts",
            "files",
            "mail",
            "notes",
            "personal-data",
            "shares",
            "why",
            "access");

    private final Records records;
    private final Queries queries;
    private final Questions questions;
    private final Columns columns;
    private final RecordAnswers answers;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<RecordPart> parts = List.of();

    @Activate
    public RecordsTopic(
            @Reference Records records,
            @Reference Queries queries,
            @Reference Questions questions,
            @Reference Columns columns,
            @Reference RecordAnswers answers) {
        this.columns = columns;
        this.records = records;
        this.queries = queries;
        this.questions = questions;
        this.answers = answers;
    }

    /** The same with parts, for use without a framework. */
    public RecordsTopic serving(List<RecordPart> others) {
        this.parts = List.copyOf(others);
        return this;
    }

    @Override
    public String name() {
        return "records";
    }

    @GET
    @Path("{entity}")
    public Response list(@PathParam("entity") String entity, @Context HttpServletRequest request) {
        Query query = questions.read(entity, request);
        Page page = queries.page(query);
        StreamingOutput body = out -> Rows.page(out, columns.of(entity, query.fields()), page, Optional.empty());
        return Response.ok(body).build();
    }

    @POST
    @Path("{entity}")
    public Response create(@PathParam("entity") String entity, InputStream body) throws IOException {
        Saved saved = records.create(entity, Wire.values(Json.object(body)));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/records/" + entity + "/" + saved.id())
                .header("ETag", Wire.tag(saved.version()))
                .entity(Json.bytes(shape(saved)))
                .build();
    }

    @PATCH
    @Path("{entity}/{id}")
    public Response change(
            @PathParam("entity") String entity,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            InputStream body)
            throws IOException {
        Map<String, Object> changes = Wire.values(Json.object(body));
        Saved saved = records.update(entity, Wire.id(entity, id), Wire.version(ifMatch), changes);
        return Response.ok(Json.bytes(shape(saved)))
                .header("ETag", Wire.tag(saved.version()))
                .build();
    }

    @DELETE
    @Path("{entity}/{id}")
    public Response delete(
            @PathParam("entity") String entity, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        records.delete(entity, Wire.id(entity, id), Wire.version(ifMatch));
        return Answers.nothing();
    }

    @Path("{entity}/{id}/{part}")
    public RecordPart part(@PathParam("part") String part) {
        return find(part);
    }

    @Path("{entity}/bulk")
    public RecordPart bulk() {
        return find("bulk");
    }

    @Path("{entity}/export")
    public RecordPart export() {
        return find("export");
    }

    @Path("{entity}/labels")
    public RecordPart labels() {
        return find("labels");
    }

    @Path("{entity}/merge")
    public RecordPart merge() {
        return find("merge");
    }

    private RecordPart find(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Starting.known(PARTS, name));
    }

    private Shape shape(Saved saved) {
        return answers.find(saved.entity(), saved.id())
                .orElseGet(() -> new Shape().id("id", saved.id()).with("version", saved.version()));
    }
}
