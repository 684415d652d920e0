package org.salacrm.rest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salacrm.api.message.Text;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Scope;

/** Rights of a test: everything is allowed but what it takes away. */
final class FakeRights implements Rights {
    final Map<String, Level> levels = new HashMap<>();
    final Map<String, Access> fields = new HashMap<>();
    final Set<Long> untouchable = new HashSet<>();
    Scope scope = Scope.ALL;

    @Override
    public Level level(Caller caller, String entity, String verb) {
        return caller.mayEverything() ? Level.ALL : levels.getOrDefault(entity + "." + verb, Level.ALL);
    }

    @Override
    public Scope scope(Caller caller, String entity, String verb) {
        return caller.mayEverything() ? Scope.ALL : scope;
    }

    @Override
    public Access field(Caller caller, String entity, String field) {
        return caller.mayEverything() ? Access.WRITE : fields.getOrDefault(entity + "." + field, Access.WRITE);
    }

    @Override
    public boolean permitted(Caller caller, String permission) {
        return caller.mayEverything();
    }

    @Override
    public boolean allowed(Caller caller, String entity, long id, String verb) {
        return !untouchable.contains(id) && level(caller, entity, verb) != Level.NONE;
    }

    @Override
    public Decision why(Caller caller, String entity, long id, String verb) {
        return new Decision(true, List.of(new Reason("roleAll", true, Text.of("Sales"), "role/2")));
    }

    @Override
    public Decision why(Caller caller, String entity, String field) {
        Access access = field(caller, entity, field);
        boolean hidden = access == Access.NONE;
        return new Decision(
                !hidden, List.of(new Reason(hidden ? "fieldNone" : "fieldWrite", !hidden, Text.of("Sales"), "role/2")));
    }

    void only(Set<Long> owners, Set<Long> teams) {
        scope = new Scope(false, owners, teams, Set.of());
    }
}
