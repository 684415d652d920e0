package org.salacrm.core.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.BusyException;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** The passwords of users, of which only hashes are kept. Thread-safe. */
@Component(service = Passwords.class)
public class Passwords {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GENERATED_GROUPS = 4;
    private static final int PATIENCE_SECONDS = 3;
    /** A hash of nothing anybody knows: compared with where there is no password, so that this takes as long. */
    private static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$JNWdaRslHqDO4D9+4FI+xQ" + "$IKHvnxqBq1wHc8qzLs3WkeF0YfoBD4ZDUzTZyoDDlio";

    private final Sql sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Argon2 argon2 = new Argon2(random);
    private final PasswordRules rules = new PasswordRules();
    /** Hashing takes a core and 19 MB: more at once would only let a flood of sign-ins take the product down. */
    private final Semaphore hashing = new Semaphore(Runtime.getRuntime().availableProcessors());

    @Activate
    public Passwords(@Reference Tx tx, @Reference Clock clock) {
        this.sql = new Sql(tx);
        this.clock = clock;
    }

    /** Takes as long for nobody, and for a user without a password, as for one who has it. */
    boolean matches(Optional<Long> user, String password) {
        if (PasswordRules.tooLong(password)) {
            return false;
        }
        Optional<String> hash = user.flatMap(
                id -> sql.first("select hash from core_password where user_id = ?", row -> row.getString(1), id));
        boolean same = slowly(() -> argon2.matches(password, hash.orElse(NOBODYS)));
        return same && hash.isPresent();
    }

    /** Sets a password that keeps the rules. */
    void choose(long user, String login, String password) {
        rules.check(login, password);
        set(user, password, false);
    }

    /** Gives a user a random password which he has to change. @return the password, known to nobody else */
    public String generate(long user) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GENERATED_GROUPS * 4; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        set(user, password.toString(), true);
        return password.toString();
    }

    private void set(long user, String password, boolean mustChange) {
        String hash = slowly(() -> argon2.hash(password));
        sql.update("delete from core_password where user_id = ?", user);
        sql.update(
                "insert into core_password (user_id, hash, must_change, changed_at) values (?, ?, ?, ?)",
                user,
                hash,
                mustChange,
                clock.instant());
    }

    private <T> T slowly(Supplier<T> work) {
        boolean mine = false;
        try {
            mine = hashing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!mine) {
                throw new BusyException("too many sign-ins at once", Duration.ofSeconds(PATIENCE_SECONDS));
            }
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException("interrupted", Duration.ofSeconds(PATIENCE_SECONDS), e);
        } finally {
            if (mine) {
                hashing.release();
            }
        }
    }
}
