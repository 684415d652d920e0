package org.salacrm.api.action;

import java.util.Map;
import java.util.Optional;
import org.salacrm.api.record.Records.Saved;

/**
 * What an action answers.
 *
 * @param messageKey sentence for the user, empty for none
 * @param open record to be shown next
 */
public record ActionResult(String messageKey, Map<String, ?> values, Optional<Saved> open) {
    public static final ActionResult DONE = new ActionResult("", Map.of(), Optional.empty());
}
