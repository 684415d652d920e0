package org.salacrm.rest.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.action.ActionInput;
import org.salacrm.api.action.ActionResult;
import org.salacrm.api.action.Actions;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Call;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.Sentences;

/** Runs verbs of a record: transitions, conversions and code. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public final class ActionsPart implements RecordPart {
    private final Actions actions;
    private final RecordAnswers answers;
    private final Sentences sentences;

    @Activate
    public ActionsPart(@Reference Actions actions, @Reference RecordAnswers answers, @Reference Sentences sentences) {
        this.actions = actions;
        this.answers = answers;
        this.sentences = sentences;
    }

    @Override
    public String name() {
        return "actions";
    }

    @POST
    @Path("{action}")
    public Response run(
            @PathParam("entity") String entity,
            @PathParam("id") String record,
            @PathParam("action") String action,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        long id = Wire.id(entity, record);
        Object input = Json.object(body).getOrDefault("input", Map.of());
        Map<String, Object> given = Wire.input(Json.object(input));
        int version = Wire.optionalVersion(request.getHeader("If-Match"));
        ActionResult result = actions.run(action, new ActionInput(entity, id, version, given));
        return Answers.json(shape(result, entity, id, Call.of(request).language()));
    }

    private Shape shape(ActionResult result, String entity, long id, String language) {
        Shape shape = new Shape();
        if (!result.messageKey().isEmpty()) {
            shape.with("message", sentences.format(language, result.messageKey(), result.values()));
            shape.with("tone", "success").some("once", result.once() ? true : null);
        }
        result.open()
                .ifPresent(open -> shape.with(
                        "open", new Shape().with("entity", open.entity()).id("id", open.id())));
        return shape.some("record", answers.find(entity, id));
    }
}
