package org.salacrm.core.query;

/** Gives every table of one statement its own short name. Used by one thread. */
final class Aliases {
    private int next;

    String next(String letter) {
        return letter + next++;
    }
}
