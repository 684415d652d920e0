package org.salacrm.rest.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.message.Text;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Report;
import org.salacrm.api.query.Table;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.metadata.Labels;

/** Questions for numbers: boards, dashboards and reports ask them. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ReportTopic implements Topic {
    private final Queries queries;
    private final EntityTypes types;
    private final Labels labels;

    @Activate
    public ReportTopic(@Reference Queries queries, @Reference EntityTypes types, @Reference Labels labels) {
        this.queries = queries;
        this.types = types;
        this.labels = labels;
    }

    @Override
    public String name() {
        return "query";
    }

    @POST
    public Response ask(InputStream body) throws IOException {
        Report report = Report.parse(Json.object(body));
        Table table = queries.report(report);
        StreamingOutput answer = out -> write(out, report, table);
        return Response.ok(answer).build();
    }

    /** Row by row: a report may have ten thousand, and every number says what it was made of. */
    private void write(OutputStream target, Report report, Table table) throws IOException {
        try (JsonGenerator out = Json.generator(target)) {
            out.writeStartObject();
            out.writeArrayFieldStart("columns");
            for (Table.Column column : table.columns()) {
                out.writePOJO(column(column, report));
            }
            out.writeEndArray();
            out.writeArrayFieldStart("rows");
            for (List<Object> row : table.rows()) {
                out.writePOJO(row);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("drill");
            for (List<Table.Drill> filters : table.drill()) {
                out.writePOJO(drill(filters));
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    private Shape column(Table.Column column, Report report) {
        return new Shape()
                .with("name", column.name())
                .with("label", label(column, report))
                .with("kind", column.kind())
                .with("role", column.role())
                .some("source", column.source())
                .some("pivot", column.pivot());
    }

    private static List<Shape> drill(List<Table.Drill> filters) {
        return filters.stream()
                .map(d -> new Shape()
                        .with("entity", d.entity())
                        .with("filter", d.filter().tree()))
                .toList();
    }

    /** A dimension is called as the field its path ends at; a measure by its name. */
    private Text label(Table.Column column, Report report) {
        return report.dimensions().stream()
                .filter(d -> d.name().equals(column.name()))
                .findFirst()
                .flatMap(d -> report.facts().values().stream()
                        .findFirst()
                        .flatMap(fact -> field(fact.entity(), fact.paths().getOrDefault(d.name(), d.path()))))
                .orElseGet(() -> labels.measure(column.name()));
    }

    private Optional<Text> field(String entity, String path) {
        Optional<EntityType> type = types.find(entity);
        int dot = path.indexOf('.');
        Optional<FieldType> field = type.flatMap(t -> t.field(dot < 0 ? path : path.substring(0, dot)));
        return dot < 0
                ? field.map(f -> labels.field(entity, f))
                : field.flatMap(FieldType::reference).flatMap(ref -> field(ref, path.substring(dot + 1)));
    }
}
