package org.salacrm.core.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.salacrm.api.record.InvalidRecordException;

/** What a password must be: long enough, not the login, not one that everybody tries first. */
final class PasswordRules {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 200;
    private final Set<String> common = common();

    /** Whether it is worth hashing at all: nobody can have a longer password. */
    static boolean tooLong(String password) {
        return password.length() > LONGEST;
    }

    /** @throws InvalidRecordException with the reason, for field {@code next} */
    void check(String login, String next) {
        String small = next.toLowerCase(Locale.ROOT);
        if (next.codePointCount(0, next.length()) < SHORTEST) {
            throw refused("password.short");
        }
        if (tooLong(next)) {
            throw refused("password.long");
        }
        if (small.contains(login.toLowerCase(Locale.ROOT))) {
            throw refused("password.login");
        }
        if (common.contains(small) || next.chars().distinct().count() < 3) {
            throw refused("password.common");
        }
    }

    static InvalidRecordException refused(String messageKey) {
        return new InvalidRecordException("next", messageKey);
    }

    private static Set<String> common() {
        try (InputStream in = PasswordRules.class.getResourceAsStream("common-passwords.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
