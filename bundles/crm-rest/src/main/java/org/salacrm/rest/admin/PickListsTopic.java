package org.salacrm.rest.admin;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.message.Text;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.metadata.Labels;
import org.salacrm.rest.problem.RefusedException;

/** The words that the company chooses from. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class PickListsTopic implements Topic {
    private final PickLists lists;
    private final Labels labels;

    @Activate
    public PickListsTopic(@Reference PickLists lists, @Reference Labels labels) {
        this.lists = lists;
        this.labels = labels;
    }

    @Override
    public String name() {
        return "pick-lists";
    }

    @GET
    public Response all() {
        List<Shape> all = lists.all().stream()
                .map(list -> new Shape()
                        .with("id", list.id())
                        .with("label", labels.pickList(list.id()))
                        .with("rows", list.items().size()))
                .toList();
        return Answers.json(all);
    }

    @GET
    @Path("{list}")
    public Response get(@PathParam("list") String id) {
        return Answers.json(find(id).items().stream().map(PickListsTopic::shape).toList());
    }

    @PUT
    @Path("{list}")
    public Response put(@PathParam("list") String id, InputStream body) throws IOException {
        PickList before = find(id);
        if (!(Json.read(body) instanceof List<?> rows)) {
            throw wrong("rows");
        }
        List<PickList.Item> items = new ArrayList<>();
        for (Object row : rows) {
            items.add(item(Json.object(row), before, items.size() + 1));
        }
        lists.save(new PickList(id, items));
        return get(id);
    }

    private PickList find(String id) {
        return lists.all().stream()
                .filter(list -> list.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException(404, "address.unknown"));
    }

    private static Shape shape(PickList.Item item) {
        return new Shape()
                .with("code", item.code())
                .with("label", item.label())
                .with("order", item.order())
                .some("tone", item.tone())
                .some("phase", item.phase())
                .some("percent", item.percent())
                .with("active", item.active());
    }

    /** A row as given; phase and percent stay as they were when they are not named. */
    private static PickList.Item item(Map<String, Object> row, PickList before, int place) {
        String code = text(row.get("code"), "code");
        Optional<PickList.Item> old = before.item(code);
        Map<String, Object> label = Json.object(row.get("label"));
        Object percent = row.get("percent");
        return new PickList.Item(
                code,
                new Text(text(label.get("th"), "label"), text(label.get("en"), "label")),
                row.get("order") instanceof Integer order ? order : place,
                text(row.getOrDefault("tone", old.map(PickList.Item::tone).orElse("")), "tone"),
                text(row.getOrDefault("phase", old.map(PickList.Item::phase).orElse("")), "phase"),
                percent instanceof Number number
                        ? Optional.of(new BigDecimal(number.toString()))
                        : row.containsKey("percent") ? Optional.empty() : old.flatMap(PickList.Item::percent),
                !Boolean.FALSE.equals(row.get("active")));
    }

    private static String text(Object value, String name) {
        if (value instanceof String text) {
            return text;
        }
        throw wrong(name);
    }

    private static RefusedException wrong(String name) {
        return new RefusedException(400, "value.wrong", Map.of("name", name));
    }
}
