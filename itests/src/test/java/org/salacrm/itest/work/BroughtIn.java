package org.salacrm.itest.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salacrm.itest.Person;

/** A file on its way into Sala, in the hands of the one who brings it. */
final class BroughtIn {
    private static final Path EXAMPLES = Path.of("../examples/import");

    private final Person clerk;
    private final String id;

    private BroughtIn(Person clerk, String id) {
        this.clerk = clerk;
        this.id = id;
    }

    /** One of the files to practise on. */
    static BroughtIn example(Person clerk, String entity, String name) {
        try {
            return file(clerk, entity, name, Files.readAllBytes(EXAMPLES.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BroughtIn text(Person clerk, String entity, String... lines) {
        byte[] content = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
        return file(clerk, entity, "list.csv", content);
    }

    static BroughtIn file(Person clerk, String entity, String name, byte[] content) {
        HttpResponse<String> answer = offered(clerk, entity, name, content);
        if (answer.statusCode() != 201) {
            throw new AssertionError(name + " was answered " + answer.statusCode() + " " + answer.body());
        }
        return new BroughtIn(clerk, Person.read(answer.body()).get("id").asText());
    }

    /** What the upload of a file is answered. */
    static HttpResponse<String> offered(Person clerk, String entity, String name, byte[] content) {
        return clerk.attach("/api/imports", Map.of("entity", entity), name, content);
    }

    String address() {
        return "/api/imports/" + id;
    }

    JsonNode state() {
        return clerk.get(address());
    }

    /** Header to the field it is read into; columns that are left out are not named. */
    Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>();
        for (JsonNode column : state().get("columns")) {
            if (column.has("field")) {
                fields.put(column.get("header").asText(), column.get("field").asText());
            }
        }
        return fields;
    }

    void change(Map<String, ?> change) {
        clerk.ok("PATCH", address(), change);
    }

    /** Leaves columns out, as one click at each does. */
    void leaveOut(String... headers) {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (JsonNode column : state().get("columns")) {
            if (List.of(headers).contains(column.get("header").asText())) {
                columns.add(Map.of("index", column.get("index").asInt(), "field", ""));
            }
        }
        change(Map.of("columns", columns));
    }

    /** Checks all rows. @return what the check came to */
    JsonNode check() {
        clerk.job(address() + "/check");
        return state().get("summary");
    }

    /** Imports the rows. @return what that came to */
    JsonNode run() {
        clerk.job(address() + "/run");
        return state().get("summary");
    }

    /** Starts the import and leaves it to itself. @return its job */
    String start() {
        return clerk.ok("POST", address() + "/run", null).get("job").asText();
    }

    /** All problems in the order of rows, in the clerk's language. */
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = clerk.get(address() + "/problems?after=" + after);
            page.get("items").forEach(item -> all.add(Problem.of(item)));
            after = page.path("next").asText();
        } while (!after.isEmpty());
        return all;
    }

    /** A cell that was refused or repaired. */
    record Problem(long row, String header, String value, String code, String message, boolean refused) {
        static Problem of(JsonNode item) {
            return new Problem(
                    item.get("row").asLong(),
                    item.get("header").asText(),
                    item.get("value").asText(),
                    item.get("code").asText(),
                    item.get("message").asText(),
                    item.get("severity").asText().equals("error"));
        }
    }

    /** The refused rows with their reasons, cell by cell, as the downloaded text holds them; the headers first. */
    List<List<String>> failed() {
        String text = clerk.send("GET", address() + "/failed.csv", null).body();
        return Arrays.stream(text.replace("\uFEFF", "").split("\r\n"))
                .map(BroughtIn::cells)
                .toList();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : (line + ",").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
                // Two quotes stand for one, of which the first has ended the text for a moment.
                if (quoted && !cell.isEmpty()) {
                    cell.append(c);
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        return cells;
    }
}
