package org.salacrm.api.alert;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** How people are told: the company's choice, and each user's own over it. Thread-safe. */
@ProviderType
public interface AlertChoices {

    /** What counts for the caller. */
    Choice mine();

    /** Keeps his own choice; empty goes back to the company's. */
    void mine(Map<String, ?> choice);

    Choice company();

    /** @throws org.salacrm.api.security.ForbiddenException without the permission core.configure */
    void company(Map<String, ?> choice);

    /**
     * A choice. Hours are written {@code 19:00}, in the company's time zone.
     *
     * @param kinds by code of the kind
     * @param quietFrom beginning of the hours in which neither the desktop nor e-mail tells; empty for none
     * @param quietTo their end
     * @param digestAt when the digest is sent
     */
    record Choice(Map<String, Channels> kinds, String quietFrom, String quietTo, String digestAt) {}

    /**
     * The ways of one kind.
     *
     * @param program whether it stands in the list; what the desktop tells stands there too
     * @param mail off, now or digest
     */
    record Channels(boolean program, boolean desktop, String mail) {
        public Channels {
            program = program || desktop;
        }
    }
}
