package org.salacrm.core.greeting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.action.Action;
import org.salacrm.api.action.ActionInput;
import org.salacrm.api.action.ActionResult;
import org.salacrm.api.query.Filter;

/** Sends the greeting of an anniversary by hand. */
@Component
public class GreetAction implements Action {
    private final Greetings greetings;

    @Activate
    public GreetAction(@Reference Greetings greetings) {
        this.greetings = greetings;
    }

    @Override
    public String entity() {
        return Greetings.ANNIVERSARY;
    }

    @Override
    public String id() {
        return "greet";
    }

    @Override
    public Filter when() {
        return Filter.in("greeting", List.of("due", "noAddress", "refused"));
    }

    @Override
    public ActionResult run(ActionInput input) {
        return new ActionResult(
                "anniversary.greet.done", Map.of("address", greetings.greet(input.id())), Optional.empty());
    }
}
