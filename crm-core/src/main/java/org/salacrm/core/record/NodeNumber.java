package org.salacrm.core.record;

/** The number that only this node of the installation has at the moment, so that its ids are its own. Thread-safe. */
public interface NodeNumber {

    /** 0 to 1023. */
    int get();
}
