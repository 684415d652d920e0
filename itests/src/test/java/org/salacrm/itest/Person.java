package org.salacrm.itest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody who is signed in over HTTP and works with JSON. */
public final class Person {
    private static final Pattern FIRST_PASSWORD = Pattern.compile("Password[^:]*:\\s+(\\S+)");
    private static final Pattern GIVEN_PASSWORD = Pattern.compile("\\w{4}(-\\w{4}){3}");

    /** What everybody chooses in the tests. */
    public static final String PASSWORD = "Sala-test-2026";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration JOB = Duration.ofMinutes(5);

    private final RunningSala sala;
    private final String cookie;
    private final String csrf;

    private Person(RunningSala sala, String cookie, String csrf) {
        this.sala = sala;
        this.cookie = cookie;
        this.csrf = csrf;
    }

    /** The administrator, with the password printed at the first start, which he changes. */
    public static Person administrator(RunningSala sala) {
        String printed = firstPassword(sala);
        HttpResponse<String> first = tryPassword(sala, "admin", printed);
        if (first.statusCode() != 200) {
            return signIn(sala, "admin", PASSWORD);
        }
        return of(sala, first).choosing(printed, PASSWORD);
    }

    /** What the first start printed for the administrator. */
    static String firstPassword(RunningSala sala) {
        Wait.until(() -> "the first password is printed", JOB, () -> FIRST_PASSWORD
                .matcher(sala.printed())
                .find());
        Matcher printed = FIRST_PASSWORD.matcher(sala.printed());
        printed.find();
        return printed.group(1);
    }

    /** Somebody who was given a password, in words that end with it or go on behind it, and chooses one of his own. */
    public static Person firstSignIn(RunningSala sala, String login, String given, String own) {
        Matcher password = GIVEN_PASSWORD.matcher(given);
        if (!password.find()) {
            throw new AssertionError("no password in " + given);
        }
        return signIn(sala, login, password.group()).choosing(password.group(), own);
    }

    private Person choosing(String current, String next) {
        ok("PUT", "/api/session/password", Map.of("current", current, "next", next));
        return this;
    }

    public static Person signIn(RunningSala sala, String login, String password) {
        HttpResponse<String> answer = tryPassword(sala, login, password);
        if (answer.statusCode() != 200) {
            throw new AssertionError("sign-in of " + login + " answered " + answer.body());
        }
        return of(sala, answer);
    }

    /** One of the people of the made-up company. */
    public static Person persona(RunningSala sala, String persona) {
        HttpResponse<String> answer = post(sala, "/api/session/persona", Map.of("persona", persona));
        if (answer.statusCode() != 200) {
            throw new AssertionError("sign-in as " + persona + " answered " + answer.body());
        }
        return of(sala, answer);
    }

    /** The status that a sign-in is answered with. */
    public static int tries(RunningSala sala, String login, String password) {
        return tryPassword(sala, login, password).statusCode();
    }

    private static HttpResponse<String> tryPassword(RunningSala sala, String login, String password) {
        return post(sala, "/api/session", Map.of("login", login, "password", password));
    }

