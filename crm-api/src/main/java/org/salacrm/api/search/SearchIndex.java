package org.salacrm.api.search;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.security.Scope;

/**
 * Supplies ids for text search. It is told of changes after they happened, knows nothing of the rights on fields and
 * nothing of records that went meanwhile: whoever asks looks at the records themselves before he shows them.
 * Thread-safe.
 */
@ProviderType
public interface SearchIndex {

    /** Entities of which it knows all records: none while it is built, and not those of a module that has just come. */
    Set<String> known();

    /** Whether all words of the text are long enough to be found in the middle of others. */
    boolean finds(String text);

    /**
     * Records that hold the text in one of the fields they are searched by: every word of it, folded, or the phone
     * number it is, or what it is on the other keyboard. The most telling first: title begins so, a word begins so,
     * newest change.
     *
     * @param text as typed; nothing is found by less than two letters
     * @param scope records of others are left out, shared ones as well
     * @param most how many ids at most
     */
    List<Long> best(String entity, String text, Scope scope, int most);

    /**
     * The same records in any order, for whoever has an order of his own: weighing each costs most of the time. Where
     * more hold the text than are asked for, any of them.
     */
    List<Long> ids(String entity, String text, Scope scope, int most);
}
