package org.salacrm.core.duplicate;

import org.salacrm.api.job.Jobs;
import org.salacrm.api.query.Queries;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.job.JobRows;

/** The parts that look for duplicates, put together without a container. */
final class Wiring {
    final DuplicateRules rules;
    final KeyRows keys;
    final FoundRows found;
    final KeyJob keyJob;
    final FinderJob finder;
    private final ActionWorld world;

    /** @param asked by whom keys are made */
    Wiring(ActionWorld world, Queries asked) {
        this.world = world;
        rules = new DuplicateRules(world.registry, world.types, world.given, world.messages);
        keys = new KeyRows(world.store.tx(), world.store.database());
        found = new FoundRows(world.store.tx(), world.clock);
        KeyLock lock = new KeyLock(world.store.database(), world.store.tx());
        keyJob = new KeyJob(world.records, rules, world.types, asked, keys, lock, world.callers);
        finder = new FinderJob(
                world.store.tx(),
                rules,
                world.queries,
                keys,
                found,
                keyJob,
                world.callers,
                world.given,
                world.ids::incrementAndGet);
    }

    StoredDuplicates duplicates(Jobs jobs, JobRows rows) {
        FoundGroups groups = new FoundGroups(rules, world.types, world.queries, found, world.callers, world.given);
        return new StoredDuplicates(
                rules, world.types, world.queries, keys, found, groups, world.callers, world.given, jobs, rows);
    }
}
