package org.salacrm.core.testing;

import java.util.List;
import java.util.Set;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Scope;

/**
 * Rights a test writes down: administrators and the system may do everything; everybody else may do with records what
 * is not forbidden, and has only the given permissions.
 *
 * @param words permissions such as {@code core.configure}, and what is forbidden: {@code !opportunity.update},
 *     {@code !opportunity.amount} for a field
 */
public record FakeRights(Set<String> words) implements Rights {

    @Override
    public Level level(Caller caller, String entity, String verb) {
        boolean forbidden = !caller.mayEverything() && words.contains("!" + entity + "." + verb);
        return forbidden ? Level.NONE : Level.ALL;
    }

    @Override
    public Scope scope(Caller caller, String entity, String verb) {
        return level(caller, entity, verb) == Level.ALL ? Scope.ALL : Scope.NONE;
    }

    @Override
    public Access field(Caller caller, String entity, String field) {
        boolean hidden = !caller.mayEverything() && words.contains("!" + entity + "." + field);
        return hidden ? Access.NONE : Access.WRITE;
    }

    @Override
    public boolean permitted(Caller caller, String permission) {
        return caller.mayEverything() || words.contains(permission);
    }

    @Override
    public boolean allowed(Caller caller, String entity, long id, String verb) {
        return level(caller, entity, verb) == Level.ALL;
    }

    @Override
    public Decision why(Caller caller, String entity, long id, String verb) {
        return new Decision(allowed(caller, entity, id, verb), List.of());
    }

    @Override
    public Decision why(Caller caller, String entity, String field) {
        return new Decision(true, List.of());
    }
}
