package org.salacrm.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.mail.Flags;
import javax.mail.Folder;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Store;
import javax.mail.search.FlagTerm;
import org.salacrm.api.mail.Post.Bounce;
import org.salacrm.api.mail.Post.Server;

/** Reads delivery reports out of a mailbox: which letter came back, and why. */
final class Reports {
    private static final int MOST = 200;
    private static final int LARGEST = 1 << 20;
    private static final Pattern OURS = Pattern.compile("(?im)^Message-ID:\\s*<([^>\\s]{1,100}@sala)>");
    private static final Pattern SAID = Pattern.compile("(?im)^Diagnostic-Code:\\s*(.+(?:\\r?\\n[ \\t].+)*)");
    private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed");

    private Reports() {}

    /**
     * Only reports are marked as read; what people wrote stays as it is.
     *
     * @param bounces what was found so far, should the server break off
     */
    static void read(Session session, Server server, String folder, List<Bounce> bounces)
            throws MessagingException, IOException {
        try (Store store = session.getStore(protocol(server))) {
            store.connect(server.host(), server.port(), server.user(), server.password());
            try (Folder box = store.getFolder(folder)) {
                box.open(Folder.READ_WRITE);
                Message[] unread = box.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                for (int i = Math.max(0, unread.length - MOST); i < unread.length; i++) { // the newest
                    if (unread[i].isMimeType("multipart/report") && unread[i].getSize() <= LARGEST) {
                        bounce(unread[i]).ifPresent(bounces::add);
                        unread[i].setFlag(Flags.Flag.SEEN, true);
                    }
                }
            }
        }
    }

    static String protocol(Server server) {
        return server.security().equals("tls") ? "imaps" : "imap";
    }

    static Optional<Bounce> bounce(Message report) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.writeTo(bytes);
        String text = bytes.toString(StandardCharsets.UTF_8);
        Matcher letter = OURS.matcher(text);
        if (!letter.find() || !FAILED.matcher(text).find()) {
            return Optional.empty();
        }
        Matcher said = SAID.matcher(text);
        String reason = said.find() ? said.group(1) : report.getSubject();
        return Optional.of(new Bounce(letter.group(1), reason == null ? "" : SmtpPost.plain(reason)));
    }
}
