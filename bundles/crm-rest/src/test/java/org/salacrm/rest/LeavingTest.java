package org.salacrm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Response;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Whoever closes his browser while he is answered has done nothing wrong, and neither has the server. */
public class LeavingTest {
    private static final long LONGEST_S = 30;

    private final TestServer server = new TestServer();
    private final Held held = new Held();

    @Before
    public void start() throws Exception {
        server.topics.add(held);
        server.start();
    }

    @After
    public void stop() throws Exception {
        server.stop();
    }

    /** Answers at length, but only when its reader has gone. */
    @Path("/")
    public static final class Held implements Topic {
        private static final int LENGTH = 4 << 20;
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch gone = new CountDownLatch(1);

        @Override
        public String name() {
            return "held";
        }

        @GET
        public Response answer() throws InterruptedException {
            asked.countDown();
            gone.await(LONGEST_S, TimeUnit.SECONDS);
            return Answers.json(Map.of("long", "x".repeat(LENGTH)));
        }
    }

    @Test
    public void whoeverLeavesBeforeHisAnswerIsNoFailureOfTheServer() throws Exception {
        try (Socket reader = asking()) {
            assertThat(held.asked.await(LONGEST_S, TimeUnit.SECONDS)).isTrue();
            reader.setSoLinger(true, 0);
        }
        held.gone.countDown();
        assertThat(counted()).contains("status=\"499\"").doesNotContain("status=\"5");
    }

    @Test
    public void whoeverLeavesAmidHisAnswerIsNoFailureOfTheServer() throws Exception {
        held.gone.countDown();
        try (Socket reader = asking()) {
            assertThat(reader.getInputStream().read()).isEqualTo('H');
            reader.setSoLinger(true, 0);
        }
        assertThat(counted()).contains("status=\"499\"").doesNotContain("status=\"5");
    }

    private Socket asking() throws IOException {
        String request = "GET /api/held HTTP/1.1\r\nHost: localhost\r\n"
                + server.browser().signedIn("malee").identity() + "\r\n";
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** The figures of the address, once there are some. */
    private String counted() {
        String figures = "";
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_S); System.nanoTime() < end; ) {
            figures = server.browser()
                    .get("/metrics")
                    .text()
                    .lines()
                    .filter(line -> line.contains("\"/api/held\""))
                    .reduce("", (all, line) -> all + line + '\n');
            if (!figures.isEmpty()) {
                break;
            }
        }
        return figures;
    }
}
