package org.salacrm.rest.record;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Row;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
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
    private final Rights rights;
    private final Callers callers;

    @Activate
    public HotPath(
            @Reference Questions questions,
            @Reference Queries queries,
            @Reference Columns columns,
            @Reference RecordAnswers answers,
            @Reference Rights rights,
            @Reference Callers callers) {
        this.columns = columns;
        this.questions = questions;
        this.queries = queries;
        this.answers = answers;
        this.rights = rights;
        this.callers = callers;
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
        Map<String, Object> body = Json.object(request.getInputStream());
        Object verb = body.remove("may");
        Query query = questions.read(entity, body);
        Page page = queries.page(query);
        Optional<List<Long>> may = verb == null ? Optional.empty() : Optional.of(reached(page, entity, verb));
        response.setContentType("application/json");
        Rows.page(response.getOutputStream(), columns.of(entity, query.fields()), page, may);
    }

    /** The records of a page that a verb reaches, so that nothing is offered that would be refused. */
    private List<Long> reached(Page page, String entity, Object verb) {
        if (!Verb.STANDARD.contains(verb)) {
            throw new MalformedQueryException("may", "is one of " + Verb.STANDARD);
        }
        Caller caller = callers.current();
        return page.rows().stream()
                .map(Row::id)
                .filter(id -> rights.allowed(caller, entity, id, verb.toString()))
                .toList();
    }
}
