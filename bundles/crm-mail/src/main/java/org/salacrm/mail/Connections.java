package org.salacrm.mail;

import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import javax.mail.MessagingException;
import javax.mail.Session;
import org.salacrm.api.mail.Post.Server;

/** Mail sessions to a server, which give up when it is silent. */
final class Connections {
    private static final String CONNECT_MS = "10000";
    /** Bytes that a server may say in one conversation; a mailbox of reports is the longest there is. */
    static final int MOST_SAID = 16 << 20;

    /** Bytes of a message that are brought at a time. */
    private static final int FETCHED = 64 << 10;

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Connections() {}

    /** What is done with a server. */
    interface Work<T> {
        T done() throws MessagingException, IOException;
    }

    /** @param silence for which it waits for an answer */
    static Session session(String protocol, Server server, Duration silence) {
        String silenceMs = Long.toString(silence.toMillis());
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.put(prefix + "host", server.host());
        properties.put(prefix + "port", Integer.toString(server.port()));
        properties.put(prefix + "socketFactory", new BoundedSockets(MOST_SAID, LONGEST));
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "connectiontimeout", CONNECT_MS);
        properties.put(prefix + "timeout", silenceMs);
        properties.put(prefix + "writetimeout", silenceMs);
        properties.put(prefix + "auth", Boolean.toString(!server.user().isEmpty()));
        properties.put(prefix + "ssl.enable", Boolean.toString(server.security().equals("tls")));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        boolean upgrade = server.security().equals("starttls");
        properties.put(prefix + "starttls.enable", Boolean.toString(upgrade));
        properties.put(prefix + "starttls.required", Boolean.toString(upgrade));
        properties.put(prefix + "fetchsize", Integer.toString(FETCHED));
        properties.put(prefix + "peek", "true"); // reading alone marks nothing as read
        properties.put("mail.smtp.sendpartial", "true");
        properties.put("mail.mime.allowutf8", "false");
        return Session.getInstance(properties);
    }

    /** Works where the mail library finds what it brings: it looks for that with the class loader of the thread. */
    static <T> T inside(Work<T> work) throws MessagingException, IOException {
        return with(Session.class.getClassLoader(), work);
    }

    /** Works where that class loader finds things. */
    static <T> T with(ClassLoader loader, Work<T> work) throws MessagingException, IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.done();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
