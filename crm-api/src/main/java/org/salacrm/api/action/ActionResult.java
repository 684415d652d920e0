package org.salacrm.api.action;

import java.util.Map;
import java.util.Optional;
import org.salacrm.api.record.Records.Saved;

/**
 * What an action answers.
 *
 * @param messageKey sentence for the user, empty for none
 * @param open record to be shown next
 * @param once the sentence is never told again, so it stays until the user has read it
 */
public record ActionResult(String messageKey, Map<String, ?> values, Optional<Saved> open, boolean once) {
    public static final ActionResult DONE = new ActionResult("", Map.of(), Optional.empty());

    public ActionResult(String messageKey, Map<String, ?> values, Optional<Saved> open) {
        this(messageKey, values, open, false);
    }
}
