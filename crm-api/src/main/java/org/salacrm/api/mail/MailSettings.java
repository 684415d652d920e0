package org.salacrm.api.mail;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How the company sends e-mail, for whoever may configure it, and each user's signature. Passwords go in and never
 * come out. Thread-safe.
 */
@ProviderType
public interface MailSettings {

    /** All settings but the passwords, of which is told only whether they are kept. */
    Map<String, Object> all();

    /** Keeps what is given and leaves the rest; an empty password forgets it. */
    Map<String, Object> change(Map<String, ?> given);

    /** Whether there is a server to hand messages to; until then they wait. */
    boolean isSetUp();

    /** Sends a message to an address now. @return empty when the server took it, otherwise why not */
    String test(String address);

    /** The caller's own signature. */
    String signature();

    void signature(String text);

    /** What may stand below his messages; empty where there is none. */
    Map<Signature, String> signatures();
}
