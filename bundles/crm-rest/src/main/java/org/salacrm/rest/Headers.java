package org.salacrm.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletResponse;

/** Headers that keep a browser from doing with an answer what it was not made for. */
public final class Headers {

    private Headers() {}

    /** For a file that is kept under a name of any letters. */
    public static String attachment(String name) {
        return "attachment; filename*=UTF-8''" + encoded(name);
    }

    /** A name of any letters as a header holds it. */
    public static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    /** For data: nothing may be run, framed or guessed. Pages say more precisely what they may. */
    public static void protect(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
    }

    /** For a document that the client's page shows in a frame: it may look as it likes and run nothing. */
    public static void allowFrame(HttpServletResponse response) {
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'");
    }

    /** For the client's other files: a worker among them may speak with the server, and nothing else. */
    public static void allowWorker(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", "default-src 'none'; connect-src 'self'; frame-ancestors 'none'");
    }

    /** For the client's page: its own files only, styles by a nonce that is new with every answer. */
    public static void allowClient(HttpServletResponse response, String nonce) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-" + nonce + "'; "
                        + "img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; object-src 'none'; "
                        + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'");
    }
}
