package org.salacrm.api.mail;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.record.Records.Saved;

/**
 * Sends e-mails. Each is an activity of type e-mail, so it stands in the timelines of its record and customer, and
 * waits in the database until the server took it: an unreachable server or a crash loses none. Everything needs the
 * permission {@code mail.send}. Thread-safe.
 */
@ProviderType
public interface Mail {

    /**
     * Puts a message into the queue, in the running transaction if there is one.
     *
     * @return the activity that it is
     * @throws org.salacrm.api.record.InvalidRecordException naming to, cc, bcc, subject, body or files
     */
    Saved send(Message message);

    /** Puts a message that failed, came back or was cancelled into the queue once more. */
    void again(long activity);

    /** Takes a message out of the queue, as long as the server has not taken it. */
    void cancel(long activity);

    /** Addresses known of a record: its own and those of the records beside it. */
    List<Receiver> receivers(String entity, long id);

    /** Somebody who can be written to. */
    record Receiver(String name, String address) {}
}
