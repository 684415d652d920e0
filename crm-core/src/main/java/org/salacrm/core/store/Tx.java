package org.salacrm.core.store;

import java.sql.Connection;
import java.util.function.Supplier;
import javax.persistence.EntityManager;

/** Transactions of the one database. Whatever is thrown rolls back. Thread-safe. */
public interface Tx {

    /** Works in the running transaction, or in a new one when there is none. */
    <T> T required(Supplier<T> work);

    /** Works in a transaction of its own; a running one waits. */
    <T> T requiresNew(Supplier<T> work);

    boolean active();

    /** Says that the running transaction works with a persistence unit, which its module waits for before it goes. */
    void use(String unit);

    /** The entity manager of a persistence unit, one per transaction; closed with it. */
    EntityManager em(String unit);

    /** The connection that the transaction's entity managers use too; must not be closed by the caller. */
    Connection connection();

    /** Runs once when the running transaction has committed, on the same thread; what it throws is logged. */
    void afterCommit(Runnable work);
}
