package org.salacrm.rest;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.file.Files;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.problem.RefusedException;

/** How much a request may bring, and how slowly: one megabyte of JSON, and files up to what the company set. */
@Component(service = Uploads.class)
public final class Uploads {
    private static final long ENVELOPE = 64 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Beyond the patience at least 4 kB for each second; the slowest mobile network brings more. */
    private static final long NANOS_PER_BYTE = 1_000_000_000 / (4 << 10);

    /** Bodies from one address that may be waited for at the same time: a quarter of the server's threads. */
    private static final int MOST_WAITING = 50;

    private final Files files;
    private final Duration patience;
    private final Waiting waiting;

    @Activate
    public Uploads(@Reference Files files) {
        this(files, PATIENCE, MOST_WAITING);
    }

    /**
     * @param patience how long a body may keep the server waiting, however little it brings
     * @param most how many bodies from one address may at the same time
     */
    public Uploads(Files files, Duration patience, int most) {
        this.files = files;
        this.patience = patience;
        this.waiting = new Waiting(most);
    }

    /** What one body is held to, and how it is refused. */
    record Limits(String code, long most, long bytes, Duration patience, Waiting waiting) {

        /** How long so many bytes may be waited for. */
        long nanos(long read) {
            return patience.toNanos() + read * NANOS_PER_BYTE;
        }

        RefusedException large() {
            return new RefusedException(413, code, Map.of("limit", Math.max(1, most >> 20) + " MB"));
        }

        RefusedException slow() {
            return new RefusedException(408, "body.slow");
        }

        RefusedException tooMany() {
            return new RefusedException(503, "body.waiting");
        }
    }

    /** The request, refused when it says that it is too large, and cut off when it turns out to be. */
    HttpServletRequest limited(HttpServletRequest request) throws IOException {
        Limits limits = limits(String.valueOf(request.getContentType()).startsWith("multipart/"));
        LimitedRequest limited = new LimitedRequest(request, limits);
        if (request.getContentLengthLong() > limits.bytes()) {
            throw limited.tooLong();
        }
        return limited;
    }

    private Limits limits(boolean upload) {
        if (upload) {
            long most = files.largest();
            return new Limits("upload.large", most, most + ENVELOPE, patience, waiting);
        }
        return new Limits("body.large", Json.MAX_BODY, Json.MAX_BODY, patience, waiting);
    }
}
