package org.salacrm.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/** Holds an answer's first bytes back until it is known whether compressing it is worth the while. */
final class CompressedResponse extends HttpServletResponseWrapper {
    private static final int WORTHWHILE = 1024;

    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private long length = -1;
    private boolean overflown;
    private OutputStream target;
    private Body body;
    private PrintWriter writer;

    CompressedResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (body == null) {
            body = new Body();
        }
        return body;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public void setContentLength(int len) {
        length = len;
    }

    @Override
    public void setContentLengthLong(long len) {
        length = len;
    }

    @Override
    public void setHeader(String name, String value) {
        if (name.equalsIgnoreCase("Content-Length")) {
            length = Long.parseLong(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase("Content-Length")) {
            length = Long.parseLong(value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void resetBuffer() {
        first.reset();
        length = -1;
        super.resetBuffer();
    }

    @Override
    public void reset() {
        first.reset();
        length = -1;
        super.reset();
    }

    @Override
    public void flushBuffer() throws IOException {
        if (first.size() > 0 || target != null) {
            target().flush();
        }
        super.flushBuffer();
    }

    /** Sends what is held back and ends the compressed stream. */
    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (target() instanceof GZIPOutputStream gzip) {
            gzip.finish();
        }
    }

    private OutputStream target() throws IOException {
        if (target == null) {
            target = worthwhile() ? compressed() : plain();
            first.writeTo(target);
            first.reset();
        }
        return target;
    }

    private OutputStream compressed() throws IOException {
        setHeader("Content-Encoding", "gzip");
        return new Fast(super.getOutputStream());
    }

    private OutputStream plain() throws IOException {
        if (length >= 0 && !isCommitted()) {
            super.setContentLengthLong(length);
        }
        return super.getOutputStream();
    }

    private boolean worthwhile() {
        if (getHeader("Content-Encoding") != null || isCommitted() || !text(getContentType())) {
            return false;
        }
        setHeader("Vary", "Accept-Encoding");
        return overflown || length >= WORTHWHILE;
    }

    private static boolean text(String type) {
        return type != null
                && (type.startsWith("text/")
                        || type.startsWith("application/json")
                        || type.startsWith("application/problem+json")
                        || type.startsWith("application/javascript")
                        || type.startsWith("image/svg"));
    }

    /** Compresses quickly: on a local line time counts more than the last tenth of bytes. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, 8192, true);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** What the answer is written to. */
    private final class Body extends ServletOutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            if (target == null && first.size() + count < WORTHWHILE) {
                first.write(bytes, offset, count);
            } else {
                overflown = true;
                target().write(bytes, offset, count);
            }
        }

        @Override
        public void flush() throws IOException {
            if (target != null) {
                target.flush();
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("a compressed answer is written at once");
        }
    }
}
