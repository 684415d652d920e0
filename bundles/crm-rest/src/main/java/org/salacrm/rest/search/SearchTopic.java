package org.salacrm.rest.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.message.Text;
import org.salacrm.api.search.Search;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.metadata.Labels;
import org.salacrm.rest.problem.RefusedException;
import org.salacrm.rest.record.Happenings;

/** Finds records of every kind by a part of what stands in them. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class SearchTopic implements Topic {
    private static final int MOST_EACH = 50;

    private final Search search;
    private final EntityTypes types;
    private final Labels labels;
    private final Happenings happenings;

    @Activate
    public SearchTopic(
            @Reference Search search,
            @Reference EntityTypes types,
            @Reference Labels labels,
            @Reference Happenings happenings) {
        this.search = search;
        this.types = types;
        this.labels = labels;
        this.happenings = happenings;
    }

    @Override
    public String name() {
        return "search";
    }

    /** @param entities names of entities with commas between, all when empty */
    @GET
    public Response find(
            @DefaultValue("") @QueryParam("q") String text,
            @DefaultValue("") @QueryParam("entities") String entities,
            @DefaultValue("5") @QueryParam("limit") int limit) {
        if (limit < 1 || limit > MOST_EACH) {
            throw new RefusedException(400, "value.wrong", Map.of("name", "limit"));
        }
        List<String> named = Arrays.stream(entities.split(","))
                .filter(name -> !name.isBlank())
                .toList();
        named.forEach(types::get);
        List<Shape> groups =
                search.find(text, named, limit).stream().map(this::group).toList();
        return Response.ok(Json.bytes(new Shape().with("groups", groups))).build();
    }

    private Shape group(Search.Group group) {
        EntityType type = types.get(group.entity());
        return new Shape()
                .with("entity", group.entity())
                .with("total", group.total())
                .with("exact", group.exact())
                .with("hits", group.hits().stream().map(hit -> hit(type, hit)).toList());
    }

    private Shape hit(EntityType type, Search.Hit hit) {
        return new Shape()
                .id("id", hit.id())
                .with("title", hit.title())
                .with("field", hit.field())
                .some("label", type.field(hit.field()).map(field -> label(type, field, hit.former())))
                .with("value", hit.value())
                .with("marks", hit.marks())
                .some("state", hit.state().flatMap(happenings::state))
                .some("former", Optional.of(true).filter(former -> hit.former()));
    }

    /** @param former whether another record was called so, which was merged into the one found */
    private Text label(EntityType type, FieldType field, boolean former) {
        Text own = labels.field(type.name(), field);
        return former ? labels.former(own) : own;
    }
}
