package org.salacrm.rest;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.salacrm.api.security.Sessions.Session;

/** What is known of the request being answered, before its body is looked at. Used by one thread. */
public final class Call {
    private static final String ATTRIBUTE = Call.class.getName();

    private final String id;
    private final String anonymousLanguage;
    private Optional<Session> session = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();

    Call(String id, String anonymousLanguage) {
        this.id = id;
        this.anonymousLanguage = anonymousLanguage;
    }

    /** The call of a request that passed the gate. */
    public static Call of(HttpServletRequest request) {
        return (Call) request.getAttribute(ATTRIBUTE);
    }

    void attach(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Id of the request, told to the client and written to the log. */
    public String id() {
        return id;
    }

    /** The caller's own language, or the one his browser asks for before he signs in. */
    public String language() {
        return session.map(s -> s.caller().language()).orElse(anonymousLanguage);
    }

    public Optional<Session> maybeSession() {
        return session;
    }

    /** The session; the gate has seen to it that there is one. */
    public Session session() {
        return session.orElseThrow();
    }

    void session(Session found) {
        session = Optional.of(found);
    }

    /** Keeps what went wrong for the log, which is written when the request ends. */
    public void failed(Throwable thrown) {
        failure = Optional.of(thrown);
    }

    public Optional<Throwable> failure() {
        return failure;
    }
}
