package org.salacrm.rest.event;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.event.Live.Message;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Scope;
import org.salacrm.api.security.Verb;

/** Who may hear of what: word of a record reaches only those who may read it. */
@Component(service = EventGate.class)
public final class EventGate {
    private final Rights rights;

    @Activate
    public EventGate(@Reference Rights rights) {
        this.rights = rights;
    }

    boolean passes(Message message, Caller caller) {
        if (message.user() != 0 && message.user() != caller.user()) {
            return false;
        }
        return !isOfRecord(message) || readable(message.body(), caller);
    }

    static boolean isOfRecord(Message message) {
        return message.type().equals("record") || message.type().equals("attached");
    }

    private boolean readable(Map<String, Object> body, Caller caller) {
        String entity = String.valueOf(body.get("entity"));
        Scope scope = rights.scope(caller, entity, Verb.READ);
        if (scope.all()) {
            return true;
        }
        Optional<Long> owner = number(body, "owner");
        Optional<Long> team = number(body, "team");
        if (owner.filter(scope.owners()::contains).isPresent()
                || team.filter(scope.teams()::contains).isPresent()) {
            return true;
        }
        boolean unknown = owner.isEmpty() && team.isEmpty();
        boolean perhapsShared = !scope.principals().isEmpty() || unknown && !scope.none();
        return perhapsShared
                && !"delete".equals(body.get("op"))
                && number(body, "id")
                        .filter(id -> rights.allowed(caller, entity, id, Verb.READ))
                        .isPresent();
    }

    static Optional<Long> number(Map<String, Object> body, String name) {
        Object value = body.get(name);
        if (value instanceof Number number) {
            return Optional.of(number.longValue());
        }
        return value instanceof String text && text.matches("\\d{1,19}")
                ? Optional.of(Long.valueOf(text))
                : Optional.empty();
    }
}
