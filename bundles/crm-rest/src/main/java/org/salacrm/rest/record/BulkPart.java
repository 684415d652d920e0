package org.salacrm.rest.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.POST;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Query;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.rest.Answers;
import org.salacrm.rest.json.Json;

/** Does one verb to many records, as a job. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public final class BulkPart implements RecordPart {
    private static final int MAX_IDS = 10_000;
    /** The right that verbs of several records stand under. */
    private static final Map<String, String> NEEDED =
            Map.of("unshare", Verb.SHARE, "copy", Verb.CREATE, "mail", Verb.READ);

    private final Jobs jobs;
    private final Questions questions;
    private final Rights rights;
    private final Callers callers;

    @Activate
    public BulkPart(
            @Reference Jobs jobs,
            @Reference Questions questions,
            @Reference Rights rights,
            @Reference Callers callers) {
        this.jobs = jobs;
        this.questions = questions;
        this.rights = rights;
        this.callers = callers;
    }

    @Override
    public String name() {
        return "bulk";
    }

    @POST
    public Response start(@PathParam("entity") String entity, InputStream body) throws IOException {
        Map<String, Object> given = Json.object(body);
        if (!(given.get("verb") instanceof String verb) || verb.isBlank()) {
            throw new MalformedQueryException(
                    "verb", "must be update, delete, assign, share, unshare, copy, mail or an action");
        }
        String needed = NEEDED.getOrDefault(verb, verb);
        boolean standard = Verb.STANDARD.contains(needed);
        if (standard && rights.level(callers.current(), entity, needed) == Level.NONE) {
            throw new ForbiddenException(entity, needed);
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("entity", entity);
        parameters.put("verb", verb);
        which(entity, given, parameters);
        Object input = given.getOrDefault("values", Map.of());
        parameters.put("values", Wire.values(Json.object(input)));
        return Answers.job(jobs.start("bulk", parameters));
    }

    /** Either a list of ids, or all that a question finds. */
    private void which(String entity, Map<String, Object> given, Map<String, Object> parameters) {
        if (given.get("ids") instanceof List<?> ids) {
            if (ids.isEmpty() || ids.size() > MAX_IDS) {
                throw new MalformedQueryException("ids", "must be 1 to " + MAX_IDS + " ids");
            }
            parameters.put(
                    "ids",
                    ids.stream()
                            .map(id -> Long.toString(Wire.id(String.valueOf(id))))
                            .toList());
            return;
        }
        if (given.get("filter") == null && given.get("text") == null) {
            throw new MalformedQueryException("ids", "ids, or a filter, are needed");
        }
        Map<String, Object> question = new LinkedHashMap<>(given);
        question.keySet().retainAll(List.of("filter", "text", "textField"));
        Query query = questions.read(entity, question);
        Filter filter = query.filter();
        parameters.put("filter", filter.tree());
    }
}
