package org.salacrm.shell;

import java.util.function.Supplier;
import org.salacrm.api.message.Messages;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;

/** Something was refused; its message is the sentence to be shown. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refused(String sentence) {
        super(sentence);
    }

    /** Does work whose refusals become sentences. */
    public static <T> T told(Messages messages, Supplier<T> work) {
        try {
            return work.get();
        } catch (ConflictException e) {
            throw new Refused(messages.format("en", e.messageKey(), e.values()));
        } catch (InvalidRecordException e) {
            Refusal first = e.refusals().get(0);
            throw new Refused(messages.format("en", first.messageKey(), first.values()));
        } catch (AbsentRecordException e) {
            throw new Refused("There is no " + e.entity() + " " + e.id());
        } catch (BusyException e) {
            throw new Refused(e.getMessage() + "; try again");
        }
    }
}
