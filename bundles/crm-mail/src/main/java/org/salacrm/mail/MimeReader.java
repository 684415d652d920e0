package org.salacrm.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.mail.Address;
import javax.mail.BodyPart;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Part;
import javax.mail.Session;
import javax.mail.internet.AddressException;
import javax.mail.internet.ContentType;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import javax.mail.internet.MimeUtility;
import org.osgi.service.component.annotations.Component;
import org.salacrm.api.mail.MailReader;

/** Reads e-mails as files hold them (RFC 5322 with MIME), with bounds to how deep and how many its parts are. */
@Component
public final class MimeReader implements MailReader {
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 100;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_HEADER = 64 << 10;
    private static final int MOST_NESTED = 500;

    @Override
    public Optional<Letter> read(byte[] file) {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(file));
            if (message.getHeader("From") == null && message.getHeader("Subject") == null) {
                return Optional.empty();
            }
            Found found = new Found();
            gather(message, found, 0);
            return Optional.of(new Letter(
                    id(message),
                    decoded(message.getSubject()),
                    addresses(message, "From").stream().findFirst().orElse(""),
                    addresses(message, "To"),
                    addresses(message, "Cc"),
                    Optional.ofNullable(message.getSentDate())
                            .map(date -> date.toInstant())
                            .filter(MimeReader::isSound),
                    found.text.isEmpty() ? found.html : found.text,
                    found.enclosed));
        } catch (MessagingException | IOException e) {
            return Optional.empty();
        }
    }

    private static String id(MimeMessage message) throws MessagingException {
        String id = message.getMessageID();
        return id == null ? "" : id.replaceAll("[\\s<>]", "");
    }

    /** What was found so far; of several texts in one letter all, of text and HTML the text. */
    private static final class Found {
        private String text = "";
        private String html = "";
        private final List<Enclosed> enclosed = new ArrayList<>();
        private int parts;
    }

    private static void gather(Part part, Found found, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || ++found.parts > MOST_PARTS) {
            return;
        }
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || name(part) != null;
        if (part.isMimeType("multipart/*")) {
            MimeMultipart parts = new MimeMultipart(part.getDataHandler().getDataSource());
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                gather(inner, found, depth + 1);
            }
        } else if (attached) {
            String name = name(part);
            byte[] content = bytes(part, Integer.MAX_VALUE - 8);
            if (content.length > 0) {
                found.enclosed.add(new Enclosed(name == null ? "file" : decoded(name), content));
            }
        } else if (part.isMimeType("text/html")) {
            found.html = joined(found.html, PlainText.of(text(part)));
        } else if (part.isMimeType("text/*")) {
            found.text = joined(found.text, text(part).strip());
        }
    }

    private static String joined(String before, String more) {
        return before.isEmpty() ? more : before + "\n\n" + more;
    }

    private static String name(Part part) throws MessagingException {
        try {
            return part.getFileName();
        } catch (MessagingException e) {
            return null; // a name that nobody can read is none
        }
    }

    private static byte[] bytes(Part part, int most) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(most);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        return new String(bytes(part, LONGEST_TEXT), charset(part));
    }

    /** A character set nobody knows is most likely UTF-8 today. */
    private static Charset charset(Part part) throws MessagingException {
        try {
            String named = part.getContentType() == null
                    ? null
                    : new ContentType(part.getContentType()).getParameter("charset");
            return named == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(named));
        } catch (javax.mail.internet.ParseException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String decoded(String text) {
        try {
            return text == null ? "" : MimeUtility.decodeText(text);
        } catch (java.io.UnsupportedEncodingException e) {
            return text;
        }
    }

    private static List<String> addresses(Message message, String header) throws MessagingException {
        String[] lines = message.getHeader(header);
        if (lines == null) {
            return List.of();
        }
        String list = String.join(",", lines);
        if (!isReadable(list)) {
            return List.of();
        }
        try {
            Address[] all = InternetAddress.parseHeader(list, false);
            return Arrays.stream(all)
                    .map(address -> ((InternetAddress) address).getAddress())
                    .filter(address -> address != null && !address.isBlank())
                    .toList();
        } catch (AddressException e) {
            return List.of();
        }
    }

    /** The time that parsing takes grows with the square of comments and groups, of which nobody needs many. */
    private static boolean isReadable(String list) {
        return list.length() <= LONGEST_HEADER
                && list.chars().filter(c -> c == '(' || c == ':').count() <= MOST_NESTED;
    }

    private static boolean isSound(Instant at) {
        return at.isAfter(Instant.parse("1970-01-02T00:00:00Z")) && at.isBefore(Instant.parse("2100-01-01T00:00:00Z"));
    }
}
