package org.salacrm.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One HTTP connection that stays open, on a plain socket: the two cores are shared with the product, and a client
 * library would take more of them than the answers do. Used by one thread.
 */
final class Line implements Closeable {
    private static final int PATIENCE_MS = 120_000;
    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;

    Line(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
        in = socket.getInputStream();
    }

    /** Status, headers as they came and body of an answer. */
    record Answer(int status, String head, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String header(String name) {
            int start = head.indexOf("\r\n" + name + ": ");
            if (start < 0) {
                return "";
            }
            int from = start + name.length() + 4;
            return head.substring(from, head.indexOf("\r\n", from));
        }
    }

    static byte[] request(String method, String path, String headers, String body) {
        return request(
                method, path, headers + "Content-Type: application/json\r\n", body.getBytes(StandardCharsets.UTF_8));
    }

    /** A request that sends something else than JSON. */
    static byte[] request(String method, String path, String headers, byte[] content) {
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "Content-Length: "
                        + content.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + content.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }

    Answer send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String head = head();
        int status = Integer.parseInt(head.substring(9, 12));
        Answer bare = new Answer(status, head, new byte[0]);
        if (bare.header("Transfer-Encoding").equals("chunked")) {
            return new Answer(status, head, chunks());
        }
        String length = bare.header("Content-Length");
        return length.isEmpty() ? bare : new Answer(status, head, exactly(Integer.parseInt(length)));
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder(512);
        int matched = 0;
        while (matched < 4) {
            char c = (char) read();
            head.append(c);
            matched = c == (matched % 2 == 0 ? '\r' : '\n') ? matched + 1 : c == '\r' ? 1 : 0;
        }
        return head.toString();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 14);
        while (true) {
            StringBuilder size = new StringBuilder();
            for (int c = read(); c != '\r'; c = read()) {
                size.append((char) c);
            }
            read();
            int length = Integer.parseInt(size.toString(), 16);
            body.writeBytes(exactly(length));
            read();
            read();
            if (length == 0) {
                return body.toByteArray();
            }
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            if (next == end) {
                fill();
            }
            int part = Math.min(length - done, end - next);
            System.arraycopy(buffer, next, bytes, done, part);
            next += part;
            done += part;
        }
        return bytes;
    }

    private int read() throws IOException {
        if (next == end) {
            fill();
        }
        return buffer[next++] & 0xff;
    }

    private void fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(buffer));
        if (end == 0) {
            throw new EOFException("the server closed the connection");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
