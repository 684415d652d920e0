package org.salacrm.api.action;

import java.util.Map;

/**
 * What an action works on.
 *
 * @param version version the caller saw, or {@link org.salacrm.api.record.Records#ANY_VERSION}
 * @param values what the caller filled in
 */
public record ActionInput(String entity, long id, int version, Map<String, Object> values) {}
