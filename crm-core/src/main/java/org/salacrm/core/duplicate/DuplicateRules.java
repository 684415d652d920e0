package org.salacrm.core.duplicate;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.DuplicateRule;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.message.Messages;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Rights;

/** The rule of each entity that has one. Of several the first by its id counts. */
@Component(service = DuplicateRules.class)
public final class DuplicateRules {
    /** Rises when the same rule makes other keys than before. */
    private static final long MAKING = 2;

    private final Registry registry;
    private final EntityTypes types;
    private final Rights rights;
    private final Messages messages;

    @Activate
    public DuplicateRules(
            @Reference Registry registry,
            @Reference EntityTypes types,
            @Reference Rights rights,
            @Reference Messages messages) {
        this.registry = registry;
        this.types = types;
        this.rights = rights;
        this.messages = messages;
    }

    /** How records are read by a rule. */
    Texts texts(DuplicateRule rule) {
        return new Texts(types, rule, messages.text("erase.name"));
    }

    Optional<DuplicateRule> of(String entity) {
        return all().stream().filter(rule -> rule.entity().equals(entity)).findFirst();
    }

    /** The rule by which somebody wants records to be looked for. */
    DuplicateRule require(String entity) {
        return of(entity)
                .orElseThrow(
                        () -> new MalformedQueryException("entity", "there is no rule for duplicates of " + entity));
    }

    /** What a caller may not read must not be found out by trying. */
    DuplicateRule readable(DuplicateRule rule, Caller caller) {
        return with(rule, field -> field.allOf().stream()
                .allMatch(name -> types.get(rule.entity()).field(name).isEmpty()
                        || rights.field(caller, rule.entity(), name) != Access.NONE));
    }

    List<DuplicateRule> all() {
        return registry.all(DuplicateRule.class);
    }

    /** A number that is another when the rule makes other keys. */
    static long state(DuplicateRule rule) {
        StringBuilder text = new StringBuilder();
        keyed(rule).fields().forEach(field -> text.append(field.as()).append(field.allOf()));
        return Keys.of("rule" + MAKING, text.toString());
    }

    /** Only what records are looked for by. */
    static DuplicateRule keyed(DuplicateRule rule) {
        return with(rule, DuplicateRule.Field::keyed);
    }

    /** The rule with some of its fields. */
    static DuplicateRule with(DuplicateRule rule, Predicate<DuplicateRule.Field> which) {
        List<DuplicateRule.Field> fields = rule.fields().stream().filter(which).toList();
        return new DuplicateRule(rule.id(), rule.entity(), rule.before(), rule.sharpness(), fields);
    }
}
