package org.salacrm.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** Somebody who is signed in, on a connection of his own. Used by one thread. */
final class Person implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Line line;
    private final String headers;

    private Person(Line line, String headers) {
        this.line = line;
        this.headers = headers;
    }

    static Person signIn(int port, String login, String password) throws IOException {
        Line line = new Line(port);
        String body = text(Map.of("login", login, "password", password));
        Line.Answer answer = line.send(Line.request("POST", "/api/session", "", body));
        if (answer.status() != 200) {
            line.close();
            throw new IOException("sign-in of " + login + " answered " + answer.text());
        }
        String cookie = answer.header("Set-Cookie").split(";")[0];
        String csrf = JSON.readTree(answer.body()).get("csrf").asText();
        return new Person(line, "Cookie: " + cookie + "\r\nX-CSRF-Token: " + csrf + "\r\n");
    }

    /** A request made once and sent often. @param more further headers, each with its line end */
    byte[] request(String method, String path, String more, Object body) {
        return Line.request(method, path, headers + more, body == null ? "" : text(body));
    }

    /** A form with a file in it, its parts divided by the boundary. */
    byte[] upload(String path, String boundary, byte[] form) {
        return Line.request(
                "POST", path, headers + "Content-Type: multipart/form-data; boundary=" + boundary + "\r\n", form);
    }

    Line.Answer send(byte[] request) throws IOException {
        return line.send(request);
    }

    /** A request that must succeed. */
    Line.Answer ok(byte[] request) throws IOException {
        Line.Answer answer = line.send(request);
        if (answer.status() >= 300) {
            throw new IOException("answered " + answer.status() + " " + answer.text());
        }
        return answer;
    }

    JsonNode json(String method, String path, Object body) throws IOException {
        return read(ok(request(method, path, "", body)));
    }

    static JsonNode read(Line.Answer answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
