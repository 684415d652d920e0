package org.salacrm.search.index;

import java.util.Collection;
import java.util.List;
import org.salacrm.api.security.Scope;
import org.salacrm.search.text.Needle;

/** Keeps entries and finds them by parts of their texts. */
interface Store extends AutoCloseable {

    /** Which of the stores it is: a state that another one left says nothing about this one. */
    String name();

    /** Writes entries anew, in place of those of the same records. */
    void put(List<Entry> entries);

    void remove(String entity, Collection<Long> ids);

    void clear();

    /** Is called when very much was written, so that what is asked next is answered as quickly as later. */
    default void settle() {}

    /** Makes sure that what was written stays, under a mark that names this state. */
    void keep(String stamp);

    /** Whether it holds what was kept under this mark. */
    boolean holds(String stamp);

    /** The most telling first. */
    List<Long> best(String entity, Needle needle, Scope scope, int most);

    /** In any order: where more hold it than are asked for, any of them. */
    List<Long> any(String entity, Needle needle, Scope scope, int most);

    /** Does work that reads everything, unless that is being done already, by whichever node. @return whether it was */
    boolean alone(Runnable work);

    /** Entries it holds. */
    long size();

    @Override
    void close();
}
