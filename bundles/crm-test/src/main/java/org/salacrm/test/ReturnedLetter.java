package org.salacrm.test;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The report of a receiver's mail server that a letter could not be delivered: "550 no such user". */
public final class ReturnedLetter {
    private ReturnedLetter() {}

    /** With the heads of the letter, as servers usually do. @param id its Message-ID in brackets */
    public static InputStream of(String id) {
        return of(id, "text/rfc822-headers", "");
    }

    /**
     * As somebody else might make it.
     *
     * @param back the content type and further heads of the part that brings the letter back
     * @param words what follows the heads of the letter
     */
    public static InputStream of(String id, String back, String words) {
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
                "Diagnostic-Code: smtp; 550 no such",
                " user",
                "",
                "--x",
                "Content-Type: " + back,
                "",
                "Message-ID: " + id,
                "",
                words,
                "--x--",
                "");
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
