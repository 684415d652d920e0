package org.salacrm.api.mail;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salacrm.api.query.Ref;

/**
 * An e-mail to be sent in the name of the current caller.
 *
 * @param to plain addresses, at least one; likewise cc and bcc, which may be empty
 * @param body plain text; receivers get it as HTML too, in which nothing of it is markup
 * @param files ids of stored files that the caller may read, sent along in this order
 * @param about the record in whose timeline it stands; when empty, that of the first receiver who is known
 * @param answers the e-mail that it answers, an activity
 * @param signatures which are put below the body
 */
public record Message(
        List<String> to,
        List<String> cc,
        List<String> bcc,
        String subject,
        String body,
        List<Long> files,
        Optional<Ref> about,
        Optional<Long> answers,
        Set<Signature> signatures) {
    public Message {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        files = List.copyOf(files);
        signatures = Set.copyOf(signatures);
    }
}
