package org.salacrm.core.duplicate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.DuplicateRule;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.Records;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;

/** Makes the keys of all records anew where a rule changed. Goes on after a crash where it was. */
@Component(service = {JobKind.class, KeyJob.class})
public final class KeyJob implements JobKind {
    static final String KIND = "duplicate-keys";
    private static final int BATCH = 200;
    private static final int WHOLE = 100;

    private final Records records;
    private final DuplicateRules rules;
    private final EntityTypes types;
    private final Queries queries;
    private final KeyRows rows;
    private final KeyLock lock;
    private final Callers callers;

    @Activate
    public KeyJob(
            @Reference Records records,
            @Reference DuplicateRules rules,
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference KeyRows rows,
            @Reference KeyLock lock,
            @Reference Callers callers) {
        this.records = records;
        this.rules = rules;
        this.types = types;
        this.queries = queries;
        this.rows = rows;
        this.lock = lock;
        this.callers = callers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> run(Map<String, Object> parameters, Progress progress) {
        long done = 0;
        for (DuplicateRule rule : stale()) {
            done += make(rule, progress);
        }
        return Map.of("done", done);
    }

    /** The rules whose keys are not those of all records. */
    List<DuplicateRule> stale() {
        return rules.all().stream()
                .filter(rule -> types.find(rule.entity()).isPresent())
                .filter(rule -> !rows.isCurrent(rule.entity(), DuplicateRules.state(rule)))
                .toList();
    }

    /** Makes the keys of one entity, unless somebody else just did. @return number of records */
    long make(DuplicateRule rule, Progress progress) {
        if (rows.isCurrent(rule.entity(), DuplicateRules.state(rule))) {
            return 0;
        }
        return lock.alone(() -> rows.isCurrent(rule.entity(), DuplicateRules.state(rule))
                ? 0L
                : callers.as(Caller.system("duplicates"), () -> all(rule, progress)));
    }

    private long all(DuplicateRule rule, Progress progress) {
        Texts texts = rules.texts(DuplicateRules.keyed(rule));
        Query query = Query.of(rule.entity(), "id").limit(BATCH);
        long total = queries.count(rule.entity(), Filter.NONE);
        Map<String, Object> kept = progress.checkpoint();
        String next = rule.entity().equals(kept.get("entity")) ? String.valueOf(kept.get("next")) : "";
        long done = 0;
        do {
            String from = next;
            Page page = records.transaction(() -> {
                Page some = queries.page(query.after(from));
                write(rule.entity(), texts, some.rows().stream().map(Row::id).toList());
                progress.checkpoint(Map.of("entity", rule.entity(), "next", some.next()));
                return some;
            });
            next = page.next();
            done += page.rows().size();
            progress.report(total == 0 ? WHOLE : Math.min(WHOLE, done * WHOLE / total), WHOLE);
        } while (!next.isEmpty() && !progress.cancelled());
        if (next.isEmpty()) {
            rows.setCurrent(rule.entity(), DuplicateRules.state(rule));
        }
        return done;
    }

    /** Reads the records only when nobody else writes them, nor their keys. */
    private void write(String entity, Texts texts, List<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        lock.hold(types.get(entity).table(), ids);
        Query query = Query.of(entity, texts.names().toArray(String[]::new))
                .where(Filter.in("id", ids))
                .limit(BATCH);
        Map<Long, List<Long>> keys = new HashMap<>();
        queries.page(query)
                .rows()
                .forEach(row -> keys.put(row.id(), texts.portrait(row).keys()));
        rows.delete(entity, ids);
        rows.insert(entity, keys);
    }
}
