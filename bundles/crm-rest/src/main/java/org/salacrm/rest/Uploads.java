package org.salacrm.rest;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.file.Files;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.problem.RefusedException;

/** How much a request may bring: one megabyte of JSON, and files up to what the company set. */
@Component(service = Uploads.class)
public final class Uploads {
    private static final long ENVELOPE = 64 << 10;

    private final Files files;

    @Activate
    public Uploads(@Reference Files files) {
        this.files = files;
    }

    /** The request, refused when it says that it is too large, and cut off when it turns out to be. */
    HttpServletRequest limited(HttpServletRequest request) {
        boolean upload = String.valueOf(request.getContentType()).startsWith("multipart/");
        if (!upload) {
            if (request.getContentLengthLong() > Json.MAX_BODY) {
                throw new RefusedException(413, "body.large", Map.of("limit", "1 MB"));
            }
            return request;
        }
        long limit = files.largest();
        String words = Math.max(1, limit >> 20) + " MB";
        if (request.getContentLengthLong() > limit + ENVELOPE) {
            throw new RefusedException(413, "upload.large", Map.of("limit", words));
        }
        return new LimitedRequest(request, limit + ENVELOPE, words);
    }
}
