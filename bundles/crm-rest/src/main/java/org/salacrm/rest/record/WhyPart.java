package org.salacrm.rest.record;

import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.query.Queries;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Call;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;
import org.salacrm.rest.problem.Sentences;

/** Explains why somebody may or may not do something with a record or a field; about others, to administrators only. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public final class WhyPart implements RecordPart {
    private final EntityTypes types;
    private final Queries queries;
    private final Rights rights;
    private final Callers callers;
    private final Sentences sentences;

    @Activate
    public WhyPart(
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference Rights rights,
            @Reference Callers callers,
            @Reference Sentences sentences) {
        this.types = types;
        this.queries = queries;
        this.rights = rights;
        this.callers = callers;
        this.sentences = sentences;
    }

    @Override
    public String name() {
        return "why";
    }

    @GET
    public Response why(
            @PathParam("entity") String entity,
            @PathParam("id") String record,
            @QueryParam("verb") @DefaultValue(Verb.READ) String verb,
            @QueryParam("user") @DefaultValue("") String user,
            @Context HttpServletRequest request) {
        long id = Wire.id(entity, record);
        Caller caller = callers.current();
        Caller subject = user.isEmpty() ? caller : other(caller, Wire.id(user));
        queries.one(entity, id, List.of()).orElseThrow(() -> new AbsentRecordException(entity, id));
        String field = request.getParameter("field");
        Rights.Decision decision =
                field == null ? ofRecord(subject, entity, id, verb) : ofField(subject, entity, field, verb);
        String language = Call.of(request).language();
        List<Shape> reasons = decision.reasons().stream()
                .map(reason -> shape(reason, language))
                .toList();
        return Answers.json(new Shape().with("allowed", decision.allowed()).with("reasons", reasons));
    }

    /** An action is no verb of its own here: whoever may update a record is offered it, or misses a permission. */
    private Rights.Decision ofRecord(Caller subject, String entity, long id, String verb) {
        if (!Verb.STANDARD.contains(verb)) {
            throw new RefusedException(400, "value.wrong", Map.of("name", "verb"));
        }
        return rights.why(subject, entity, id, verb);
    }

    /** Of a field only reading is asked: the reasons say which roles let it be changed. */
    private Rights.Decision ofField(Caller subject, String entity, String field, String verb) {
        if (!verb.equals(Verb.READ)) {
            throw new RefusedException(400, "value.wrong", Map.of("name", "verb"));
        }
        if (types.get(entity).field(field).isEmpty()) {
            throw new RefusedException(400, "value.wrong", Map.of("name", "field"));
        }
        return rights.why(subject, entity, field);
    }

    private Caller other(Caller caller, long user) {
        if (user == caller.user()) {
            return caller;
        }
        if (!caller.mayEverything()) {
            throw new ForbiddenException("user", Verb.READ);
        }
        return callers.find(user).orElseThrow(() -> new AbsentRecordException("user", user));
    }

    private Shape shape(Rights.Reason reason, String language) {
        String key = "why." + reason.rule() + (reason.grants() ? ".yes" : ".no");
        return new Shape()
                .with("rule", reason.rule())
                .with("grants", reason.grants())
                .with(
                        "text",
                        sentences.format(
                                language,
                                key,
                                Map.of("subject", reason.subject().in(language))))
                .some("place", reason.place());
    }
}
