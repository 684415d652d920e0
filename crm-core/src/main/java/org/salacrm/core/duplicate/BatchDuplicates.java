package org.salacrm.core.duplicate;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.DuplicateRule;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.query.Queries;
import org.salacrm.api.security.Callers;

/** Looks for duplicates of many new records at a time, as a file brings them. */
@Component(service = BatchDuplicates.class)
public final class BatchDuplicates {
    private final DuplicateRules rules;
    private final EntityTypes types;
    private final Queries queries;
    private final KeyRows keys;
    private final Callers callers;

    @Activate
    public BatchDuplicates(
            @Reference DuplicateRules rules,
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference KeyRows keys,
            @Reference Callers callers) {
        this.rules = rules;
        this.types = types;
        this.queries = queries;
        this.keys = keys;
        this.callers = callers;
    }

    /** For the rows of one file, by the fields the caller may read; none for an entity without a rule. */
    public Optional<BatchFinder> finder(String entity) {
        Optional<DuplicateRule> rule = rules.of(entity).map(whole -> rules.readable(whole, callers.current()));
        return rule.map(readable -> new BatchFinder(rules.texts(readable), types, queries, keys, callers));
    }
}
