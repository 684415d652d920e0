package org.salacrm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Whoever sends a body too slowly is told so, and keeps no thread of the server. */
public class SlowBodyTest {
    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data; boundary=x";
    private static final String FILE =
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\ncontent";
    private static final int STEP_MS = 100;
    private static final int MOST_STEPS = 100;

    private final TestServer server = new TestServer();
    private int length = 100_000;
    private String drop = " ";

    @Before
    public void start() throws Exception {
        server.patience = Duration.ofMillis(400);
        server.waiting = 2;
        ((ServerConnector) server.server.getConnectors()[0]).setIdleTimeout(1200);
        server.start();
    }

    @After
    public void stop() throws Exception {
        server.stop();
    }

    @Test
    public void aBodyThatDripsIsRefused() throws IOException {
        assertSlow(sent("/api/records/account/query", JSON, "{", true));
        assertSlow(sent("/api/records/account", JSON, "{", true));
        assertSlow(sent("/api/records/account/1/files", FORM, FILE, true));
    }

    @Test
    public void aBodyThatStopsComingIsRefused() throws IOException {
        assertSlow(sent("/api/records/account/query", JSON, "{", false));
        assertSlow(sent("/api/records/account", JSON, "{", false));
        assertSlow(sent("/api/records/account/1/files", FORM, FILE, false));
    }

    @Test
    public void whoeverSignsInMustNotDripEither() throws IOException {
        assertSlow(sent("/api/session", JSON, "{", true));
    }

    @Test
    public void aBodyThatIsTooLongIsNotWaitedForAsLongAsItComes() throws IOException {
        length = 2 << 20;
        drop = " ".repeat(2000);
        assertThat(sent("/api/records/account/query", JSON, "{", true)).startsWith("HTTP/1.1 413");
    }

    /** Else whoever opens enough connections stops everybody. */
    @Test
    public void onlySoManyAreWaitedForAndOthersAreAnsweredMeanwhile() throws IOException {
        String slow = head("/api/records/account/query", JSON) + "{";
        length = 2;
        String quick = head("/api/records/account/query", JSON) + "{}";
        try (Socket one = begun("127.0.0.1", slow);
                Socket other = begun("127.0.0.1", slow);
                Socket third = begun("127.0.0.1", slow);
                Socket elsewhere = begun("127.0.0.2", quick)) {
            assertThat(answer(elsewhere)).startsWith("HTTP/1.1 200");
            List<String> answers = List.of(answer(one), answer(other), answer(third));
            assertThat(answers)
                    .filteredOn(answer -> answer.equals("HTTP/1.1 503"))
                    .hasSize(1);
        }
    }

    private Socket begun(String from, String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port(), InetAddress.getByName(from), 0);
        send(socket, request);
        return socket;
    }

    /** How it begins; who is waited for is told in the end that it came too slowly. */
    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
    }

    /** The answer, when the server has ended the connection as well. */
    private String sent(String path, String type, String begin, boolean drips) throws IOException {
        String head = head(path, type);
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(STEP_MS);
            send(socket, head + begin);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            for (int step = 0; step < MOST_STEPS; step++) {
                try {
                    socket.getInputStream().transferTo(answer);
                    return answer.toString(StandardCharsets.UTF_8);
                } catch (SocketTimeoutException e) {
                    send(socket, drips && answer.size() == 0 ? drop : ""); // no answer yet
                }
            }
            throw new AssertionError(path + " is not answered");
        }
    }

    private String head(String path, String type) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\n"
                + server.browser().signedIn("malee").identity()
                + "Content-Type: " + type + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertSlow(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 408").contains("\"code\":\"body.slow\"");
    }
}
