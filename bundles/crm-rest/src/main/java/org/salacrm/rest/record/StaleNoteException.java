package org.salacrm.rest.record;

import java.util.Map;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;

/** A note was written anew meanwhile, be it by its author in another window: he is told how it stands. */
class StaleNoteException extends RefusedException {
    private static final long serialVersionUID = 1L;
    private final transient Shape current;

    StaleNoteException(Shape current) {
        super(412, "stale");
        this.current = current;
    }

    @Override
    public Map<String, Object> more() {
        return Map.of("current", current);
    }
}
