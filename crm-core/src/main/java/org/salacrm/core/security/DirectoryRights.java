package org.salacrm.core.security;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Scope;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Answers what a caller may do from the directory, which is in memory, and from the record itself where it matters. */
@Component
public class DirectoryRights implements Rights {
    private final Directories directories;
    private final EntityTypes types;
    private final Clock clock;
    private final Facts facts;
    private final Explanation explanation;

    @Activate
    public DirectoryRights(
            @Reference Directories directories,
            @Reference EntityTypes types,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.directories = directories;
        this.types = types;
        this.clock = clock;
        this.facts = new Facts(new Sql(tx), types);
        this.explanation = new Explanation(directories, types, facts, clock);
    }

    @Override
    public Level level(Caller caller, String entity, String verb) {
        return level(caller, Target.of(types, entity, verb));
    }

    private Level level(Caller caller, Target target) {
        if (caller.mayEverything() || target.open()) {
            return Level.ALL;
        }
        return directories.current().sheets(caller.roles()).stream()
                .map(role -> role.level(target.entity(), target.verb()))
                .reduce(Level.NONE, Level::higher);
    }

    @Override
    public Scope scope(Caller caller, String entity, String verb) {
        Target target = Target.of(types, entity, verb);
        Level level = level(caller, target);
        if (level == Level.NONE) {
            return Scope.NONE;
        }
        if (level == Level.ALL) {
            return Scope.ALL;
        }
        Set<Long> principals = ShareRow.shareable(target.verb())
                ? Facts.principals(caller).boxed().collect(Collectors.toSet())
                : Set.of();
        return new Scope(false, Set.of(caller.user()), level == Level.TEAM ? caller.teams() : Set.of(), principals);
    }

    @Override
    public Access field(Caller caller, String entity, String field) {
        if (caller.mayEverything()) {
            return Access.WRITE;
        }
        Access own = directories.current().sheets(caller.roles()).stream()
                .flatMap(role -> FieldWord.of(role, types, entity, field).stream())
                .reduce((a, b) -> a.compareTo(b) >= 0 ? a : b)
                .orElse(Target.common(Target.of(types, entity, "").type()) ? Access.READ : Access.NONE);
        Access above = types.find(entity)
                .filter(EntityType::isPart)
                .flatMap(part -> Target.partsField(types, part).map(f -> field(caller, part.parent(), f.name())))
                .orElse(Access.WRITE);
        return own.compareTo(above) <= 0 ? own : above;
    }

    @Override
    public boolean permitted(Caller caller, String permission) {
        return caller.mayEverything()
                || directories.current().sheets(caller.roles()).stream()
                        .anyMatch(role -> role.permissions().contains(permission));
    }

    @Override
    public boolean allowed(Caller caller, String entity, long id, String verb) {
        Target target = Target.of(types, entity, verb);
        Level level = level(caller, target);
        if (level == Level.NONE || level == Level.ALL) {
            return level == Level.ALL;
        }
        return facts.keys(entity, id)
                .map(keys -> reaches(caller, level, keys) || shared(caller, target, keys.id()))
                .orElse(false);
    }

    private static boolean reaches(Caller caller, Level level, Facts.Keys keys) {
        return keys.owner() == caller.user()
                || level == Level.TEAM && caller.teams().contains(keys.team());
    }

    private boolean shared(Caller caller, Target target, long id) {
        return ShareRow.shareable(target.verb())
                && facts.shares(caller, target.entity(), id).stream()
                        .anyMatch(share -> share.gives(target.verb()) && !share.ended(clock.instant()));
    }

    @Override
    public Decision why(Caller caller, String entity, long id, String verb) {
        return explanation.ofRecord(caller, entity, id, verb);
    }

    @Override
    public Decision why(Caller caller, String entity, String field) {
        return explanation.ofField(caller, entity, field, field(caller, entity, field));
    }
}
