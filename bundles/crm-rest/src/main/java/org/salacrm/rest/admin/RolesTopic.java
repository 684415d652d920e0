package org.salacrm.rest.admin;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.module.CrmModule;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.RoleRights;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.metadata.Labels;
import org.salacrm.rest.problem.RefusedException;
import org.salacrm.rest.record.Wire;

/** The rights a role gives. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class RolesTopic implements Topic {
    private final RoleRights rights;
    private final Labels labels;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<CrmModule> active = List.of();

    @Activate
    public RolesTopic(@Reference RoleRights rights, @Reference Labels labels) {
        this.rights = rights;
        this.labels = labels;
    }

    /** The same knowing modules, for use without a framework. */
    public RolesTopic knowing(List<CrmModule> modules) {
        this.active = List.copyOf(modules);
        return this;
    }

    @Override
    public String name() {
        return "roles";
    }

    /** What may be given beside the rights on records. */
    @GET
    @Path("permissions")
    public Response permissions() {
        return Answers.json(active.stream()
                .flatMap(module -> module.permissions().stream())
                .distinct()
                .sorted()
                .map(id -> new Shape().with("id", id).with("label", labels.text("permission." + id + ".label")))
                .toList());
    }

    @GET
    @Path("{id}/rights")
    public Response get(@PathParam("id") String id) {
        return Answers.json(shape(rights.of(Wire.id("role", id))));
    }

    @PUT
    @Path("{id}/rights")
    public Response put(@PathParam("id") String id, InputStream body) throws IOException {
        rights.save(Wire.id("role", id), grid(Json.object(body)));
        return get(id);
    }

    private static Shape shape(RoleRights.Grid grid) {
        Map<String, Map<String, String>> entities = new TreeMap<>();
        grid.entities().forEach((entity, levels) -> {
            Map<String, String> verbs = new LinkedHashMap<>();
            levels.forEach((verb, level) -> verbs.put(verb, word(level)));
            entities.put(entity, verbs);
        });
        Map<String, String> fields = new TreeMap<>();
        grid.fields().forEach((field, access) -> fields.put(field, word(access)));
        return new Shape()
                .with("entities", entities)
                .with("fields", fields)
                .with("permissions", new TreeSet<>(grid.permissions()));
    }

    private static RoleRights.Grid grid(Map<String, Object> body) {
        Map<String, Map<String, Level>> entities = new LinkedHashMap<>();
        part(body, "entities").forEach((entity, verbs) -> {
            Map<String, Level> levels = new LinkedHashMap<>();
            Json.object(verbs).forEach((verb, level) -> levels.put(verb, constant(Level.class, level)));
            entities.put(entity, levels);
        });
        Map<String, Access> fields = new LinkedHashMap<>();
        part(body, "fields").forEach((field, access) -> fields.put(field, constant(Access.class, access)));
        Set<String> permissions = new LinkedHashSet<>();
        if (body.get("permissions") instanceof List<?> list) {
            list.forEach(permission -> permissions.add(String.valueOf(permission)));
        }
        return new RoleRights.Grid(entities, fields, permissions);
    }

    private static Map<String, Object> part(Map<String, Object> body, String name) {
        return Json.object(body.getOrDefault(name, Map.of()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Object word) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        throw new RefusedException(400, "value.wrong", Map.of("name", Wire.shortened(word)));
    }
}
