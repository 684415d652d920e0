package org.salacrm.core.record;

import org.salacrm.api.entity.EntityType;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Scope;
import org.salacrm.api.security.Verb;

/** Whether a caller's rights reach a record whose owner and team are known already. Thread-safe. */
final class Reach {
    private final Rights rights;

    Reach(Rights rights) {
        this.rights = rights;
    }

    /** The record in question, with whom it belongs to. */
    record Subject(EntityType type, long id, Long owner, Long team) {}

    boolean reaches(Caller caller, Subject subject, String verb) {
        Scope scope = rights.scope(caller, subject.type().name(), verb);
        return belongs(scope, subject)
                || !scope.principals().isEmpty()
                        && rights.allowed(caller, subject.type().name(), subject.id(), verb);
    }

    boolean shows(Caller caller, EntityType type, String field) {
        return rights.field(caller, type.name(), field) != Access.NONE;
    }

    void require(Caller caller, Subject subject, String verb) {
        if (!reaches(caller, subject, verb)) {
            throw new ForbiddenException(subject.type().name(), verb);
        }
    }

    void requireLevel(Caller caller, EntityType type, String verb) {
        if (rights.level(caller, type.name(), verb) == Level.NONE) {
            throw new ForbiddenException(type.name(), verb);
        }
    }

    /** A record that is not there yet or is given away: shares do not count, only whom it shall belong to. */
    void requireAssignment(Caller caller, Subject subject) {
        boolean own = subject.owner() != null && subject.owner() == caller.user();
        boolean ownTeam = subject.team() == null || caller.teams().contains(subject.team());
        if (own && ownTeam) {
            return;
        }
        if (!belongs(rights.scope(caller, subject.type().name(), Verb.ASSIGN), subject)) {
            throw new ForbiddenException(subject.type().name(), Verb.ASSIGN);
        }
    }

    private static boolean belongs(Scope scope, Subject subject) {
        return scope.all()
                || subject.owner() != null && scope.owners().contains(subject.owner())
                || subject.team() != null && scope.teams().contains(subject.team());
    }
}
