package org.salacrm.rest.record;

import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.file.Files;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Notes;
import org.salacrm.api.security.Callers;
import org.salacrm.rest.Answers;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.metadata.RelatedLists;
import org.salacrm.rest.metadata.RelatedLists.Related;

/** How many records stand in each list below a record, and how many notes and files it has. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public final class CountsPart implements RecordPart {
    private final EntityTypes types;
    private final Queries queries;
    private final Notes notes;
    private final Files files;
    private final RelatedLists related;
    private final Callers callers;

    @Activate
    public CountsPart(
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference Notes notes,
            @Reference Files files,
            @Reference RelatedLists related,
            @Reference Callers callers) {
        this.types = types;
        this.queries = queries;
        this.notes = notes;
        this.files = files;
        this.related = related;
        this.callers = callers;
    }

    @Override
    public String name() {
        return "counts";
    }

    @GET
    public Response counts(@PathParam("entity") String entity, @PathParam("id") String record) {
        EntityType type = types.get(entity);
        long id = Wire.id(entity, record);
        queries.one(entity, id, List.of()).orElseThrow(() -> new AbsentRecordException(entity, id));
        Shape counts = new Shape();
        for (Related list : related.of(type, callers.current())) {
            Query query = Query.of(list.entity().name())
                    .where(Filter.eq(list.via().name(), id))
                    .limit(1)
                    .counted(Query.Count.CAPPED);
            Page.Total total = queries.page(query).total().orElse(new Page.Total(0, true));
            counts.with(list.id(), shape(total));
        }
        counts.with("notes", shape(new Page.Total(notes.count(entity, id), true)));
        counts.with("files", shape(new Page.Total(files.count(entity, id), true)));
        return Answers.json(counts);
    }

    private static Map<String, Object> shape(Page.Total total) {
        return Map.of("value", total.value(), "exact", total.exact());
    }
}
