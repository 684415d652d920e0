package org.salacrm.api.event;

import java.util.Map;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** What open browsers are told at once: not kept, may be missed, crosses nodes. Thread-safe. */
@ProviderType
public interface Live {

    /** Tells everybody who listens. */
    void tell(Message message);

    /** Listens until closed. */
    Listening listen(Consumer<Message> listener);

    /** What ends the listening. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A message. A message of type record has the body {@code entity, id, version, op} (create, update, delete,
     * restore) and {@code owner, team}, ids as numbers, by which listeners tell who may know of it.
     * A message of type attached has the body {@code entity, id} of a record with another note or file than before.
     * A message of type alert has the body {@code id} and {@code desktop}, whether it may appear outside the window;
     * without an id the alerts changed in another way. A message of type job has the body {@code id}; listeners ask
     * {@code Jobs} for the rest.
     *
     * A message of type views has the body {@code entity} whose saved views changed.
     *
     * @param type metadata, views, record, attached, job, alert, session, settings
     * @param user only for this user; 0 for everybody
     */
    record Message(String type, long user, Map<String, Object> body) {}
}
