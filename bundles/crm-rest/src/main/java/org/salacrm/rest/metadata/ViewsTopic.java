package org.salacrm.rest.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.ws.rs.DELETE;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Op;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.api.setting.SavedViews;
import org.salacrm.api.setting.SavedViews.SavedView;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;
import org.salacrm.rest.record.Wire;

/** Keeping a list as one arranged it, and the columns a role begins with; they are read with the entity's type. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ViewsTopic implements Topic {
    private static final Set<String> BODY = Set.of("columns", "widths", "pinned", "sort", "filter", "group", "mode");

    private static final String DAY = "\\d{4}-\\d\\d-\\d\\d.*";
    private static final int WIDEST = 10_000;

    private final SavedViews views;
    private final SavedShapes shapes;
    private final EntityTypes types;
    private final Rights rights;
    private final Callers callers;

    @Activate
    public ViewsTopic(
            @Reference SavedViews views,
            @Reference SavedShapes shapes,
            @Reference EntityTypes types,
            @Reference Rights rights,
            @Reference Callers callers) {
        this.views = views;
        this.shapes = shapes;
        this.types = types;
        this.rights = rights;
        this.callers = callers;
    }

    @Override
    public String name() {
        return "views";
    }

    @POST
    public Response create(InputStream body) throws IOException {
        return Answers.created(saved(0, 0, Json.object(body)));
    }

    @PUT
    @Path("{id}")
    public Response replace(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, InputStream body)
            throws IOException {
        return Answers.json(saved(Wire.id("view", id), Wire.version(ifMatch), Json.object(body)));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id) {
        return worded(() -> {
            views.remove(Wire.id("view", id));
            return Answers.nothing();
        });
    }

    /** {@code {entity, view, role, columns}}. */
    @PUT
    @Path("columns")
    public Response columns(InputStream body) throws IOException {
        Map<String, Object> given = Json.object(body);
        shapes.columns(
                types.get(text(given, "entity")).name(),
                text(given, "view"),
                Wire.id(text(given, "role")),
                texts(given.get("columns")));
        return Answers.nothing();
    }

    private Map<String, Object> saved(long id, int version, Map<String, Object> given) {
        EntityType type = types.get(text(given, "entity"));
        String entity = type.name();
        if (rights.level(callers.current(), entity, Verb.READ) == Level.NONE) {
            throw new ForbiddenException(entity, Verb.READ);
        }
        Map<String, Object> arranged = new LinkedHashMap<>(given);
        arranged.keySet().retainAll(BODY);
        check(arranged);
        there(type, arranged);
        Object team = given.get("team");
        SavedView view = new SavedView(
                id,
                version,
                entity,
                text(given, "name"),
                text(given, "audience"),
                team == null ? 0 : Wire.id(String.valueOf(team)),
                0,
                Json.text(arranged));
        return worded(() -> SavedShapes.shape(views.save(view), callers.current()));
    }

    /** What others did to a view meanwhile, in words of its own. */
    private static <T> T worded(Supplier<T> work) {
        try {
            return work.get();
        } catch (StaleRecordException e) {
            throw new RefusedException(412, "view.stale");
        } catch (AbsentRecordException e) {
            throw new RefusedException(404, "view.gone");
        }
    }

    private static void check(Map<String, Object> arranged) {
        if (texts(arranged.get("columns")).isEmpty()) {
            throw wrong("columns");
        }
        if (arranged.get("pinned") != null) {
            texts(arranged.get("pinned"));
        }
        if (arranged.get("widths") != null
                && !Json.object(arranged.get("widths")).values().stream().allMatch(ViewsTopic::isWidth)) {
            throw wrong("widths");
        }
        if (arranged.get("filter") != null) {
            forwards(Filter.parse(arranged.get("filter")));
        }
        arranged.putIfAbsent("sort", List.of());
        arranged.putIfAbsent("mode", "table");
        if (!(arranged.get("sort") instanceof List<?> sort)
                || !sort.stream().allMatch(key -> key instanceof Map<?, ?> map && map.get("path") instanceof String)) {
            throw wrong("sort");
        }
        if (!List.of("table", "board").contains(arranged.get("mode"))) {
            throw wrong("mode");
        }
    }

    /** A period that ends before it begins finds nothing, ever. */
    private static void forwards(Filter filter) {
        if (filter instanceof Filter.Compare compare && compare.op().equals(Op.BETWEEN)) {
            List<String> ends = compare.values().stream().map(String::valueOf).toList();
            if (ends.stream().allMatch(end -> end.matches(DAY)) && ends.get(0).compareTo(ends.get(1)) > 0) {
                throw new InvalidRecordException("filter", "invalid.days");
            }
        }
        filter.inner().forEach(ViewsTopic::forwards);
    }

    /** What it names must be there when it is kept; what goes later is left out of it. */
    private void there(EntityType type, Map<String, Object> arranged) {
        Remains remains = new Remains(types, type);
        Shape view = new Shape();
        view.putAll(arranged);
        remains.of(view);
        remains.gone().stream().findFirst().ifPresent(path -> {
            throw new MalformedQueryException(path, type.name() + " has no such field");
        });
    }

    private static boolean isWidth(Object width) {
        return width instanceof Integer pixels && pixels > 0 && pixels <= WIDEST;
    }

    private static List<String> texts(Object value) {
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw wrong("columns");
    }

    private static String text(Map<String, Object> given, String name) {
        if (given.get(name) instanceof String text) {
            return text;
        }
        throw wrong(name);
    }

    private static RefusedException wrong(String name) {
        return new RefusedException(400, "value.wrong", Map.of("name", name));
    }
}
