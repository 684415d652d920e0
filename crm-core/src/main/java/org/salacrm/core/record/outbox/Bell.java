package org.salacrm.core.record.outbox;

/** Tells the dispatcher that there is something in the outbox. Thread-safe. */
public interface Bell {
    void ring();
}
