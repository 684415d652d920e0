package org.salacrm.rest;

import java.util.HashSet;
import java.util.Set;
import org.salacrm.api.alert.Follows;
import org.salacrm.api.query.Ref;

/** What the one caller of a test follows. */
final class FakeFollows implements Follows {
    private final Set<Ref> followed = new HashSet<>();

    @Override
    public boolean has(String entity, long id) {
        return followed.contains(new Ref(entity, id, ""));
    }

    @Override
    public void set(String entity, long id, boolean on) {
        Ref record = new Ref(entity, id, "");
        if (on) {
            followed.add(record);
        } else {
            followed.remove(record);
        }
    }
}
