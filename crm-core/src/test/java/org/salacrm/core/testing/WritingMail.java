package org.salacrm.core.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salacrm.api.mail.Mail;
import org.salacrm.api.mail.Message;
import org.salacrm.api.mail.Signature;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.Records.Saved;

/** A queue whose e-mails are activities of what they are about, with whom they go to as their place. */
public record WritingMail(Records records) implements Mail {
    static final Map<Signature, String> WORDS = Map.of(Signature.OWN, "วิภา", Signature.COMPANY, "ร้านศาลา");

    @Override
    public Saved send(Message message) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "type",
                "email",
                "subject",
                message.subject(),
                "description",
                Signature.below(message.body(), message.signatures(), WORDS),
                "place",
                String.join(",", message.to())));
        message.about().ifPresent(about -> values.put("regarding", Map.of("id", about.id(), "entity", about.entity())));
        return records.create("activity", values);
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
