package org.salacrm.mail;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.mail.MessagingException;
import javax.mail.SendFailedException;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.AddressException;
import javax.mail.internet.MimeMessage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.mail.Post;
import org.salacrm.api.mail.UndeliveredException;
import org.salacrm.api.record.BusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Post by SMTP, and by IMAP for what comes back. */
@Component
public final class SmtpPost implements Post {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpPost.class);
    private static final int LONGEST_WORDS = 900;
    private static final String FOR_GOOD = "(?s)\\s*5[0-9]{2}\\b.*";

    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Clock clock;
    private final Duration silence;
    /** Servers that kept the last letter waiting in vain, each with the turn of the one letter that may try. */
    private final Map<String, ReentrantLock> slow = new ConcurrentHashMap<>();

    @Activate
    public SmtpPost(@Reference Clock clock) {
        this(clock, SILENCE);
    }

    /** @param silence for which it waits for a server */
    SmtpPost(Clock clock, Duration silence) {
        this.clock = clock;
        this.silence = silence;
    }

    /** While a server is silent, one letter at a time waits for it: the others would keep all other jobs waiting. */
    @Override
    public String deliver(Server server, Letter letter) {
        ReentrantLock turn = slow.get(server.toString());
        if (turn == null) {
            return timed(server, letter);
        }
        if (!turn.tryLock()) {
            throw new UndeliveredException(server + ": it does not answer, another letter waits for it", false, null);
        }
        try {
            return timed(server, letter);
        } finally {
            turn.unlock();
        }
    }

    private String timed(Server server, Letter letter) {
        long start = System.nanoTime();
        try {
            String partly = handOver(server, letter);
            slow.remove(server.toString());
            return partly;
        } catch (UndeliveredException e) {
            if (System.nanoTime() - start > silence.toNanos() / 6) {
                slow.putIfAbsent(server.toString(), new ReentrantLock());
            } else {
                slow.remove(server.toString());
            }
            throw e;
        }
    }

    private String handOver(Server server, Letter letter) {
        try {
            return Connections.inside(() -> send(server, letter));
        } catch (SendFailedException e) {
            return refused(e);
        } catch (AddressException e) {
            throw new UndeliveredException(e.getMessage(), true, e);
        } catch (MessagingException | IOException e) {
            throw new UndeliveredException(server + ": " + words(e), false, e);
        }
    }

    private String send(Server server, Letter letter) throws MessagingException, IOException {
        Session session = Connections.session("smtp", server, silence);
        MimeMessage message = new Envelope(session, letter, clock);
        Transport transport = session.getTransport("smtp");
        try {
            boolean known = !server.user().isEmpty();
            transport.connect(
                    server.host(), server.port(), known ? server.user() : null, known ? server.password() : null);
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            close(transport);
        }
        return "";
    }

    /** The server has the letter by then: whatever it says now does not change that. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("A mail server ended the conversation by itself", e);
        }
    }

    private static String refused(SendFailedException why) {
        String reason = words(why);
        if (why.getValidSentAddresses() != null && why.getValidSentAddresses().length > 0) {
            return reason;
        }
        throw new UndeliveredException(reason, lasting(why), why);
    }

    /** A code from 500 on means never; a server that says so of one receiver says it of the letter. */
    private static boolean lasting(Exception why) {
        for (Exception e = why; e instanceof MessagingException one; e = one.getNextException()) {
            if (String.valueOf(e.getMessage()).matches(FOR_GOOD)) {
                return true;
            }
        }
        return false;
    }

    /** What the server said, and what lies behind it. */
    private static String words(Exception why) {
        List<String> said = new ArrayList<>();
        for (Exception e = why; e != null; e = e instanceof MessagingException one ? one.getNextException() : null) {
            String line = String.valueOf(e.getMessage()).strip();
            if (!said.contains(line)) {
                said.add(line);
            }
        }
        return plain(String.join(" · ", said));
    }

    /** What a server says may be anything; people are shown a line of it. */
    static String plain(String said) {
        String line = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS) + "…";
    }

    @Override
    public void bounces(Server server, String folder, Consumer<Bounce> written) {
        ClassLoader callers = Thread.currentThread().getContextClassLoader();
        List<Bounce> told = new ArrayList<>();
        Reports.Told writing = bounce -> Connections.with(callers, () -> {
            written.accept(bounce);
            return told.add(bounce);
        });
        try {
            Connections.inside(() -> {
                Reports.read(Connections.session(Reports.protocol(server), server, silence), server, folder, writing);
                return told;
            });
        } catch (MessagingException | IOException | IndexOutOfBoundsException e) { // the last: a length that is not so
            if (told.isEmpty()) {
                throw new BusyException(server + ": " + words(e), Duration.ofSeconds(20), e);
            }
            LOG.warn("{} broke off, the rest of what came back is read later: {}", server, words(e));
        }
    }
}
