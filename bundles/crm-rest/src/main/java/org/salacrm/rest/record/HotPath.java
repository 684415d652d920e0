package org.salacrm.rest.record;

import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.rest.Call;
import org.salacrm.rest.json.Columns;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Rows;
import org.salacrm.rest.problem.RefusedException;

/**
 * The two requests that every list and every record page makes: one page of rows and one record. They are answered
 * without the JAX-RS machinery, which costs more than the database does (docs/decisions/hot-path.md).
 */
@Component(service = HotPath.class)
public final class HotPath {
    private static final String RECORDS = "/records/";
    private static final String QUERY = "/query";

    private final Questions questions;
    private final Queries queries;
    private final Columns columns;
    private final RecordAnswers answers;

    @Activate
    public HotPath(
            @Reference Questions questions,
            @Reference Queries queries,
            @Reference Columns columns,
            @Reference RecordAnswers answers) {
        this.columns = columns;
        this.questions = questions;
        this.queries = queries;
        this.answers = answers;
    }

    /** Whether the request is {@code POST records/{entity}/query} or {@code GET records/{entity}/{id}}. */
    public boolean takes(HttpServletRequest request) {
        String path = request.getPathInfo();
        if (path == null || !path.startsWith(RECORDS)) {
            return false;
        }
        int slash = path.indexOf('/', RECORDS.length());
        if (slash < 0 || path.indexOf('/', slash + 1) >= 0) {
            return false;
        }
        return request.getMethod().equals("POST")
                ? path.endsWith(QUERY)
                : request.getMethod().equals("GET") && slash + 1 < path.length();
    }

    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Call.of(request).maybeSession().isEmpty()) {
            throw new RefusedException(401, "session.none");
        }
        String path = request.getPathInfo();
        int slash = path.indexOf('/', RECORDS.length());
        String entity = path.substring(RECORDS.length(), slash);
        if (request.getMethod().equals("POST")) {
            page(entity, request, response);
        } else {
            String fields = request.getParameter("fields");
            long id = Wire.id(entity, path.substring(slash + 1));
            answers.write(entity, id, fields == null ? "" : fields, response);
        }
    }

    private void page(String entity, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String type = request.getContentType();
        if (type != null && !type.startsWith("application/json")) {
            throw new RefusedException(415, "http.415", Map.of());
        }
        Query query = questions.read(entity, Json.object(request.getInputStream()));
        write(query, response);
    }

    private void write(Query query, HttpServletResponse response) throws IOException {
        Page page = queries.page(query);
        response.setContentType("application/json");
        Rows.page(response.getOutputStream(), columns.of(query.entity(), query.fields()), page);
    }
}
