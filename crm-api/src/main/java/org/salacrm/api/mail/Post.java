package org.salacrm.api.mail;

import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ConsumerType;

/** The post office: speaks with the company's mail servers. Thread-safe. */
@ConsumerType
public interface Post {

    /**
     * Hands a letter to the server.
     *
     * @return receivers whom the server refused while it took the letter for others, with its words; empty usually
     * @throws UndeliveredException when it took it for nobody
     */
    String deliver(Server server, Letter letter);

    /**
     * Looks into a mailbox for reports of letters that came back. Each is marked as read once it was written down, so
     * that none is lost in between.
     *
     * @param written writes one down; what it throws leaves this report and the rest unread
     */
    void bounces(Server server, String folder, Consumer<Bounce> written);

    /**
     * A mail server.
     *
     * @param security none, starttls or tls
     * @param user empty when it wants none
     */
    record Server(String host, int port, String security, String user, String password) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /** Somebody with a name, which may be empty. */
    record Party(String name, String address) {}

    /**
     * A letter as it leaves.
     *
     * @param key its Message-ID without brackets, the same in every try
     * @param answers the key of the letter it answers, empty usually
     * @param replyTo whom answers go to; the same as from when nobody else
     */
    record Letter(
            String key,
            Party from,
            Party replyTo,
            List<String> to,
            List<String> cc,
            List<String> bcc,
            String subject,
            String body,
            List<Enclosure> enclosures,
            String answers) {}

    /** A file sent along. */
    record Enclosure(String name, String type, Supplier<InputStream> content) {}

    /** A letter that came back. @param key its Message-ID without brackets */
    record Bounce(String key, String reason) {}
}
