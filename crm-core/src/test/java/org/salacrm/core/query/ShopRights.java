package org.salacrm.core.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Scope;

/** Rights written down by a test: everything may be read unless it says otherwise. */
final class ShopRights implements Rights {
    private final Map<String, Scope> scopes = new HashMap<>();
    private final Set<String> closed = new HashSet<>();

    void scope(long user, String entity, Scope scope) {
        scopes.put(user + " " + entity, scope);
    }

    void close(long user, String entity, String field) {
        closed.add(user + " " + entity + "." + field);
    }

    void open() {
        scopes.clear();
        closed.clear();
    }

    @Override
    public Level level(Caller caller, String entity, String verb) {
        return scope(caller, entity, verb).all() ? Level.ALL : Level.OWN;
    }

    @Override
    public Scope scope(Caller caller, String entity, String verb) {
        return scopes.getOrDefault(caller.user() + " " + entity, Scope.ALL);
    }

    @Override
    public Access field(Caller caller, String entity, String field) {
        return closed.contains(caller.user() + " " + entity + "." + field) ? Access.NONE : Access.WRITE;
    }

    @Override
    public boolean permitted(Caller caller, String permission) {
        return true;
    }

    @Override
    public boolean allowed(Caller caller, String entity, long id, String verb) {
        return true;
    }

    @Override
    public Decision why(Caller caller, String entity, String field) {
        return new Decision(true, List.of());
    }

    @Override
    public Decision why(Caller caller, String entity, long id, String verb) {
        return new Decision(true, List.of());
    }
}
