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
import org.salacrm.api.record.Records;
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
        Map<String, Object> values = given.get("values") == null
                ? merges.propose(entity, ids(seen)).values()
                : Wire.values(Json.object(given.get("values")));
        Merges.Merged merged = merges.merge(entity, seen.get(0), seen.subList(1, seen.size()), values);
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
                    version instanceof Integer number ? number : Records.ANY_VERSION));
        }
        return seen;
    }

    private static List<Long> ids(List<Seen> seen) {
        return seen.stream().map(Seen::id).toList();
    }
}
