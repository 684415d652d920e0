package org.salacrm.rest.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salacrm.rest.json.Shape;

/** Single operations as OpenAPI describes them. */
final class Operations {

    private Operations() {}

    static Shape ref(String schema) {
        return new Shape().with("$ref", "#/components/schemas/" + schema);
    }

    static Shape path(String name) {
        return parameter(name, "path").with("required", true);
    }

    static Shape query(String entity) {
        return operation("query " + entity, List.of(), ref("Query"), "200", ref("page." + entity));
    }

    static Shape list(String entity) {
        List<Shape> parameters = new ArrayList<>();
        for (String name :
                List.of("fields", "filter", "text", "textField", "sort", "limit", "after", "count", "sums")) {
            parameters.add(parameter(name, "query"));
        }
        return operation("list " + entity, parameters, null, "200", ref("page." + entity));
    }

    static Shape create(String entity) {
        return operation("create " + entity, List.of(), ref("record." + entity), "201", ref("record." + entity));
    }

    static Shape read(String entity) {
        return operation("read " + entity, List.of(parameter("fields", "query")), null, "200", ref("record." + entity));
    }

    static Shape change(String entity) {
        return operation(
                "change " + entity, List.of(ifMatch()), ref("record." + entity), "200", ref("record." + entity));
    }

    static Shape delete(String entity) {
        return operation("delete " + entity, List.of(ifMatch()), null, "204", null);
    }

    private static Shape ifMatch() {
        return parameter("If-Match", "header").with("required", true);
    }

    private static Shape parameter(String name, String place) {
        return new Shape().with("name", name).with("in", place).with("schema", Map.of("type", "string"));
    }

    /** @param body schema of the request, null for none @param answer schema of the answer, null for none */
    static Shape operation(String summary, List<Shape> parameters, Shape body, String status, Shape answer) {
        Shape operation = new Shape()
                .with("operationId", summary.replaceAll("[^A-Za-z0-9]+", "_"))
                .with("summary", summary)
                .some("parameters", parameters);
        if (body != null) {
            operation.with("requestBody", new Shape().with("content", json(body)));
        }
        Shape good = new Shape().with("description", answer == null ? "Done" : "The answer");
        if (answer != null) {
            good.with("content", json(answer));
        }
        Shape bad = new Shape()
                .with("description", "A refusal")
                .with(
                        "content",
                        new Shape().with("application/problem+json", new Shape().with("schema", ref("Problem"))));
        return operation.with("responses", new Shape().with(status, good).with("default", bad));
    }

    private static Shape json(Shape schema) {
        return new Shape().with("application/json", new Shape().with("schema", schema));
    }
}
