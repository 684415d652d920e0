package org.salacrm.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.activation.DataHandler;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import javax.mail.internet.MimeUtility;
import javax.mail.util.ByteArrayDataSource;
import org.salacrm.api.mail.Post.Enclosure;
import org.salacrm.api.mail.Post.Letter;
import org.salacrm.api.mail.Post.Party;

/** A letter as it travels: plain text and HTML side by side, what is sent along behind them. */
final class Envelope extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String key;

    Envelope(Session session, Letter letter, Clock clock) throws MessagingException, IOException {
        super(session);
        this.key = letter.key();
        setFrom(address(letter.from()));
        if (!letter.replyTo().equals(letter.from())) {
            setReplyTo(new InternetAddress[] {address(letter.replyTo())});
        }
        receivers(Message.RecipientType.TO, letter.to());
        receivers(Message.RecipientType.CC, letter.cc());
        receivers(Message.RecipientType.BCC, letter.bcc());
        setSubject(oneLine(letter.subject()), UTF_8);
        if (!letter.answers().isEmpty()) {
            setHeader("In-Reply-To", "<" + letter.answers() + ">");
            setHeader("References", "<" + letter.answers() + ">");
        }
        setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(OffsetDateTime.now(clock.withZone(ZoneOffset.UTC))));
        if (letter.enclosures().isEmpty()) {
            setContent(text(letter.body()));
        } else {
            MimeMultipart mixed = new MimeMultipart("mixed");
            MimeBodyPart first = new MimeBodyPart();
            first.setContent(text(letter.body()));
            mixed.addBodyPart(first);
            for (Enclosure enclosure : letter.enclosures()) {
                mixed.addBodyPart(enclosed(enclosure));
            }
            setContent(mixed);
        }
        saveChanges();
    }

    /** The same in every try, so that a server or a reader knows a letter that comes twice. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + key + ">");
    }

    private void receivers(Message.RecipientType type, List<String> addresses) throws MessagingException {
        for (String address : addresses) {
            addRecipient(type, new InternetAddress(ascii(address), false));
        }
    }

    /** A domain has a spelling in plain letters that every server takes; what stands before the @ has none. */
    private static String ascii(String address) throws AddressException {
        int at = address.lastIndexOf('@');
        if (at < 0 || isAscii(address)) {
            return address;
        }
        if (!isAscii(address.substring(0, at))) {
            throw new AddressException(
                    "ชื่อหน้า @ ต้องเป็นอักษรอังกฤษ / before the @ mail servers take plain letters only", address);
        }
        try {
            return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
        } catch (IllegalArgumentException e) {
            throw new AddressException(e.getMessage(), address);
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static InternetAddress address(Party party) throws UnsupportedEncodingException {
        return party.name().isEmpty()
                ? new InternetAddress(party.address(), null)
                : new InternetAddress(party.address(), oneLine(party.name()), UTF_8);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static MimeMultipart text(String body) throws MessagingException {
        MimeMultipart both = new MimeMultipart("alternative");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(body, UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(Html.of(body), UTF_8, "html");
        both.addBodyPart(plain);
        both.addBodyPart(html);
        return both;
    }

    private static MimeBodyPart enclosed(Enclosure enclosure) throws MessagingException, IOException {
        MimeBodyPart part = new MimeBodyPart();
        try (InputStream content = enclosure.content().get()) {
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, enclosure.type())));
        }
        part.setFileName(MimeUtility.encodeText(oneLine(enclosure.name()), UTF_8, null));
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }
}
