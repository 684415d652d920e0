package org.salacrm.itest.rights;

/** A way to ask something of the product or to do something, compared with what the rules say. */
interface Door {
    /** Asks in somebody's name. */
    void ask(Colleague who);
}
