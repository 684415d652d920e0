package org.salacrm.rest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many bodies are waited for from each address, so that nobody keeps all threads of the server for himself. */
final class Waiting {
    private final int most;
    private final Map<String, Integer> from = new ConcurrentHashMap<>();

    Waiting(int most) {
        this.most = most;
    }

    /** @return whether there was room; then {@link #leave} follows */
    boolean enter(String address) {
        if (from.merge(address, 1, Integer::sum) <= most) {
            return true;
        }
        leave(address);
        return false;
    }

    void leave(String address) {
        from.computeIfPresent(address, (same, number) -> number == 1 ? null : number - 1);
    }
}
