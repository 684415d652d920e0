package org.salacrm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.salacrm.rest.Browser.Answer;

public class SessionOverHttpTest {
    private static TestServer server;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer().start();
    }

    @AfterClass
    public static void stop() throws Exception {
        server.stop();
    }

    @Test
    public void strangersAreToldWhatTheSignInPageNeeds() {
        Answer answer = server.browser().speaking("th-TH,th;q=0.9,en;q=0.5").get("/api/session");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("title").asText()).isEqualTo("โปรดเข้าสู่ระบบ");
        assertThat(answer.json().path("languages")).hasSize(2);
        assertThat(answer.json().path("personas").get(0).path("name").path("th").asText())
                .isEqualTo("สมชาย");
        assertThat(answer.json().path("company").path("name").path("en").asText())
                .isEqualTo("Sala");
    }

    @Test
    public void peopleOfTheDemoAreForThisMachineOnly() throws IOException {
        String wipa = "{\"persona\":\"sales\"}";
        assertThat(server.browser().send("POST", "/api/session/persona", wipa).status())
                .isEqualTo(200);
        for (String header : List.of("X-Forwarded-For", "Forwarded", "Via", "X-Real-IP", "X-Forwarded-Host")) {
            assertThat(server.browser()
                            .send("POST", "/api/session/persona", wipa, header, "198.51.100.7")
                            .status())
                    .as(header)
                    .isEqualTo(401);
        }
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            String request = "POST /api/session/persona HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
                    + "Content-Type: application/json\r\nContent-Length: " + wipa.length() + "\r\n\r\n" + wipa;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 401");
        }
    }

    @Test
    public void nothingElseIsOpenToStrangers() {
        Browser stranger = server.browser();
        assertThat(stranger.get("/api/bootstrap").status()).isEqualTo(401);
        assertThat(stranger.send("POST", "/api/records/account/query", "{}").status())
                .isEqualTo(401);
        assertThat(stranger.get("/api/records/account/1").status()).isEqualTo(401);
        assertThat(stranger.get("/api/nothing").status()).isEqualTo(401);
    }

    @Test
    public void aSessionIsACookieThatScriptsDoNotSee() {
        Answer answer = server.browser().send("POST", "/api/session", "{\"login\":\"malee\",\"password\":\"secret\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie"))
                .startsWith("SALA_SESSION=")
                .contains("; HttpOnly")
                .contains("; SameSite=Lax")
                .contains("; Path=/");
        assertThat(answer.json().path("user").path("id").asText()).isEqualTo("8");
        Browser malee = server.browser().signedIn("malee");
        assertThat(malee.get("/api/session").status()).isEqualTo(200);
        Answer out = malee.send("DELETE", "/api/session", (String) null);
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(out.header("Clear-Site-Data")).isEqualTo("\"cache\"");
        assertThat(malee.get("/api/bootstrap").status()).isEqualTo(401);
    }

    @Test
    public void wrongPasswordsAreRefusedAndSlowedDown() {
        Browser stranger = server.browser();
        String body = "{\"login\":\"malee\",\"password\":\"wrong\"}";
        assertThat(stranger.send("POST", "/api/session", body).status()).isEqualTo(401);
        stranger.send("POST", "/api/session", body);
        Answer throttled = stranger.send("POST", "/api/session", body);
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.header("Retry-After")).isEqualTo("30");
    }

    @Test
    public void writesNeedTheSecondSecretAndTheOwnOrigin() {
        Browser malee = server.browser().signedIn("malee");
        Answer foreign = malee.send("PUT", "/api/settings", "{}", "Origin", "https://evil.example");
        assertThat(foreign.json().path("code").asText()).isEqualTo("csrf");
        Answer crossSite = malee.send("PUT", "/api/settings", "{}", "Sec-Fetch-Site", "cross-site");
        assertThat(crossSite.status()).isEqualTo(403);
        assertThat(malee.send("PUT", "/api/settings", "{}").status()).isEqualTo(200);
        assertThat(malee.forgetting().send("PUT", "/api/settings", "{}").status())
                .isEqualTo(403);
    }

    @Test
    public void aFirstPasswordMustBeChangedBeforeAnythingElse() {
        Browser fresh = server.browser().signedIn("new");
        assertThat(fresh.get("/api/bootstrap").json().path("code").asText()).isEqualTo("password.change");
        Answer weak = fresh.send("PUT", "/api/session/password", "{\"current\":\"secret\",\"next\":\"x\"}");
        assertThat(weak.status()).isEqualTo(422);
        Answer changed =
                fresh.send("PUT", "/api/session/password", "{\"current\":\"secret\",\"next\":\"longer than 8\"}");
        assertThat(changed.json().path("mustChangePassword").asBoolean()).isFalse();
        assertThat(fresh.get("/api/bootstrap").status()).isEqualTo(200);
    }

    @Test
    public void theEraGoesWithTheLanguageUntilItIsChosen() {
        Browser malee = server.browser().signedIn("malee");
        assertThat(era(malee, "{\"locale\":\"en\"}")).isEqualTo("CE");
        assertThat(era(malee, "{\"locale\":\"th\"}")).isEqualTo("BE");
        assertThat(era(malee, "{\"era\":\"CE\"}")).isEqualTo("CE");
        assertThat(era(malee, "{\"locale\":\"en\"}")).isEqualTo("CE");
        assertThat(era(malee, "{\"locale\":\"th\"}")).isEqualTo("CE");
    }

    private static String era(Browser browser, String settings) {
        return browser.send("PUT", "/api/settings", settings).json().path("era").asText();
    }

    @Test
    public void aSettingThatDoesNotExistIsRefusedByItsName() {
        Browser malee = server.browser().signedIn("malee");
        for (String wrong : List.of(
                "\"skin\":\"teal\",\"density\":\"comfortable\"",
                "\"locale\":\"de\"",
                "\"density\":\"wide\"",
                "\"era\":\"AD\"",
                "\"fontScale\":9",
                "\"fontScale\":\"1\"",
                "\"loopedFont\":1",
                "\"colour\":\"red\"")) {
            Answer refused = malee.send("PUT", "/api/settings", "{" + wrong + "}");
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.json().path("errors").path(0).path("field").asText())
                    .isEqualTo(wrong.split("\"")[1]);
        }
        assertThat(malee.get("/api/settings").json().path("density").asText()).isEqualTo("compact");
    }

    @Test
    public void settingsAndPreferencesAreKeptPerUser() {
        Browser malee = server.browser().signedIn("malee");
        Answer changed = malee.send("PUT", "/api/settings", "{\"locale\":\"th\",\"skin\":\"night\"}");
        assertThat(changed.json().path("locale").asText()).isEqualTo("th");
        assertThat(malee.get("/api/bootstrap")
                        .json()
                        .path("settings")
                        .path("skin")
                        .asText())
                .isEqualTo("night");
        assertThat(malee.get("/api/nothing").json().path("title").asText()).isEqualTo("ไม่พบที่อยู่นี้");
        assertThat(malee.get("/api/preferences/recent").text()).isEqualTo("null");
        assertThat(malee.send("PUT", "/api/preferences/recent", "[1,2]").status())
                .isEqualTo(204);
        assertThat(malee.get("/api/preferences/recent").text()).isEqualTo("[1,2]");
        for (String[] wrong : new String[][] {
            {"home", "{\"order\":5,\"hidden\":[]}"},
            {"home", "{\"order\":[]}"},
            {"recent", "{\"a\":1}"},
            {"list.account.all", "{\"columns\":\"x\"}"},
            {"list.account.all", "{\"widths\":{\"name\":\"x\"}}"},
            {"list.account.all", "{\"widths\":{\"name\":-500}}"}
        }) {
            assertThat(malee.send("PUT", "/api/preferences/" + wrong[0], wrong[1])
                            .status())
                    .as(wrong[1])
                    .isEqualTo(400);
        }
        assertThat(server.browser()
                        .signedIn("somchai")
                        .get("/api/preferences/recent")
                        .text())
                .isEqualTo("null");
    }
}
