package org.salacrm.core.job;

import java.util.List;
import java.util.Map;
import org.salacrm.api.mail.Mail;
import org.salacrm.api.mail.Message;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.Records.Saved;

/** A queue whose e-mails are activities of what they are about, with whom they went to as their place. */
record LetterBox(Records records) implements Mail {

    @Override
    public Saved send(Message message) {
        Ref about = message.about().orElseThrow();
        return records.create(
                "activity",
                Map.of(
                        "type",
                        "email",
                        "subject",
                        message.subject(),
                        "description",
                        message.body(),
                        "place",
                        String.join(",", message.to()),
                        "regarding",
                        Map.of("id", about.id(), "entity", about.entity())));
    }

    @Override
    public void again(long activity) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cancel(long activity) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Receiver> receivers(String entity, long id) {
        return List.of();
    }
}
