package org.salacrm.rest.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A client of three files for tests. */
public final class TestClient {
    private static final Map<String, String> FILES = Map.of(
            "/index.html", "<html><style nonce=\"__NONCE__\"></style></html>",
            "/assets/app-1a2b.js", "let a = 1;\n".repeat(500),
            "/favicon.svg", "<svg/>");

    private TestClient() {}

    public static ClientServlet servlet() {
        ClientFiles files = new ClientFiles(
                path -> Optional.ofNullable(FILES.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8)));
        return new ClientServlet(() -> Optional.of(files));
    }
}
