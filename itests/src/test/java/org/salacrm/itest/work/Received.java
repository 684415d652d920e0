package org.salacrm.itest.work;

import java.io.IOException;
import javax.mail.MessagingException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.salacrm.test.ReturnedLetter;

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

    static String receivers(MimeMessage letter) {
        try {
            return InternetAddress.toString(letter.getAllRecipients());
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
        try {
            return new MimeMessage(null, ReturnedLetter.of(id));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
