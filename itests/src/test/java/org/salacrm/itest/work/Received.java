package org.salacrm.itest.work;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;

/** What stands in a letter that a mail server was given. */
final class Received {
    private Received() {}

    static String subject(MimeMessage letter) {
        try {
            return letter.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String id(MimeMessage letter) {
        try {
            return letter.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(MimeMessage letter) {
        try {
            MimeMultipart parts = (MimeMultipart) letter.getContent();
            return parts.getBodyPart(0)
                    .getContent()
                    .toString()
                    .replace("\r\n", "\n")
                    .strip();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The report of a receiver's server that a letter could not be delivered. */
    static MimeMessage returned(String id) {
        String text = String.join(
                "\r\n",
                "From: postmaster@b.co.th",
                "To: bounces@shop.co.th",
                "Subject: Undelivered",
                "MIME-Version: 1.0",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
                "",
                "--x",
                "Content-Type: message/delivery-status",
                "",
                "Action: failed",
                "Diagnostic-Code: smtp; 550 no such user",
                "",
                "--x",
                "Content-Type: text/rfc822-headers",
                "",
                "Message-ID: " + id,
                "",
                "--x--",
                "");
        try {
            return new MimeMessage(null, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
