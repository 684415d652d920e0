package org.salacrm.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.salacrm.api.message.Text;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Sessions;
import org.salacrm.api.security.SignInException;

/** Sessions of a test: somchai, malee and admin with password "secret"; "new" has to change hers first. */
final class FakeSessions implements Sessions {
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private int tries;
    volatile boolean away;
    volatile int askedInVain;

    static Caller caller(String login) {
        return switch (login) {
            case "admin" -> new Caller(1, "admin", "en", Set.of(), Set.of(), Caller.Kind.ADMINISTRATOR, "test");
            case "malee" -> new Caller(8, "malee", "en", Set.of(30L), Set.of(2L), Caller.Kind.USER, "test");
            default -> new Caller(7, login, "th", Set.of(30L), Set.of(2L), Caller.Kind.USER, "test");
        };
    }

    @Override
    public Optional<Session> find(String token) {
        return Optional.ofNullable(sessions.get(token));
    }

    @Override
    public boolean lives(String token) {
        if (away) {
            askedInVain++;
            throw new BusyException("the database is away", Duration.ofSeconds(1));
        }
        return sessions.containsKey(token);
    }

    @Override
    public Session signIn(String login, String password, String source) {
        if (!password.equals("secret")) {
            throw new SignInException(++tries > 2 ? Duration.ofSeconds(30) : Duration.ZERO);
        }
        return begin(login, login.equals("new"));
    }

    void endAll() {
        sessions.clear();
    }

    private Session begin(String login, boolean mustChange) {
        String token = "token-" + login + sessions.size();
        Session session = new Session(token, caller(login), "คุณ " + login, "csrf-" + token, mustChange);
        sessions.put(token, session);
        return session;
    }

    @Override
    public List<Persona> personas() {
        return List.of(new Persona("sales", new Text("สมชาย", "Somchai"), new Text("ฝ่ายขาย", "Sales")));
    }

    @Override
    public Session signInAs(String persona, String source) {
        if (!persona.equals("sales")) {
            throw new SignInException(Duration.ZERO);
        }
        return begin("somchai", false);
    }

    @Override
    public Session changePassword(String token, String current, String next) {
        if (next.length() < 8) {
            throw new InvalidRecordException("next", "password.short");
        }
        Session before = sessions.get(token);
        Session after = new Session(token, before.caller(), before.name(), before.csrf(), false);
        sessions.put(token, after);
        return after;
    }

    @Override
    public void language(String token, String language) {
        sessions.computeIfPresent(token, (t, s) -> {
            Caller c = s.caller();
            Caller other = new Caller(c.user(), c.login(), language, c.teams(), c.roles(), c.kind(), c.source());
            return new Session(t, other, s.name(), s.csrf(), s.mustChangePassword());
        });
    }

    @Override
    public void end(String token) {
        sessions.remove(token);
    }
}
