package org.salacrm.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.salacrm.api.security.Sessions.Session;
import org.salacrm.rest.problem.RefusedException;

/** Turns away writes that another site makes a browser send: a second secret beside the cookie, and the own origin. */
final class Forgery {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private Forgery() {}

    static void refuse(HttpServletRequest request, Optional<Session> session) {
        if (READING.contains(request.getMethod())) {
            return;
        }
        if (foreign(request)) {
            throw new RefusedException(403, "csrf");
        }
        if (session.isPresent() && !same(session.get().csrf(), request.getHeader("X-CSRF-Token"))) {
            throw new RefusedException(403, "csrf");
        }
    }

    private static boolean foreign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !authority(origin).equals(request.getHeader("Host"));
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean same(String secret, String given) {
        return given != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
