package org.salacrm.core.duplicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.Before;
import org.salacrm.api.duplicate.Duplicates;
import org.salacrm.api.job.JobState;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Report;
import org.salacrm.api.query.Row;
import org.salacrm.api.query.Table;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.job.JobRows;
import org.salacrm.core.store.Sql;
import org.salacrm.core.testing.FakeLive;

/** Customers that may be the same, on one of the databases. */
public abstract class DuplicateCase extends ActionCase {
    final List<String> started = new ArrayList<>();
    final Meanwhile asked = new Meanwhile();
    DuplicateRules rules;
    KeyRows keys;
    FoundRows found;
    KeyJob keyJob;
    FinderJob finder;
    Duplicates duplicates;
    JobRows jobs;
    Sql sql;

    @Before
    public void open() {
        sql = new Sql(world.store.tx());
        List.of(
                        "core_account",
                        "core_account_address",
                        "core_contact",
                        "core_duplicate_key",
                        "core_duplicate_state",
                        "core_duplicate_not",
                        "core_duplicate_search",
                        "core_duplicate_found",
                        "core_bin",
                        "core_work")
                .forEach(table -> sql.update("delete from " + table));
        Wiring wired = new Wiring(world, asked);
        rules = wired.rules;
        keys = wired.keys;
        found = wired.found;
        keyJob = wired.keyJob;
        finder = wired.finder;
        jobs = new JobRows(world.store.tx(), world.ids::incrementAndGet, new FakeLive(new ArrayList<>()), world.clock);
        duplicates = wired.duplicates(new Noted(), jobs);
        world.records.with(List.of(new KeyHook(rules, keys)), List.of(keys));
    }

    /** Notes which jobs were asked for. */
    final class Noted implements Jobs {
        @Override
        public long start(String kind, Map<String, ?> parameters) {
            started.add(kind);
            long id = world.ids.incrementAndGet();
            sql.update(
                    "insert into core_work (id, kind, user_id, source, parameters, state, done_steps, total_steps,"
                            + " result, message_key, cancel_wanted, created_at)"
                            + " values (?, ?, 0, '', '{}', 'waiting', 0, 0, '{}', '', ?, ?)",
                    id,
                    kind,
                    false,
                    world.clock.instant());
            return id;
        }

        @Override
        public Optional<JobState> find(long id) {
            return Optional.empty();
        }

        @Override
        public List<JobState> recent(boolean everybody, int limit) {
            return List.of();
        }

        @Override
        public void cancel(long id) {}
    }

    /** Lets somebody else do something after the next question was answered. */
    final class Meanwhile implements Queries {
        Runnable next = () -> {};

        @Override
        public Page page(Query query) {
            Page page = world.queries.page(query);
            Runnable work = next;
            next = () -> {};
            work.run();
            return page;
        }

        @Override
        public void each(Query query, Consumer<Row> consumer) {
            world.queries.each(query, consumer);
        }

        @Override
        public Optional<Row> one(String entity, long id, List<String> fields) {
            return world.queries.one(entity, id, fields);
        }

        @Override
        public long count(String entity, Filter filter) {
            return world.queries.count(entity, filter);
        }

        @Override
        public Table report(Report report) {
            return world.queries.report(report);
        }
    }

    long account(String name, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("name", name);
        return world.records.create("account", values).id();
    }

    List<Duplicates.Match> check(String name) {
        return duplicates.check("account", 0, Map.of("name", name));
    }
}
