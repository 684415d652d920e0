package org.salacrm.rest;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Sessions;
import org.salacrm.api.security.Sessions.Session;
import org.salacrm.rest.health.Meter;
import org.salacrm.rest.problem.Problems;
import org.salacrm.rest.problem.RefusedException;
import org.salacrm.rest.session.SessionCookie;
import org.slf4j.MDC;

/**
 * What every request passes: it gets an id, its sender is recognised by the session, forged writes are turned away,
 * and what it took is measured and, when it failed or was slow, logged.
 */
@Component(service = Filter.class)
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class Gate implements Filter {
    private static final Pattern FEED = Pattern.compile("/calendar-feeds/[A-Za-z0-9_-]{43}\\.ics");

    private final Sessions sessions;
    private final Callers callers;
    private final Problems problems;
    private final Meter meter;
    private final Uploads uploads;

    @Activate
    public Gate(
            @Reference Sessions sessions,
            @Reference Callers callers,
            @Reference Problems problems,
            @Reference Meter meter,
            @Reference Uploads uploads) {
        this.sessions = sessions;
        this.callers = callers;
        this.problems = problems;
        this.meter = meter;
        this.uploads = uploads;
    }

    @Override
    public void init(FilterConfig config) {}

    @Override
    public void destroy() {}

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        long start = System.nanoTime();
        Call call = new Call(newId(), Languages.asked(request));
        call.attach(request);
        MDC.put("request", call.id());
        response.setHeader("X-Request-Id", call.id());
        Headers.protect(response);
        try (Compression compressed = Compression.of(request, response)) {
            admit(call, request, compressed.response(), chain);
        } finally {
            meter.measured(request, response, System.nanoTime() - start);
            MDC.remove("request");
            MDC.remove("user");
        }
    }

    private void admit(Call call, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            if (!request.getServletPath().startsWith("/api")) {
                chain.doFilter(request, response);
                return;
            }
            response.setHeader("Cache-Control", "no-store");
            QueryText.check(request.getQueryString());
            Optional<Session> session = SessionCookie.of(request).flatMap(sessions::find);
            session.ifPresent(call::session);
            Forgery.refuse(request, session);
            session.ifPresentOrElse(own -> requirePasswordChanged(request, own), () -> requireOpen(request));
            HttpServletRequest limited = uploads.limited(request); // nobody's body is read who is turned away anyway
            if (session.isEmpty()) {
                chain.doFilter(limited, response);
            } else {
                MDC.put("user", session.get().caller().login());
                as(session.get(), limited, response, chain);
            }
        } catch (RuntimeException | IOException e) { // outermost: request
            problems.answer(request, response, e);
        }
    }

    private void as(Session session, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            callers.as(session.caller().from(request.getRemoteAddr()), () -> {
                try {
                    chain.doFilter(request, response);
                } catch (IOException | ServletException e) {
                    throw new PassingException(e);
                }
                return null;
            });
        } catch (PassingException e) {
            e.rethrow();
        }
    }

    private static void requireOpen(HttpServletRequest request) {
        if (!isSession(request) && !isFeed(request)) {
            throw new RefusedException(401, "session.none");
        }
    }

    private static void requirePasswordChanged(HttpServletRequest request, Session session) {
        if (session.mustChangePassword() && !isSession(request)) {
            throw new RefusedException(403, "password.change");
        }
    }

    /** Signing in and out and changing the password are open to everybody. */
    private static boolean isSession(HttpServletRequest request) {
        String path = String.valueOf(request.getPathInfo());
        return path.equals("/session") || path.startsWith("/session/");
    }

    /** A calendar is read by programs that cannot sign in; the address itself is the secret. */
    private static boolean isFeed(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && FEED.matcher(String.valueOf(request.getPathInfo())).matches();
    }

    private static String newId() {
        return Long.toString(ThreadLocalRandom.current().nextLong() & Long.MAX_VALUE, 36);
    }

    /** Carries a checked exception of the servlet container through a supplier. */
    private static final class PassingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PassingException(Exception cause) {
            super(cause);
        }

        void rethrow() throws IOException, ServletException {
            if (getCause() instanceof IOException e) {
                throw e;
            }
            throw (ServletException) getCause();
        }
    }
}
