package org.salacrm.core.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Sessions;
import org.salacrm.api.security.SignInException;
import org.salacrm.api.setting.Settings;
import org.salacrm.core.security.Directories;
import org.salacrm.core.security.Directory.Person;
import org.salacrm.core.session.SessionRows.Row;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions as rows of the database. What is read is kept for two seconds, so that a session ended on one node ends
 * within two seconds on all.
 */
@Component(service = {Sessions.class, StoredSessions.class})
public class StoredSessions implements Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(StoredSessions.class);
    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final Duration PROLONG_EVERY = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 10_000;
    private static final int LONGEST_LOGIN = 60;
    private static final int LONGEST_SOURCE = 200;
    private static final Set<String> LANGUAGES = Set.of("th", "en");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");

    private final Tx tx;
    private final Clock clock;
    private final Sql sql;
    private final SessionRows rows;
    private final Directories directories;
    private final Passwords passwords;
    private final Personas personas;
    private final Throttle throttle;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Row row, Instant at) {}

    @Activate
    public StoredSessions(
            @Reference Tx tx,
            @Reference Clock clock,
            @Reference Directories directories,
            @Reference Passwords passwords,
            @Reference Settings settings) {
        this.tx = tx;
        this.clock = clock;
        this.sql = new Sql(tx);
        this.rows = new SessionRows(sql);
        this.directories = directories;
        this.passwords = passwords;
        this.personas = new Personas(settings);
        this.throttle = new Throttle(clock);
    }

    @Override
    public Optional<Session> find(String secret) {
        Token token = new Token(secret);
        return row(token.hash()).flatMap(row -> session(token, row));
    }

    @Override
    public boolean lives(String secret) {
        Instant now = clock.instant();
        return rows.find(new Token(secret).hash())
                .filter(row -> !row.ended(now))
                .isPresent();
    }

    private Optional<Session> session(Token token, Row row) {
        return directories
                .current()
                .caller(row.user(), row.source())
                .map(caller -> new Session(token.secret(), caller, name(row.user()), token.csrf(), row.mustChange()));
    }

    private String name(long user) {
        return directories
                .current()
                .person(user)
                .map(person -> person.name().th())
                .orElse("");
    }

    private Optional<Row> row(String hash) {
        Instant now = clock.instant();
        Kept known = kept.get(hash);
        if (known != null && now.isBefore(known.at().plus(KEPT))) {
            return Optional.of(known.row()).filter(row -> !row.ended(now));
        }
        Optional<Row> found = rows.find(hash).filter(row -> !row.ended(now));
        found.ifPresentOrElse(row -> keep(hash, row, now), () -> kept.remove(hash));
        return found;
    }

    private void keep(String hash, Row row, Instant now) {
        if (row.seenAt().plus(PROLONG_EVERY).isBefore(now)) {
            rows.seen(hash, now);
        }
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(hash, new Kept(row, now));
    }

    @Override
    public Session signIn(String login, String password, String source) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        name = name.substring(0, Math.min(name.length(), LONGEST_LOGIN));
        Optional<Long> user = directories.current().active(name).map(Person::id);
        check(user, name, password, source);
        return begin(user.orElseThrow(), source);
    }

    /** Lets pass whoever gives the right password, unless it was tried too often. */
    private void check(Optional<Long> user, String login, String password, String source) {
        Duration wait = throttle.attempt(login, source);
        if (!wait.isZero()) {
            throw new SignInException(wait);
        }
        if (!matches(user, login, password, source)) {
            LOG.info("sign-in refused from {}, user {}", source, user.orElse(0L));
            throw new SignInException(Duration.ZERO);
        }
        throttle.succeeded(login, source);
    }

    private boolean matches(Optional<Long> user, String login, String password, String source) {
        try {
            return passwords.matches(user, password);
        } catch (BusyException e) {
            throttle.undecided(login, source);
            throw e;
        }
    }

    private Session begin(long user, String source) {
        Token token = Token.random(random);
        Instant now = clock.instant();
        String from = source.substring(0, Math.min(source.length(), LONGEST_SOURCE));
        tx.required(() -> {
            rows.removeEnded(now);
            rows.add(token.hash(), new Row(user, from, now, now, false));
            return true;
        });
        return find(token.secret()).orElseThrow(() -> new SignInException(Duration.ZERO));
    }

    @Override
    public List<Persona> personas() {
        return personas.all();
    }

    @Override
    public Session signInAs(String persona, String source) {
        return Optional.of(persona)
                .filter(p -> LOOPBACK.contains(source))
                .flatMap(personas::login)
                .flatMap(login -> directories.current().active(login))
                .map(person -> begin(person.id(), source))
                .orElseThrow(() -> new SignInException(Duration.ZERO));
    }

    @Override
    public Session changePassword(String secret, String current, String next) {
        Token token = new Token(secret);
        Caller caller = find(secret)
                .orElseThrow(() -> new SignInException(Duration.ZERO))
                .caller();
        check(Optional.of(caller.user()), caller.login(), current, caller.source());
        if (next.equals(current)) {
            throw PasswordRules.refused("password.same");
        }
        tx.required(() -> {
            passwords.choose(caller.user(), caller.login(), next);
            rows.removeOf(caller.user(), token.hash());
            return true;
        });
        forget(caller.user());
        return find(secret).orElseThrow(() -> new SignInException(Duration.ZERO));
    }

    @Override
    public void language(String secret, String language) {
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("no language " + language);
        }
        find(secret)
                .ifPresent(session -> tx.required(() -> {
                    int other = sql.update(
                            "update core_user set language = ?, version = version + 1 where id = ? and language <> ?",
                            language,
                            session.caller().user(),
                            language);
                    if (other > 0) {
                        directories.changed();
                    }
                    return true;
                }));
    }

    @Override
    public void end(String secret) {
        String hash = new Token(secret).hash();
        rows.remove(hash);
        kept.remove(hash);
    }

    /** Ends all sessions of a user, in the running transaction if there is one. */
    void endAll(long user) {
        rows.removeOf(user, "");
        forget(user);
    }

    private void forget(long user) {
        kept.values().removeIf(session -> session.row().user() == user);
    }
}