    private static HttpResponse<String> post(RunningSala sala, String path, Map<String, ?> body) {
        return sala.send(HttpRequest.newBuilder(sala.address(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(text(body))));
    }

    private static Person of(RunningSala sala, HttpResponse<String> answer) {
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        return new Person(sala, cookie, read(answer.body()).get("csrf").asText());
    }

    /** The same session shown to another installation. */
    Person at(RunningSala other) {
        return new Person(other, cookie, csrf);
    }

    /** Any request; headers in pairs. */
    public HttpResponse<String> send(String method, String path, Object body, String... headers) {
        HttpRequest.Builder request = signed(HttpRequest.newBuilder(sala.address(path)))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return sala.send(request);
    }

    /** A request of another kind, with what shows who sends it. */
    public HttpRequest.Builder signed(HttpRequest.Builder request) {
        return request.header("Cookie", cookie).header("X-CSRF-Token", csrf);
    }

    /** A file that is asked for with a body. */
    public HttpResponse<byte[]> file(String path, Object body) {
        HttpRequest.Builder request = signed(HttpRequest.newBuilder(sala.address(path)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(text(body)));
        return sala.send(request, BodyHandlers.ofByteArray());
    }

    /** What he is told as it happens, line by line until he hangs up. */
    public Stream<String> events() {
        return sala.lines(signed(HttpRequest.newBuilder(sala.address("/api/events"))));
    }

    /** A request that must succeed. */
    public JsonNode ok(String method, String path, Object body, String... headers) {
        HttpResponse<String> answer = send(method, path, body, headers);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.nullNode() : read(answer.body());
    }

    public JsonNode get(String path) {
        return ok("GET", path, null);
    }

    public JsonNode create(String entity, Map<String, ?> values) {
        return ok("POST", "/api/records/" + entity, values);
    }

    public JsonNode query(String entity, Map<String, ?> query) {
        return ok("POST", "/api/records/" + entity + "/query", query);
    }

    public long count(String entity) {
        return count(entity, Map.of());
    }

    public long count(String entity, Map<String, ?> filter) {
        Map<String, Object> query = new HashMap<>(Map.of("count", "exact", "fields", List.of(), "limit", 1));
        if (!filter.isEmpty()) {
            query.put("filter", filter);
        }
        return query(entity, query).at("/total/value").asLong();
    }

    /** An action on a record as it is now. */
    public JsonNode act(String entity, String id, String action, Map<String, ?> input) {
        String version = get("/api/records/" + entity + "/" + id).get("version").asText();
        return ok(
                "POST",
                "/api/records/" + entity + "/" + id + "/actions/" + action,
                Map.of("input", input),
                "If-Match",
                '"' + version + '"');
    }

    public JsonNode upload(String path, String entity, Path file) {
        HttpResponse<String> answer = sendFile(path, entity, file);
        if (answer.statusCode() != 201) {
            throw new AssertionError("upload answered " + answer.statusCode() + " " + answer.body());
        }
        return read(answer.body());
    }

    /** Any upload of a form. */
    public HttpResponse<String> sendFile(String path, String entity, Path file) {
        try {
            return attach(path, Map.of("entity", entity), file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a file as a form does, with the form's other fields. */
    public HttpResponse<String> attach(String path, Map<String, String> fields, String name, byte[] content) {
        String boundary = "sala-test-boundary";
        StringBuilder head = new StringBuilder();
        fields.forEach((field, value) -> head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + field + "\"\r\n\r\n" + value + "\r\n"));
        head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        byte[] end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return sala.send(signed(HttpRequest.newBuilder(sala.address(path)))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(
                        List.of(head.toString().getBytes(StandardCharsets.UTF_8), content, end))));
    }

    /** Starts a job and waits until it is done. */
    public JsonNode job(String path) {
        JsonNode ended = ended(ok("POST", path, null).get("job").asText());
        if (!ended.get("state").asText().equals("done")) {
            throw new AssertionError("the job of " + path + " ended as " + ended);
        }
        return ended;
    }

    /** Waits for the end of a job, whatever that is. */
    public JsonNode ended(String job) {
        JsonNode[] last = new JsonNode[1];
        Wait.until(() -> "the job ends: " + last[0], JOB, () -> {
            last[0] = get("/api/jobs/" + job);
            return !List.of("waiting", "running").contains(last[0].get("state").asText());
        });
        return last[0];
    }

    /** Installs a module unless it is in. */
    public void install(String module) {
        boolean installed = false;
        for (JsonNode info : get("/api/modules")) {
            installed |= info.get("id").asText().equals(module)
                    && info.get("state").asText().equals("installed");
        }
        if (!installed) {
            job("/api/modules/" + module + "/install");
        }
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }
}
