package org.salacrm.core.record;

import java.util.OptionalLong;
import java.util.Set;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.model.CrmRecord;
import org.salacrm.api.record.Change;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Verb;

/**
 * Whom records belong to: a new one to its maker and his main team, or to a team as a whole; giving one away takes the
 * right to assign.
 */
final class Ownership {
    private static final String OWNER = "owner";
    private static final String TEAM = "team";
    private final Reach reach;
    private final MainTeams teams;

    Ownership(Reach reach, MainTeams teams) {
        this.reach = reach;
        this.teams = teams;
    }

    static Reach.Subject of(EntityType type, CrmRecord record) {
        return new Reach.Subject(type, record.getId(), record.getOwner(), record.getTeam());
    }

    /** Whom the record belonged to before the write. */
    Reach.Subject before(Draft draft) {
        return new Reach.Subject(
                draft.type(), draft.id(), (Long) draft.old(OWNER).orElse(null), (Long)
                        draft.old(TEAM).orElse(null));
    }

    /**
     * @param chosen what the caller says something of, be it that there is nothing
     * @param given what a verb gives instead of the caller: a lead's owner and team pass to what is made of it
     */
    void begin(Draft draft, Set<String> chosen, Set<String> given) {
        Caller caller = draft.caller();
        if (draft.value(OWNER).isEmpty() && caller.user() != 0 && !isTeams(draft, chosen)) {
            draft.set(OWNER, caller.user());
        }
        if (draft.value(TEAM).isEmpty() && draft.value(OWNER).isPresent()) {
            OptionalLong team = teams.of((Long) draft.value(OWNER).get());
            if (team.isPresent()) {
                draft.set(TEAM, team.getAsLong());
            }
        }
        if (!given.containsAll(Set.of(OWNER, TEAM))) {
            reach.requireAssignment(caller, after(draft));
        }
    }

    /** Nobody was chosen to own it, but a team, which shares it out itself. */
    private static boolean isTeams(Draft draft, Set<String> chosen) {
        return chosen.containsAll(Set.of(OWNER, TEAM)) && draft.value(TEAM).isPresent();
    }

    void change(Draft draft) {
        if (draft.changed(OWNER) || draft.changed(TEAM)) {
            reach.require(draft.caller(), before(draft), Verb.ASSIGN);
        }
    }

    private static Reach.Subject after(Change draft) {
        return new Reach.Subject(
                draft.type(), draft.id(), (Long) draft.value(OWNER).orElse(null), (Long)
                        draft.value(TEAM).orElse(null));
    }
}
