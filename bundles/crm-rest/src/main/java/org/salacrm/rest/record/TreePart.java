package org.salacrm.rest.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.query.Sort;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.rest.Answers;
import org.salacrm.rest.json.Shape;

/**
 * All records that hang together with one by a field that refers to its own kind: the companies of a group, everybody
 * in a department. Asked as the caller from the highest that he may read: what he may not is not there, nor what hangs
 * on it alone.
 */
@Component
@Produces(MediaType.APPLICATION_JSON)
public final class TreePart implements RecordPart {
    /** More than this nobody reads; who needs all filters a list. */
    static final int MOST = 200;

    private final EntityTypes types;
    private final Queries queries;

    @Activate
    public TreePart(@Reference EntityTypes types, @Reference Queries queries) {
        this.types = types;
        this.queries = queries;
    }

    @Override
    public String name() {
        return "tree";
    }

    /** {@code {records: [{id, label, above?}], more}}: the highest first, each level by title. */
    @GET
    public Response tree(
            @PathParam("entity") String entity, @PathParam("id") String record, @QueryParam("via") String via) {
        EntityType type = types.get(entity);
        if (via == null || type.field(via).filter(f -> f.ref().equals(entity)).isEmpty()) {
            throw new MalformedQueryException("via", "must be a field that refers to " + entity);
        }
        long id = Wire.id(entity, record);
        Row self = one(type, via, id).orElseThrow(() -> new AbsentRecordException(entity, id));
        Map<Long, Shape> found = new LinkedHashMap<>();
        boolean more = below(type, via, top(type, via, self), found);
        return Answers.json(
                new Shape().with("records", List.copyOf(found.values())).with("more", more));
    }

    private Row top(EntityType type, String via, Row from) {
        List<Long> way = new ArrayList<>();
        Row at = from;
        // A field of the company's own may go round.
        while (!way.contains(at.id()) && at.values().get(1) instanceof Ref above) {
            way.add(at.id());
            Optional<Row> next = one(type, via, above.id());
            if (next.isEmpty()) {
                break;
            }
            at = next.get();
        }
        return at;
    }

    /** @return whether there are more than are told */
    private boolean below(EntityType type, String via, Row top, Map<Long, Shape> found) {
        found.put(top.id(), named(top));
        List<Long> level = List.of(top.id());
        while (!level.isEmpty()) {
            Query query = Query.of(type.name(), type.title(), via)
                    .where(Filter.in(via, level))
                    .sorted(new Sort(type.title(), false))
                    .limit(MOST);
            Page page = queries.page(query);
            List<Long> next = new ArrayList<>();
            for (Row row : page.rows()) {
                if (found.size() == MOST) {
                    return true;
                }
                if (found.putIfAbsent(
                                row.id(),
                                named(row).id("above", ((Ref) row.values().get(1)).id()))
                        == null) {
                    next.add(row.id());
                }
            }
            if (!page.next().isEmpty()) {
                return true;
            }
            level = next;
        }
        return false;
    }

    private static Shape named(Row row) {
        return new Shape()
                .id("id", row.id())
                .with("label", String.valueOf(row.values().get(0)));
    }

    private Optional<Row> one(EntityType type, String via, long id) {
        return queries.one(type.name(), id, List.of(type.title(), via));
    }
}
