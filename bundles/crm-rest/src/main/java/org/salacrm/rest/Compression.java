package org.salacrm.rest;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Sends text compressed to whoever takes it. Closed when the answer is complete. */
final class Compression implements AutoCloseable {
    private final HttpServletResponse plain;
    private final Optional<CompressedResponse> compressed;

    private Compression(HttpServletResponse plain, Optional<CompressedResponse> compressed) {
        this.plain = plain;
        this.compressed = compressed;
    }

    static Compression of(HttpServletRequest request, HttpServletResponse response) {
        String accepted = request.getHeader("Accept-Encoding");
        boolean stream = request.getRequestURI().equals("/api/events");
        boolean takes = accepted != null
                && accepted.contains("gzip")
                && !stream
                && !request.getMethod().equals("HEAD");
        return new Compression(response, takes ? Optional.of(new CompressedResponse(response)) : Optional.empty());
    }

    HttpServletResponse response() {
        return compressed.isPresent() ? compressed.get() : plain;
    }

    @Override
    public void close() throws IOException {
        if (compressed.isPresent()) {
            compressed.get().finish();
        }
    }
}
