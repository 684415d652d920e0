package org.salacrm.rest.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.LabelFormat;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.label.AddressList;
import org.salacrm.api.label.Labels;
import org.salacrm.api.label.Labels.Survey;
import org.salacrm.api.label.Labels.Wish;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Call;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;

/** Addresses of records on labels and envelopes: looked through, seen as a picture, and taken as a PDF. */
@Component
public final class LabelPart implements RecordPart {
    private static final Set<String> OF_LABELS =
            Set.of("format", "kind", "language", "start", "copies", "person", "heading", "nameless");

    private final Labels labels;
    private final Questions questions;
    private final Registry registry;
    private final PickLists pickLists;
    private final EntityTypes types;

    @Activate
    public LabelPart(
            @Reference Labels labels,
            @Reference Questions questions,
            @Reference Registry registry,
            @Reference PickLists pickLists,
            @Reference EntityTypes types) {
        this.labels = labels;
        this.questions = questions;
        this.registry = registry;
        this.pickLists = pickLists;
        this.types = types;
    }

    @Override
    public String name() {
        return "labels";
    }

    @POST
    public Response pdf(@PathParam("entity") String entity, @Context HttpServletRequest request, InputStream body)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        labels.prepare(wish(entity, request, body)).pdf(file);
        return Response.ok(file.toByteArray(), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"" + entity + "-labels.pdf\"")
                .build();
    }

    @POST
    @Path("picture")
    public Response picture(@PathParam("entity") String entity, @Context HttpServletRequest request, InputStream body)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        labels.picture(wish(entity, request, body), file);
        return Response.ok(file.toByteArray(), "image/png").build();
    }

    @POST
    @Path("check")
    public Response check(@PathParam("entity") String entity, @Context HttpServletRequest request, InputStream body)
            throws IOException {
        Survey survey = labels.survey(wish(entity, request, body));
        List<Shape> formats = registry.all(LabelFormat.class).stream()
                .sorted(Comparator.comparingInt(LabelFormat::order))
                .map(format -> new Shape()
                        .with("id", format.id())
                        .with("label", format.label())
                        .with("places", format.places()))
                .toList();
        return Answers.json(new Shape()
                .with("records", survey.records())
                .with("most", Labels.MOST)
                .with("missing", survey.missing())
                .with("without", survey.without())
                .with("formats", formats)
                .with("kinds", kinds(entity)));
    }

    /** The kinds of addresses, where the entity's have any. */
    private List<Shape> kinds(String entity) {
        return AddressList.of(types, types.get(entity))
                .flatMap(field -> types.find(field.part()))
                .flatMap(part -> part.field("kind"))
                .map(FieldType::pickList)
                .map(list -> pickLists.get(list).items().stream()
                        .map(item -> new Shape().with("code", item.code()).with("label", item.label()))
                        .toList())
                .orElse(List.of());
    }

    private Wish wish(String entity, HttpServletRequest request, InputStream body) throws IOException {
        Map<String, Object> question = new LinkedHashMap<>(Json.object(body));
        Map<String, Object> given = new LinkedHashMap<>(question);
        given.keySet().retainAll(OF_LABELS);
        question.keySet().removeAll(OF_LABELS);
        question.put("fields", List.of("id"));
        String language = text(given, "language", Call.of(request).language());
        return new Wish(
                questions.read(entity, question),
                text(given, "format", ""),
                text(given, "kind", ""),
                language.equals("th") ? "th" : "en",
                number(given, "start"),
                number(given, "copies"),
                Boolean.TRUE.equals(given.get("person")),
                Boolean.TRUE.equals(given.get("heading")),
                Boolean.TRUE.equals(given.get("nameless")));
    }

    private static String text(Map<String, Object> given, String key, String otherwise) {
        Object value = given.getOrDefault(key, otherwise);
        if (value instanceof String text) {
            return text;
        }
        throw new MalformedQueryException(key, "must be text");
    }

    private static int number(Map<String, Object> given, String key) {
        if (given.getOrDefault(key, 1) instanceof Integer number) {
            return number;
        }
        throw new MalformedQueryException(key, "must be a whole number");
    }
}
