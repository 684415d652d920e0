package org.salacrm.api.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Understands the file of an e-mail. Thread-safe. */
@ConsumerType
public interface MailReader {

    /** @return empty when it is no e-mail */
    Optional<Letter> read(byte[] file);

    /**
     * What an e-mail says.
     *
     * @param id its Message-ID without brackets, empty when it has none
     * @param from plain address; likewise to and cc
     * @param text what a person reads, without any markup
     */
    record Letter(
            String id,
            String subject,
            String from,
            List<String> to,
            List<String> cc,
            Optional<Instant> sentAt,
            String text,
            List<Enclosed> enclosed) {}

    /** A file sent along. */
    record Enclosed(String name, byte[] content) {}
}
