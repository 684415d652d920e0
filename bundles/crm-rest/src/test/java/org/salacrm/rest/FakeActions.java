package org.salacrm.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salacrm.api.action.ActionInput;
import org.salacrm.api.action.ActionResult;
import org.salacrm.api.action.Actions;
import org.salacrm.api.action.UnknownActionException;
import org.salacrm.api.record.Records.Saved;

/** Verbs of a test, which remember how they were run. */
final class FakeActions implements Actions {
    final List<Offer> offers = new ArrayList<>();
    final List<ActionInput> runs = new ArrayList<>();

    @Override
    public List<Offer> of(String entity) {
        return offers.stream().filter(o -> o.entity().equals(entity)).toList();
    }

    @Override
    public ActionResult run(String id, ActionInput input) {
        if (id.equals("unknown")) {
            throw new UnknownActionException(id);
        }
        runs.add(input);
        return new ActionResult("account.done", Map.of("name", id), Optional.of(new Saved("account", input.id(), 2)));
    }
}
