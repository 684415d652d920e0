package org.salacrm.api.message;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Words of the core and of every active module, from their {@code CRM-INF/messages_th.properties} and
 * {@code messages_en.properties}; keys are inferred: {@code opportunity.label}, {@code opportunity.amount.label}.
 * A company's own words (custom fields, pick lists) come from the database. Thread-safe.
 */
@ProviderType
public interface Messages {

    /** The text of a key, or the key itself in both languages where nobody defines it. */
    Text text(String key);

    boolean has(String key);

    /** A sentence with {@code {name}} places filled, in one language. Unknown places stay as they are. */
    String format(String language, String key, Map<String, ?> values);
}
