package org.salacrm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.salacrm.rest.Browser.Answer;

public class BadInputTest {
    private static TestServer server;
    private static Browser malee;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer().start();
        malee = server.browser().signedIn("malee");
    }

    @AfterClass
    public static void stop() throws Exception {
        server.stop();
    }

    private static void refused(String body, int status, String code) {
        refused(TestServer.utf8(body), status, code);
    }

    private static void refused(byte[] body, int status, String code) {
        for (String path : new String[] {"/api/records/account", "/api/records/account/query"}) {
            Answer answer = malee.send("POST", path, body);
            assertThat(answer.status()).as(answer.text()).isEqualTo(status);
            assertThat(answer.json().path("code").asText()).isEqualTo(code);
            assertThat(answer.json().path("requestId").asText()).isEqualTo(answer.header("X-Request-Id"));
        }
    }

    @Test
    public void brokenJsonIsToldWithItsPlace() {
        refused("{\"name\": oops}", 400, "json.broken");
        refused("{\"name\": 1, \"name\": 2}", 400, "json.broken");
        refused("", 400, "json.broken");
        refused("[]", 400, "json.object");
    }

    @Test
    public void deepJsonIsRefused() {
        refused("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", 400, "json.deep");
    }

    @Test
    public void hugeBodiesAreRefused() {
        refused("{\"name\":\"" + "x".repeat(10 << 20) + "\"}", 413, "body.large");
    }

    @Test
    public void invalidUtf8IsRefused() {
        byte[] body = TestServer.utf8("{\"name\":\"xx\"}");
        body[9] = (byte) 0xC3;
        body[10] = (byte) 0x28;
        refused(body, 400, "json.utf8");
    }

    @Test
    public void charactersThatNoDatabaseKeepsAreRefused() {
        refused("{\"name\":\"a\\u0000b\"}", 400, "json.characters");
        refused("{\"name\":\"a\\ud800b\"}", 400, "json.characters");
    }

    @Test
    public void numbersThatFillTheMemoryAreRefused() {
        refused("{\"limit\":1e1000000000}", 400, "json.number");
    }

    @Test
    public void unknownKeysAndWrongTypesOfAQuestionAreNamed() {
        Answer answer = malee.send("POST", "/api/records/account/query", "{\"limit\":\"many\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).contains("limit");
        assertThat(malee.send("POST", "/api/records/account/query", "{\"where\":1}")
                        .text())
                .contains("where");
        assertThat(malee.get("/api/records/account?filter=%7Bnope").status()).isEqualTo(400);
        assertThat(malee.get("/api/records/account?limit=0").status()).isEqualTo(400);
    }

    @Test
    public void formsAreNoJson() {
        for (String path : new String[] {"/api/session", "/api/records/account/query"}) {
            Answer answer = malee.send("POST", path, "a=b", "Content-Type", "application/x-www-form-urlencoded");
            assertThat(answer.status()).as(path).isEqualTo(415);
            assertThat(answer.json().path("title").asText()).contains("JSON");
        }
    }

    @Test
    public void brokenAddressesGetAnAnswerBelow500() {
        for (String path : new String[] {
            "/api/records/account?text=%FF%FE",
            "/api/records/%2e%2e/secret",
            "/api/records/account%00/1",
            "/api/records/account/99999999999999999999",
            "/api/preferences/..%2f..%2fx",
            "/api//session",
            "/api/records/"
        }) {
            assertThat(malee.get(path).status()).as(path).isBetween(200, 499);
        }
    }
}
