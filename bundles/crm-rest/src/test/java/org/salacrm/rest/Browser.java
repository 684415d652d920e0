package org.salacrm.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A client of a test: keeps the cookie and the second secret as a browser does. */
final class Browser {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private String cookie = "";
    private String csrf = "";
    private String language = "en";

    Browser(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /** An answer with its body as text and as JSON. */
    record Answer(int status, HttpResponse<byte[]> raw) {
        String text() {
            return new String(raw.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(raw.body());
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + text(), e);
            }
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    Browser speaking(String other) {
        language = other;
        return this;
    }

    Browser signedIn(String login) {
        Answer answer = send("POST", "/api/session", "{\"login\":\"" + login + "\",\"password\":\"secret\"}");
        cookie = answer.header("Set-Cookie").replaceFirst(";.*", "");
        csrf = answer.json().path("csrf").asText();
        return this;
    }

    Browser forgetting() {
        csrf = "";
        return this;
    }

    Answer get(String path, String... headers) {
        return send("GET", path, (byte[]) null, headers);
    }

    Answer send(String method, String path, String body, String... headers) {
        return send(method, path, body == null ? (byte[]) null : body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Sends a form without telling its length before. */
    Answer sendChunked(String path, byte[] form) {
        HttpRequest.BodyPublisher unknown =
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .POST(unknown)
                .setHeader("Content-Type", "multipart/form-data; boundary=x")
                .setHeader("Cookie", cookie)
                .setHeader("X-CSRF-Token", csrf)
                .build());
    }

    /** The lines of a request's head that say who sends it. */
    String identity() {
        return "Cookie: " + cookie + "\r\nX-CSRF-Token: " + csrf + "\r\n";
    }

    /** An open line of events. */
    InputStream events() {
        return events("");
    }

    /** An open line of events, asked for with such a query. */
    InputStream events(String query) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/events" + query))
                .setHeader("Cookie", cookie)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Answer send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .setHeader("Accept-Language", language);
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        if (!cookie.isEmpty()) {
            request.setHeader("Cookie", cookie);
        }
        if (!csrf.isEmpty()) {
            request.setHeader("X-CSRF-Token", csrf);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
