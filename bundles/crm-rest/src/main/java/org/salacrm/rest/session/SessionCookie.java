package org.salacrm.rest.session;

import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/** The cookie that carries a session: unseen by scripts, not sent along from other sites, only over TLS if there is. */
public final class SessionCookie {
    private static final String NAME = "SALA_SESSION";

    private SessionCookie() {}

    /** The token a request carries. */
    public static Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(NAME) && !cookie.getValue().isEmpty()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** Value of the header that gives a browser its token. */
    static String keep(String token, HttpServletRequest request) {
        return NAME + "=" + token + "; Path=/; HttpOnly; SameSite=Lax" + secure(request);
    }

    /** Value of the header that takes the token away again. */
    static String drop(HttpServletRequest request) {
        return NAME + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax" + secure(request);
    }

    private static String secure(HttpServletRequest request) {
        boolean tls = request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        return tls ? "; Secure" : "";
    }
}
