package org.salacrm.rest.record;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.rest.json.Columns;
import org.salacrm.rest.json.Rows;
import org.salacrm.rest.json.Shape;

/** Single records as answers show them. */
@Component(service = RecordAnswers.class)
public final class RecordAnswers {
    private final EntityTypes types;
    private final Queries queries;
    private final Columns columns;

    @Activate
    public RecordAnswers(@Reference EntityTypes types, @Reference Queries queries, @Reference Columns columns) {
        this.types = types;
        this.queries = queries;
        this.columns = columns;
    }

    /** Answers one record with its tag. @param fields comma-separated paths, empty for all fields */
    public void write(String entity, long id, String fields, HttpServletResponse response) throws IOException {
        List<String> paths = fields.isBlank() ? all(entity) : Questions.list(fields);
        Row row = queries.one(entity, id, paths).orElseThrow(() -> new AbsentRecordException(entity, id));
        response.setContentType("application/json");
        response.setHeader("ETag", Wire.tag(row.version()));
        Rows.row(response.getOutputStream(), columns.of(entity, paths), row);
    }

    /** The record as it is now, for the body of another answer; empty when the caller may not read it. */
    public Optional<Shape> find(String entity, long id) {
        List<String> paths = all(entity);
        return queries.one(entity, id, paths).map(row -> columns.shape(entity, paths, row));
    }

    /** Names of all fields that users see. */
    private List<String> all(String entity) {
        EntityType type = types.get(entity);
        return type.fields().stream()
                .filter(f -> !f.flags().hidden())
                .map(FieldType::name)
                .toList();
    }
}
