package org.salacrm.rest.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.alert.Alerts;
import org.salacrm.api.definition.HomeBlock;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.definition.View;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.alert.AlertShapes;
import org.salacrm.rest.json.Columns;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;
import org.salacrm.rest.record.Wire;

/** The page a person starts the day with, in one answer: its blocks, their first records and the types of these. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class HomeTopic implements Topic {
    private static final int LINES = 8;
    private static final String OWNER = "owner";
    private static final Map<String, Object> MINE = Filter.eq(OWNER, "@me").tree();
    private static final Map<String, Object> OURS =
            Filter.where("team", Op.IN, "@myTeams").tree();

    private final EntityTypes types;
    private final Registry registry;
    private final Menus menus;
    private final Views views;
    private final Verbs verbs;
    private final TypeShapes shapes;
    private final Columns columns;
    private final Queries queries;
    private final Callers callers;
    private final Alerts alerts;
    private final HomeArrangement arrangement;

    @Activate
    public HomeTopic(
            @Reference EntityTypes types,
            @Reference Registry registry,
            @Reference Menus menus,
            @Reference Views views,
            @Reference Verbs verbs,
            @Reference TypeShapes shapes,
            @Reference Columns columns,
            @Reference Queries queries,
            @Reference Callers callers,
            @Reference Alerts alerts,
            @Reference HomeArrangement arrangement) {
        this.types = types;
        this.registry = registry;
        this.menus = menus;
        this.views = views;
        this.verbs = verbs;
        this.shapes = shapes;
        this.columns = columns;
        this.queries = queries;
        this.callers = callers;
        this.alerts = alerts;
        this.arrangement = arrangement;
    }

    @Override
    public String name() {
        return "home";
    }

    /** @param of {@code team} for what the caller's teams have to do, otherwise his own day */
    @GET
    public Response home(@QueryParam("of") String of) {
        Caller caller = callers.current();
        boolean ofTeam = "team".equals(of);
        Set<String> entities = new TreeSet<>();
        List<Shape> blocks = new ArrayList<>();
        registry.all(HomeBlock.class).stream()
                .sorted(Comparator.comparingInt(HomeBlock::order).thenComparing(HomeBlock::id))
                .forEach(block -> view(block, caller).ifPresent(view -> {
                    entities.add(view.entity());
                    blocks.add(shape(block, view, ofTeam, caller));
                }));
        Shape known = new Shape();
        entities.forEach(entity -> known.with(entity, shapes.of(types.get(entity), caller)));
        return Answers.json(new Shape()
                .with("team", !caller.teams().isEmpty())
                .some("arrangement", arrangement.of(caller))
                .with("alerts", ofTeam ? List.of() : unread())
                .with("blocks", blocks)
                .with("types", known));
    }

    /** How people with a role begin: {@code {role, order, hidden}}. */
    @PUT
    @Path("arrangement")
    public Response arrange(InputStream body) throws IOException {
        Map<String, Object> given = Json.object(body);
        arrangement.keep(Wire.id(String.valueOf(given.get("role"))), texts(given, "order"), texts(given, "hidden"));
        return Answers.nothing();
    }

    private static List<String> texts(Map<String, Object> given, String name) {
        if (given.get(name) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new RefusedException(400, "value.wrong", Map.of("name", name));
    }

    private List<Shape> unread() {
        return alerts.list("unread", "").items().stream()
                .limit(LINES)
                .map(AlertShapes::of)
                .toList();
    }

    /** Empty when the list, its module or the right to read it is absent. */
    private Optional<View> view(HomeBlock block, Caller caller) {
        return registry.find(View.class, block.view()).filter(view -> menus.readable(caller, view.entity()));
    }

    private Shape shape(HomeBlock block, View view, boolean ofTeam, Caller caller) {
        EntityType type = types.get(view.entity());
        List<String> shown = views.columns(view, type, caller);
        List<String> paths = Stream.of(
                        Stream.of(type.title(), block.yearly()).filter(path -> !path.isEmpty()),
                        type.field(OWNER).map(FieldType::name).stream(),
                        shapes.ends(type).values().stream(),
                        shown.stream(),
                        states(type),
                        block.phones().stream())
                .flatMap(asked -> asked)
                .distinct()
                .toList();
        Filter filter = ofTeam ? Filter.parse(widened(view.filter().tree())) : view.filter();
        Page page = queries.page(
                new Query(type.name(), paths, filter, view.sort(), LINES, "", Query.Count.CAPPED, List.of()));
        return new Shape()
                .with("id", block.id())
                .with("entity", type.name())
                .with("view", view.id())
                .with("label", views.label(view.id(), ofTeam))
                .with("columns", shown)
                .some("yearly", block.yearly())
                .with("phones", block.phones())
                .some("total", page.total())
                .with(
                        "rows",
                        page.rows().stream()
                                .map(row -> columns.shape(type.name(), paths, row))
                                .toList());
    }

    private Stream<String> states(EntityType type) {
        return verbs.lifecycle(type.name()).map(Lifecycle::field).stream();
    }

    /** What is asked of one's own records is asked of the records of one's teams. */
    private static Object widened(Object tree) {
        if (MINE.equals(tree)) {
            return OURS;
        }
        if (tree instanceof Map<?, ?> map) {
            Shape wide = new Shape();
            map.forEach((key, value) -> wide.put(key.toString(), widened(value)));
            return wide;
        }
        return tree instanceof List<?> list
                ? list.stream().map(HomeTopic::widened).toList()
                : tree;
    }
}
