package org.salacrm.core.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret of a session's cookie; what is kept of it, and what is sent beside it, cannot be turned back into it. */
record Token(String secret) {
    private static final int BYTES = 32;

    static Token random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(encode(bytes));
    }

    /** What the database keeps. */
    String hash() {
        return digest("session");
    }

    /** What every write carries beside the cookie. */
    String csrf() {
        return digest("csrf");
    }

    private String digest(String purpose) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return encode(sha.digest((purpose + " " + secret).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
