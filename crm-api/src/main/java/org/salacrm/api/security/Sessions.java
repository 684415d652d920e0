package org.salacrm.api.security;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.message.Text;

/** Who is signed in. Sessions live in the database, so every node knows them and a restart keeps them. Thread-safe. */
@ProviderType
public interface Sessions {

    /** The living session of a token, prolonged by this; empty when it ended or its user was put out of use. */
    Optional<Session> find(String token);

    /** Whether a session still lives; asking does not prolong it. */
    boolean lives(String token);

    /**
     * Begins a session.
     *
     * @param source address the caller comes from, for the history and for throttling
     * @throws SignInException when it is refused
     */
    Session signIn(String login, String password, String source);

    /** The people a demo offers without password; empty outside a demo. */
    List<Persona> personas();

    /** Begins a session as a persona. @throws SignInException when there is no such persona */
    Session signInAs(String persona, String source);

    /**
     * Gives the user of a session a new password; his other sessions end.
     *
     * @throws SignInException when the current password is wrong
     * @throws org.salacrm.api.record.InvalidRecordException field {@code next}: too short, too common, the same
     */
    Session changePassword(String token, String current, String next);

    /** Keeps the language (th or en) that the user of a session chose; his next callers carry it. */
    void language(String token, String language);

    /** Ends a session; unknown tokens are ignored. */
    void end(String token);

    /**
     * A session.
     *
     * @param token secret of the cookie
     * @param caller the user, with source
     * @param name the user's name as people read it
     * @param csrf secret that every write carries beside the cookie
     */
    record Session(String token, Caller caller, String name, String csrf, boolean mustChangePassword) {}

    /** Somebody of the demo company. */
    record Persona(String id, Text name, Text role) {}
}
