package org.salacrm.rest.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.record.Merges;
import org.salacrm.api.record.Merges.Seen;
import org.salacrm.rest.Answers;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;

/** Makes one record of several. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public final class MergePart implements RecordPart {
    private final Merges merges;

    @Activate
    public MergePart(@Reference Merges merges) {
        this.merges = merges;
    }

    @Override
    public String name() {
        return "merge";
    }

    /** Without values the one that stays becomes the most complete of them. */
    @POST
    public Response merge(@PathParam("entity") String entity, InputStream body) throws IOException {
        Map<String, Object> given = Json.object(body);
        List<Seen> seen = seen(given);
        Seen stays = seen.get(0);
        List<Seen> go = seen.subList(1, seen.size());
        Merges.Merged merged = given.get("values") == null
                ? merges.merge(entity, stays, go)
                : merges.merge(entity, stays, go, Wire.values(Json.object(given.get("values"))));
        return Answers.json(new Shape()
                .id("merge", merged.merge())
                .id("id", merged.stays().id())
                .with("version", merged.stays().version())
                .with("moved", merged.moved()));
    }

    @POST
    @Path("proposal")
    public Response propose(@PathParam("entity") String entity, InputStream body) throws IOException {
        Merges.Proposal proposal = merges.propose(entity, ids(seen(Json.object(body))));
        return Answers.json(new Shape().with("values", proposal.values()).with("moves", proposal.moves()));
    }

    /** The one that stays first. */
    private static List<Seen> seen(Map<String, Object> given) {
        if (!(given.get("records") instanceof List<?> records) || records.size() < 2 || records.size() > Merges.MOST) {
            throw new MalformedQueryException("records", "must be 2 to " + Merges.MOST + " records");
        }
        List<Seen> seen = new ArrayList<>();
        for (Object record : records) {
            Map<String, Object> one = Json.object(record);
            Object version = one.get("version");
            seen.add(new Seen(
                    Wire.id(String.valueOf(one.get("id"))),
                    Wire.optionalVersion(version == null ? null : String.valueOf(version))));
        }
        return seen;
    }

    private static List<Long> ids(List<Seen> seen) {
        return seen.stream().map(Seen::id).toList();
    }
}
