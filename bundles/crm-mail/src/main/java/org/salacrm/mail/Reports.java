package org.salacrm.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.mail.BodyPart;
import javax.mail.Flags;
import javax.mail.Folder;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Session;
import javax.mail.Store;
import javax.mail.internet.MimeMessage;
import javax.mail.search.FlagTerm;
import org.salacrm.api.mail.Post.Bounce;
import org.salacrm.api.mail.Post.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads delivery reports out of a mailbox: which letter came back, and why. */
final class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final int MOST = 200;
    private static final int MOST_PARTS = 10;
    /** Bytes brought of each part: what programs say stands in front. */
    private static final int HEAD = 64 << 10;

    private static final Pattern OURS = Pattern.compile("(?im)^Message-ID:\\s*<([^>\\s]{1,100}@sala)>");
    private static final Pattern SAID = Pattern.compile("(?im)^Diagnostic-Code:\\s*(.+(?:\\r?\\n[ \\t].+)*)");
    private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed");

    private Reports() {}

    /** What is done with a letter that came back. */
    interface Told {
        void of(Bounce bounce) throws MessagingException, IOException;
    }

    /** Only reports are marked as read, each after it was told; what people wrote stays as it is. */
    static void read(Session session, Server server, String folder, Told told) throws MessagingException, IOException {
        try (Store store = new BoundedStore(session, protocol(server))) {
            store.connect(server.host(), server.port(), server.user(), server.password());
            try (Folder box = store.getFolder(folder)) {
                box.open(Folder.READ_WRITE);
                Message[] unread = box.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                for (int i = Math.max(0, unread.length - MOST); i < unread.length; i++) { // the newest
                    if (unread[i].isMimeType("multipart/report")) {
                        Optional<Bounce> bounce = legible(unread[i], store);
                        if (bounce.isPresent()) {
                            told.of(bounce.get());
                        }
                        unread[i].setFlag(Flags.Flag.SEEN, true);
                    }
                }
            }
        }
    }

    /** Anybody may send a report that is none: it must not keep the others from being read. */
    private static Optional<Bounce> legible(Message report, Store store) throws MessagingException, IOException {
        try {
            return bounce(report);
        } catch (MessagingException | IOException e) {
            if (!store.isConnected()) {
                throw e;
            }
            LOG.warn("A report in the mailbox cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    static String protocol(Server server) {
        return server.security().equals("tls") ? "imaps" : "imap";
    }

    static Optional<Bounce> bounce(Message report) throws MessagingException, IOException {
        String text = heads(report);
        Matcher letter = OURS.matcher(text);
        if (!letter.find() || !FAILED.matcher(text).find()) {
            return Optional.empty();
        }
        Matcher said = SAID.matcher(text);
        String reason = said.find() ? said.group(1) : report.getSubject();
        return Optional.of(new Bounce(letter.group(1), reason == null ? "" : SmtpPost.plain(reason)));
    }

    /** The heads of the parts, one below the other. */
    private static String heads(Message report) throws MessagingException, IOException {
        StringBuilder heads = new StringBuilder();
        if (report.getContent() instanceof Multipart parts) {
            for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
                heads.append(head(parts.getBodyPart(i))).append('\n');
            }
        }
        return heads.toString();
    }

    /** Of a letter that came back the server itself says its name. */
    private static String head(BodyPart part) throws MessagingException, IOException {
        if (part.isMimeType("message/rfc822") && part.getContent() instanceof MimeMessage letter) {
            return "Message-ID: " + letter.getMessageID();
        }
        try (InputStream words = part.getInputStream()) {
            return new String(words.readNBytes(HEAD), StandardCharsets.UTF_8);
        }
    }
}
