package org.salacrm.core.security;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.message.Text;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights.Decision;
import org.salacrm.api.security.Rights.Reason;
import org.salacrm.core.security.Directory.Sheet;

/** Tells which rules grant or deny something, and where each can be changed. */
final class Explanation {
    private final Directories directories;
    private final EntityTypes types;
    private final Facts facts;
    private final Clock clock;

    Explanation(Directories directories, EntityTypes types, Facts facts, Clock clock) {
        this.directories = directories;
        this.types = types;
        this.facts = facts;
        this.clock = clock;
    }

    Decision ofRecord(Caller caller, String entity, long id, String verb) {
        Optional<Facts.Keys> keys = facts.keys(entity, id);
        if (keys.isEmpty()) {
            return new Decision(false, List.of(new Reason("absent", false, Text.NONE, "")));
        }
        if (caller.mayEverything()) {
            return new Decision(true, everything(caller));
        }
        return decided(ofRules(caller, Target.of(types, entity, verb), keys.get()));
    }

    private List<Reason> ofRules(Caller caller, Target target, Facts.Keys keys) {
        Directory directory = directories.current();
        List<Reason> reasons = new ArrayList<>();
        if (target.open()) {
            reasons.add(new Reason("common", true, Text.NONE, ""));
        }
        Level highest = Level.NONE;
        boolean owns = keys.owner() == caller.user();
        boolean inTeam = caller.teams().contains(keys.team());
        for (Sheet role : directory.sheets(caller.roles())) {
            Level level = role.level(target.entity(), target.verb());
            highest = Level.higher(highest, level);
            boolean reaches = level == Level.ALL || level != Level.NONE && owns || level == Level.TEAM && inTeam;
            reasons.add(ofRole("role" + word(level.name()), reaches, role));
        }
        if (reasons.isEmpty()) {
            reasons.add(new Reason("none", false, Text.NONE, "user/" + caller.user()));
        }
        if (highest == Level.OWN || highest == Level.TEAM) {
            String record = target.entity() + "/" + keys.id();
            reasons.add(new Reason("owner", owns, directory.name(keys.owner()), record));
            if (highest == Level.TEAM) {
                reasons.add(new Reason("team", inTeam, directory.name(keys.team()), record));
            }
            reasons.addAll(ofShares(caller, target, keys.id(), directory));
        }
        return reasons;
    }

    private List<Reason> ofShares(Caller caller, Target target, long id, Directory directory) {
        if (!ShareRow.shareable(target.verb())) {
            return List.of();
        }
        return facts.shares(caller, target.entity(), id).stream()
                .map(share -> {
                    boolean ended = share.ended(clock.instant());
                    return new Reason(
                            ended ? "shareEnded" : "share",
                            !ended && share.gives(target.verb()),
                            directory.name(share.principal()),
                            target.entity() + "/" + id);
                })
                .toList();
    }

    Decision ofField(Caller caller, String entity, String field, Access answer) {
        if (caller.mayEverything()) {
            return new Decision(true, everything(caller));
        }
        List<Reason> reasons = fieldReasons(caller, entity, field);
        types.find(entity)
                .filter(EntityType::isPart)
                .flatMap(part -> Target.partsField(types, part).map(f -> fieldReasons(caller, part.parent(), f.name())))
                .ifPresent(reasons::addAll);
        return ordered(answer != Access.NONE, reasons);
    }

    private List<Reason> fieldReasons(Caller caller, String entity, String field) {
        List<Reason> reasons = new ArrayList<>();
        Collection<Sheet> roles = directories.current().sheets(caller.roles());
        for (Sheet role : roles) {
            Optional<Access> said = FieldWord.of(role, types, entity, field);
            String rule = said.map(access -> "field" + word(access.name())).orElse("roleNone");
            reasons.add(ofRole(rule, said.isPresent() && said.get() != Access.NONE, role));
        }
        if (roles.stream()
                .allMatch(role -> FieldWord.of(role, types, entity, field).isEmpty())) {
            boolean common = Target.common(Target.of(types, entity, "").type());
            reasons.add(
                    new Reason(common ? "common" : "none", common, Text.NONE, common ? "" : "user/" + caller.user()));
        }
        return reasons;
    }

    private List<Reason> everything(Caller caller) {
        if (caller.kind() == Caller.Kind.SYSTEM) {
            return List.of(new Reason("system", true, Text.NONE, ""));
        }
        return directories.current().sheets(caller.roles()).stream()
                .filter(Sheet::administrator)
                .map(role -> ofRole("administrator", true, role))
                .toList();
    }

    private static Reason ofRole(String rule, boolean grants, Sheet role) {
        return new Reason(rule, grants, role.name(), "role/" + role.id());
    }

    private static String word(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
    }

    private static Decision decided(List<Reason> reasons) {
        return ordered(reasons.stream().anyMatch(Reason::grants), reasons);
    }

    /** The rules that brought the answer about stand first. */
    private static Decision ordered(boolean allowed, List<Reason> reasons) {
        return new Decision(
                allowed,
                reasons.stream()
                        .sorted(Comparator.comparing((Reason r) -> r.grants() != allowed))
                        .toList());
    }
}
