package org.salacrm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.salacrm.rest.Browser.Answer;
import org.salacrm.rest.web.TestClient;

public class ClientFilesOverHttpTest {
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
    public void thePageComesWithAFreshNonceForEveryAddressOfAPerson() {
        Browser browser = server.browser();
        Answer one = browser.get("/records/account/5?tab=history");
        Answer two = browser.get("/");
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.header("Cache-Control")).isEqualTo("no-cache");
        String nonce = one.text().replaceFirst(".*nonce=\"([^\"]+)\".*", "$1");
        assertThat(one.header("Content-Security-Policy"))
                .contains("'nonce-" + nonce + "'")
                .contains("script-src 'self';")
                .contains("frame-ancestors 'none'");
        assertThat(two.text()).doesNotContain(nonce).doesNotContain("__NONCE__");
    }

    @Test
    public void filesWithAHashAreKeptForEverAndSentCompressed() {
        Answer plain = server.browser().get("/assets/app-1a2b.js");
        assertThat(plain.header("Cache-Control")).contains("immutable");
        assertThat(plain.header("Content-Type")).startsWith("text/javascript");
        assertThat(plain.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(plain.header("Content-Security-Policy"))
                .as("a worker may ask the server")
                .contains("connect-src 'self'")
                .doesNotContain("sandbox");
        Answer packed = server.browser().get("/assets/app-1a2b.js", "Accept-Encoding", "gzip");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.raw().body().length).isLessThan(plain.raw().body().length / 5);
        Answer known = server.browser()
                .get(
                        "/favicon.svg",
                        "If-None-Match",
                        server.browser().get("/favicon.svg").header("ETag"));
        assertThat(known.status()).isEqualTo(304);
    }

    @Test
    public void missingFilesAreNotAnsweredWithAPage() {
        assertThat(server.browser().get("/assets/gone-1.js").status()).isEqualTo(404);
        assertThat(server.browser().get("/robots.txt").status()).isEqualTo(404);
    }

    @Test
    public void anAddressOfTheServerIsNeverAnsweredWithThePage() throws Exception {
        Server alone = new Server(0);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(TestClient.servlet()), "/");
        alone.setHandler(context);
        alone.start();
        Browser browser = new Browser(((ServerConnector) alone.getConnectors()[0]).getLocalPort());
        for (String path : new String[] {"/api/session", "/health/ready", "/metrics"}) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(503);
        }
        assertThat(browser.get("/apiary").status()).isEqualTo(200);
        alone.stop();
    }

    @Test
    public void dataIsSentCompressedToWhoeverTakesIt() {
        Browser malee = server.browser().signedIn("malee");
        Answer packed = malee.get("/api/types/account", "Accept-Encoding", "gzip");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        Answer small = malee.get("/api/session", "Accept-Encoding", "gzip");
        assertThat(small.header("Content-Encoding")).isEmpty();
        assertThat(small.json().path("user").path("login").asText()).isEqualTo("malee");
    }
}
