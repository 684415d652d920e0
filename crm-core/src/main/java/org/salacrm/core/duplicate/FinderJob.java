package org.salacrm.core.duplicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.DuplicateRule;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.record.Ids;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.core.store.Tx;

/** Looks through all records of an entity for such as may be the same: those that share a key are compared. */
@Component(service = JobKind.class)
public final class FinderJob implements JobKind {
    static final String KIND = "duplicates";
    private static final int ROWS = 20_000;
    private static final int BATCH = 200;
    private static final int WHOLE = 100;

    private final Tx tx;
    private final DuplicateRules rules;
    private final Queries queries;
    private final KeyRows keys;
    private final FoundRows found;
    private final KeyJob keyJob;
    private final Callers callers;
    private final Rights rights;
    private final Ids ids;

    @Activate
    public FinderJob(
            @Reference Tx tx,
            @Reference DuplicateRules rules,
            @Reference Queries queries,
            @Reference KeyRows keys,
            @Reference FoundRows found,
            @Reference KeyJob keyJob,
            @Reference Callers callers,
            @Reference Rights rights,
            @Reference Ids ids) {
        this.tx = tx;
        this.rules = rules;
        this.queries = queries;
        this.keys = keys;
        this.found = found;
        this.keyJob = keyJob;
        this.callers = callers;
        this.rights = rights;
        this.ids = ids;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(Map<String, Object> parameters, Progress progress) {
        String entity = String.valueOf(parameters.get("entity"));
        DuplicateRule rule = rules.require(entity);
        Caller caller = callers.current();
        return callers.as(Caller.system("duplicates"), () -> {
            SearchState state =
                    SearchState.of(progress.checkpoint(), ids, upTo -> keys.common(entity, upTo, SearchState.MOST));
            if (!state.begun()) {
                if (!keys.isCurrent(entity, DuplicateRules.state(rule))) {
                    keyJob.make(rule, progress);
                }
                found.begin(state.search(), entity, caller.user());
            }
            DuplicateRule his = rules.readable(rule, caller);
            int groups = search(his, Sought.of(his, parameters), state, progress);
            return state.result(groups, rights.level(caller, entity, Verb.READ) == Level.ALL);
        });
    }

    private int search(DuplicateRule rule, Sought sought, SearchState state, Progress progress) {
        Texts texts = rules.texts(rule);
        while (!state.over() && !progress.cancelled()) {
            tx.required(() -> {
                step(texts, rule, sought, state);
                progress.checkpoint(state.kept());
                return state;
            });
            progress.report((long) (WHOLE * state.part()), WHOLE);
        }
        return tx.required(() -> new Groups(found, state.search(), ROWS).form());
    }

    /** The next stretch of keys: what shares one is read together and compared. */
    private void step(Texts texts, DuplicateRule rule, Sought sought, SearchState state) {
        List<KeyRows.Holder> holders = keys.after(rule.entity(), state.key(), ROWS);
        Map<Long, List<Long>> sharing = state.take(holders, holders.size() < ROWS);
        Map<Long, List<Long>> waiting = new LinkedHashMap<>();
        Set<Long> records = new LinkedHashSet<>();
        for (Map.Entry<Long, List<Long>> group : sharing.entrySet()) {
            waiting.put(group.getKey(), group.getValue());
            records.addAll(group.getValue());
            if (records.size() >= BATCH) {
                compare(texts, rule, sought, state, new Sharing(waiting, records));
                waiting.clear();
                records.clear();
            }
        }
        compare(texts, rule, sought, state, new Sharing(waiting, records));
    }

    private record Sharing(Map<Long, List<Long>> groups, Set<Long> records) {}

    private record Read(Portrait portrait, Set<Long> keys) {}

    private void compare(Texts texts, DuplicateRule rule, Sought sought, SearchState state, Sharing sharing) {
        Map<Long, Read> read = read(texts, rule, List.copyOf(sharing.records()));
        Set<FoundRows.Pair> different = found.different(rule.entity(), sharing.records());
        sharing.groups().forEach((key, members) -> FoundRows.Pair.among(members).forEach(pair -> {
            Read a = read.get(pair.low());
            Read b = read.get(pair.high());
            if (a != null && b != null && !different.contains(pair) && state.isFirst(key, a.keys(), b.keys())) {
                Likeness likeness = a.portrait().compare(b.portrait());
                if (sought.fits(likeness)) {
                    found.add(state.search(), pair, likeness.score());
                    state.count();
                }
            }
        }));
    }

    private Map<Long, Read> read(Texts texts, DuplicateRule rule, List<Long> records) {
        Map<Long, Read> read = new HashMap<>();
        String[] names = texts.names().toArray(String[]::new);
        for (int i = 0; i < records.size(); i += BATCH) {
            List<Long> some = new ArrayList<>(records.subList(i, Math.min(records.size(), i + BATCH)));
            Query query =
                    Query.of(rule.entity(), names).where(Filter.in("id", some)).limit(BATCH);
            queries.page(query).rows().forEach(row -> {
                Portrait portrait = texts.portrait(row);
                read.put(row.id(), new Read(portrait, Set.copyOf(portrait.keys())));
            });
        }
        return read;
    }
}
