package org.salacrm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.health.HealthCheck;
import org.salacrm.rest.Browser.Answer;

public class HealthOverHttpTest {
    private final TestServer server = new TestServer();
    private Optional<String> trouble = Optional.empty();

    @Before
    public void start() throws Exception {
        server.checks.add(new HealthCheck() {
            @Override
            public String name() {
                return "database";
            }

            @Override
            public Optional<String> trouble() {
                return trouble;
            }
        });
        server.start();
    }

    @After
    public void stop() throws Exception {
        server.stop();
    }

    @Test
    public void readinessNamesWhatIsWrong() {
        assertThat(server.browser().get("/health/live").status()).isEqualTo(200);
        assertThat(server.browser().get("/health/ready").status()).isEqualTo(200);
        trouble = Optional.of("no connection");
        Answer down = server.browser().get("/health/ready");
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.json().path("troubles").path("database").asText()).isEqualTo("no connection");
    }

    @Test
    public void strangersBehindAProxySeeNothing() {
        for (String path : new String[] {"/health/live", "/health/ready", "/metrics"}) {
            assertThat(server.browser()
                            .get(path, "X-Forwarded-For", "203.0.113.5")
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    public void figuresAreKeptPerKindOfAddress() {
        Browser malee = server.browser().signedIn("malee");
        malee.send("POST", "/api/records/account/query", "{}");
        malee.get("/api/records/account/12345");
        malee.get("/api/records/account/999/history");
        assertThat(figuresWith("/history"))
                .contains("sala_http_requests_total{method=\"POST\","
                        + "route=\"/api/records/{entity}/query\",status=\"200\"} 1")
                .contains("route=\"/api/records/{entity}/{id}/history\"")
                .contains("le=\"+Inf\"")
                .contains("jvm_memory_used_bytes{area=\"heap\"}")
                .contains("sala_pool 7")
                .doesNotContain("12345");
    }

    /** A request is counted when its answer is out already, so a moment may pass until then. */
    private String figuresWith(String last) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        String text = server.browser().get("/metrics").text();
        while (!text.contains(last) && System.nanoTime() < end) {
            text = server.browser().get("/metrics").text();
        }
        return text;
    }
}
