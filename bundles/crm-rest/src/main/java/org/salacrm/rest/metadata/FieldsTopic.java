package org.salacrm.rest.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.ws.rs.DELETE;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.CustomFields;
import org.salacrm.api.entity.CustomFields.NewField;
import org.salacrm.api.entity.CustomFields.Option;
import org.salacrm.api.message.Text;
import org.salacrm.rest.Answers;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;

/** Fields the company adds to an entity; stands below the entity's type. */
@Component(service = FieldsTopic.class)
@Produces(MediaType.APPLICATION_JSON)
public final class FieldsTopic {
    private final CustomFields fields;

    @Activate
    public FieldsTopic(@Reference CustomFields fields) {
        this.fields = fields;
    }

    @POST
    public Response add(@PathParam("entity") String entity, InputStream body) throws IOException {
        Map<String, Object> given = Json.object(body);
        NewField field = new NewField(
                text(given, "name"),
                text(given, "kind"),
                label(given),
                Boolean.TRUE.equals(given.get("required")),
                optional(given, "pickList"),
                options(given.get("options")),
                optional(given, "ref"),
                number(given, "maxLength"),
                number(given, "decimals"));
        fields.add(entity, field);
        return Answers.created(Map.of("name", field.name()));
    }

    /** The first call names where the field is used; the second, with force, takes it out of use. */
    @DELETE
    @Path("{name}")
    public Response remove(
            @PathParam("entity") String entity, @PathParam("name") String name, @QueryParam("force") boolean force) {
        List<Text> uses = force ? List.of() : fields.uses(entity, name);
        if (!uses.isEmpty()) {
            throw new FieldUsedException(uses);
        }
        fields.remove(entity, name);
        return Answers.nothing();
    }

    @POST
    @Path("{name}/restore")
    public Response restore(@PathParam("entity") String entity, @PathParam("name") String name) {
        fields.restore(entity, name);
        return Answers.json(new Shape().with("name", name));
    }

    private static List<Option> options(Object value) {
        List<Option> options = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object item : list) {
                Map<String, Object> option = Json.object(item);
                options.add(new Option(text(option, "code"), label(option)));
            }
        }
        return options;
    }

    private static Text label(Map<String, Object> body) {
        Map<String, Object> label = Json.object(body.get("label"));
        return new Text(text(label, "th"), text(label, "en"));
    }

    private static String text(Map<String, Object> body, String name) {
        if (body.get(name) instanceof String text) {
            return text;
        }
        throw new RefusedException(400, "value.text", Map.of("name", name));
    }

    private static String optional(Map<String, Object> body, String name) {
        return body.get(name) == null ? "" : text(body, name);
    }

    private static int number(Map<String, Object> body, String name) {
        Object value = body.get(name);
        if (value == null || value instanceof Integer) {
            return value == null ? 0 : (Integer) value;
        }
        throw new RefusedException(400, "value.wrong", Map.of("name", name));
    }
}
