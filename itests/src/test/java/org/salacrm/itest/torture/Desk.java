package org.salacrm.itest.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.salacrm.itest.Person;

/**
 * Where somebody works while Sala or its database may be gone at any moment. An answer of 500 or a lost session is
 * never right.
 *
 * @param name begins the names of all that is made here
 */
record Desk(String name, Person person, Random random) {

    /** @throws OpenException when no answer came, or 503 */
    JsonNode ask(String method, String path, Object body, String... headers) {
        return answered(method + " " + path, () -> person.send(method, path, body, headers));
    }

    JsonNode upload(String path, String entity, Path file) {
        return answered("upload to " + path, () -> person.sendFile(path, entity, file));
    }

    private static JsonNode answered(String what, Supplier<HttpResponse<String>> question) {
        HttpResponse<String> answer;
        try {
            answer = question.get();
        } catch (UncheckedIOException e) {
            throw new OpenException(what, e);
        }
        if (answer.statusCode() == 503) {
            if (answer.headers().firstValue("Retry-After").isEmpty()) {
                throw new AssertionError(what + " answered 503 without Retry-After");
            }
            throw new OpenException(answer.body(), null);
        }
        if (answer.statusCode() >= 300) {
            throw new AssertionError(what + " answered " + answer.statusCode() + " " + answer.body());
        }
        return Person.read(answer.body());
    }

    JsonNode act(String entity, String id, String action, Map<String, ?> input) {
        String path = "/api/records/" + entity + "/" + id;
        String version = ask("GET", path, null).get("version").asText();
        return ask("POST", path + "/actions/" + action, Map.of("input", input), "If-Match", '"' + version + '"');
    }

    /** The records of that name or beginning of a name; at most 200. */
    JsonNode found(String entity, String field, String op, String value, String... more) {
        return ask(
                        "POST",
                        "/api/records/" + entity + "/query",
                        Map.of(
                                "fields",
                                List.of(more),
                                "filter",
                                Map.of("field", field, "op", op, "value", value),
                                "limit",
                                200))
                .get("items");
    }

    /** All records that a filter finds, page by page. */
    List<JsonNode> all(String entity, Map<String, ?> filter, List<String> fields) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            Map<String, Object> query =
                    new HashMap<>(Map.of("fields", fields, "filter", filter, "limit", 200, "count", false));
            if (!after.isEmpty()) {
                query.put("after", after);
            }
            JsonNode page = ask("POST", "/api/records/" + entity + "/query", query);
            page.get("items").forEach(all::add);
            after = page.path("next").asText("");
        } while (!after.isEmpty());
        return all;
    }
}
