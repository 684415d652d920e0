package org.salacrm.itest.torture;

import java.util.Set;

/** Writes without pause, keeps a book of what was acknowledged, and compares it with what is there. */
interface Clerk {

    /** Writes once. @throws OpenException when that was not acknowledged; the book says so */
    void write();

    /** Whether each of his acts writes something, so that counting them measures the load. */
    default boolean alwaysWrites() {
        return true;
    }

    /**
     * Compares what was written since the last time, and settles what was left open.
     *
     * @return the events that listeners must have heard of, as the witness writes them
     */
    Set<String> compare();
}
